// Keeps the membership log as this client has verified it; new lines are checked against what was verified before.
import type { Id } from '@lykta/incident'
import { entryHash, extendMembership, type LogHead, type LogFinding, type Membership, verifyLog } from '@lykta/seal'
import { type LogOutcome, viewOf } from './log-view.ts'

export type LogToVerify = {
  readonly network: Id
  /** Null on a device that has seen neither invitation nor sheet: the first line is then taken as it comes, and told as such. */
  readonly genesis: string | null
  /** The head that this device verified last. */
  readonly seen: LogHead | null
  /** How many lines stood before these. */
  readonly after: number
  readonly lines: readonly string[]
  /** As the server says. */
  readonly length: number
}

export class LogKeeper {
  #membership: Membership | undefined

  get length(): number {
    return this.#membership?.hashes.length ?? 0
  }

  /** Throws before a log has been verified. */
  get membership(): Membership {
    if (!this.#membership) throw new Error('LogKeeper: no verified log')
    return this.#membership
  }

  /** What was verified before is forgotten when anything is found. */
  take({ network, genesis, seen, after, lines, length }: LogToVerify): LogOutcome {
    const findings: LogFinding[] = []
    if (after !== this.length) throw new Error('LogKeeper: lines are missing')
    if (after === 0) {
      const outcome = verifyLog(lines, { network, genesis: genesis ?? entryHash(lines[0] ?? ''), seen: seen ?? undefined })
      this.#membership = outcome.membership
      findings.push(...outcome.findings)
    } else {
      if (length < after) findings.push({ code: 'membership.shortened', seq: length })
      for (const line of lines) {
        const next = extendMembership(this.#membership, line, network)
        if (typeof next === 'string') {
          findings.push({ code: next, seq: this.length + 1 })
          break
        }
        this.#membership = next
      }
      // Another tab may have been shown more than this one: what the device has seen, no tab goes behind.
      if (findings.length === 0 && seen !== null && this.#membership) findings.push(...behind(this.#membership, seen))
    }
    if (this.#membership && findings.length === 0) return { log: viewOf(this.#membership), findings: [] }
    this.#membership = undefined
    return { log: null, findings }
  }
}

function behind({ hashes }: Membership, { seq, hash }: LogHead): readonly LogFinding[] {
  if (hashes.length < seq) return [{ code: 'membership.shortened', seq: hashes.length }]
  return hashes[seq - 1] === hash ? [] : [{ code: 'membership.forked', seq }]
}
