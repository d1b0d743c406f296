// The membership log: pinned by this device, fetched, verified in the worker, believed only when nothing was found.
import { type Id, problem, type Problem, ProblemError } from '@lykta/incident'
import type { LogFinding } from '@lykta/seal'
import type { LogAnswer } from '../../../server/src/api/member-types.ts'
import type { KeysCore } from './keys-core.ts'
import type { LogOutcome, LogView } from './log-view.ts'
import type { Pinned } from './pinned.ts'

export class VerifiedLog {
  readonly #core: KeysCore
  #refreshing: Promise<LogOutcome> | undefined

  constructor(core: KeysCore) {
    this.#core = core
  }

  pin(network: Id, genesis: string, from: Pinned['from']): void {
    const { pins } = this.#core
    const before = pins.read(network)
    // A log that this device has verified stays the one that it believes: another invitation cannot change that.
    if (before && before.from !== 'first-use' && before.genesis !== genesis) throw new ProblemError([problem('membership.other-genesis')])
    pins.write(network, { genesis, from, head: before?.genesis === genesis ? before.head : null })
  }

  /** A colleague has read the head's words aloud, and they were the same: from here on this device believes no other log. */
  confirm(): void {
    const { log } = this.#core.view
    if (!log) return
    this.pin(log.network, log.genesis, 'words')
    this.#core.change({ pinnedFrom: 'words' })
  }

  /** Several at once are one. */
  async refresh(): Promise<LogOutcome> {
    this.#refreshing ??= this.#fetch().finally(() => {
      this.#refreshing = undefined
    })
    return await this.#refreshing
  }

  /** Throws a ProblemError with the findings' codes. */
  async get(): Promise<LogView> {
    const { log, findings } = await this.refresh()
    if (log) return log
    throw problemsOf(findings)
  }

  /**
   * Lines that came otherwise than by asking for them. `genesis`: of the sheet that was read; a device that has seen neither invitation nor
   * sheet takes the first line as it comes, and the page says so. Throws like `get`.
   */
  async take(network: Id, lines: readonly string[], genesis: string | null): Promise<LogView> {
    const before = this.#core.pins.read(network)
    if (genesis !== null && before && before.from !== 'first-use' && before.genesis !== genesis) throw new ProblemError([problem('membership.other-genesis')])
    if (genesis !== null) this.pin(network, genesis, before && before.from !== 'first-use' ? before.from : 'sheet')
    const after = await this.#core.call('logLength', [])
    const { log, findings } = await this.#verify(network, after, { lines: lines.slice(after), length: lines.length })
    if (!log) throw problemsOf(findings)
    if (genesis !== null && log.genesis !== genesis) throw new ProblemError([problem('membership.other-genesis')])
    return log
  }

  async #fetch(): Promise<LogOutcome> {
    const { network } = this.#core.getOwner()
    const after = await this.#core.call('logLength', [])
    return await this.#verify(network, after, await this.#core.ask<LogAnswer>(`log?after=${after}`))
  }

  async #verify(network: Id, after: number, { lines, length }: LogAnswer): Promise<LogOutcome> {
    const pinned = this.#core.pins.read(network)
    // The id is the server's word: under another one it could show a log of its own as if this were the first time.
    if (!pinned && this.#core.pins.knowsAnother(network)) {
      const outcome: LogOutcome = { log: null, findings: [{ code: 'membership.other-genesis', seq: 1 }] }
      this.#core.change({ ...outcome, pinnedFrom: null })
      return outcome
    }
    const outcome = await this.#core.call('verify', [{ network, genesis: pinned?.genesis ?? null, seen: pinned?.head ?? null, after, lines, length }])
    const from = pinned?.from ?? 'first-use'
    if (outcome.log) this.#core.pins.write(network, { genesis: outcome.log.genesis, head: outcome.log.head, from })
    this.#core.change({ log: outcome.log, findings: outcome.findings, pinnedFrom: from })
    return outcome
  }
}

function problemsOf(findings: readonly LogFinding[]): ProblemError {
  return new ProblemError(findings.map(({ code, seq }): Problem => problem(code, { seq })))
}
