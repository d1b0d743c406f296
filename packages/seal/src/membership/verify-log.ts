// Verifying the membership log: every client does it anew from the first entry, and believes the server nothing.
import type { Id } from '@lykta/incident'
import { isSignatureBy } from '../signing.ts'
import { findJson, isPositive, record } from '../shape.ts'
import { applyEntry } from './apply-entry.ts'
import { entryHash, findEntry, recoverySigner, type Entry, type SignedEntry } from './entry.ts'
import type { LogCode, LogFinding } from './log-finding.ts'
import { findHolder, headOf, recoveryOf, type LogHead, type Membership } from './membership.ts'
import { findObjection } from './rules.ts'

export type Pinned = {
  readonly network: Id
  /** `entryHash` of the first entry, from the invitation or a recovery sheet. */
  readonly genesis: string
  /** The head that this client verified last; undefined the first time. */
  readonly seen?: LogHead | undefined
}

export type VerifiedLog =
  | { readonly membership: Membership; readonly findings: readonly [] }
  | { readonly membership: undefined; readonly findings: readonly LogFinding[] }

/** The membership that the lines add up to, or what is wrong: against what was pinned, and the first entry that does not hold. */
export function verifyLog(lines: readonly string[], { network, genesis, seen }: Pinned): VerifiedLog {
  const findings: LogFinding[] = []
  if (entryHash(lines[0] ?? '') !== genesis) findings.push({ code: 'membership.other-genesis', seq: 1 })
  if (seen && lines.length < seen.seq) findings.push({ code: 'membership.shortened', seq: lines.length })
  else if (seen && entryHash(lines[seen.seq - 1] ?? '') !== seen.hash) findings.push({ code: 'membership.forked', seq: seen.seq })
  let membership: Membership | undefined
  for (const line of lines) {
    const outcome = extendMembership(membership, line, network)
    if (typeof outcome === 'string') {
      findings.push({ code: outcome, seq: (membership?.hashes.length ?? 0) + 1 })
      break
    }
    membership = outcome
  }
  if (membership && findings.length === 0) return { membership, findings: [] }
  return { membership: undefined, findings }
}

/** One more line after a verified membership (undefined: the first): what it makes of it, or why it does not hold. */
export function extendMembership(membership: Membership | undefined, line: string, network: Id): Membership | LogCode {
  const signed = findEntry(line)
  if (!signed) {
    const { v } = record(record(findJson(new TextEncoder().encode(line)))['entry'])
    return isPositive(v) && v !== 1 ? 'membership.version-unknown' : 'membership.malformed'
  }
  const { entry } = signed
  if (entry.network !== network) return 'membership.other-network'
  if (entry.seq !== (membership?.hashes.length ?? 0) + 1) return 'membership.gap'
  if (entry.previous !== (membership ? headOf(membership).hash : null)) return 'membership.chain-broken'
  const objection = membership ? findObjection(membership, entry) : findGenesisObjection(entry)
  return objection ?? findSignatureObjection(membership, signed) ?? applyEntry(membership, entry, entryHash(line))
}

function findGenesisObjection(entry: Entry): LogCode | undefined {
  if (entry.type !== 'genesis') return 'membership.genesis-misplaced'
  const { founder, epoch, recovery } = entry.subject
  if (founder.role !== 'coordinator' || entry.signer !== founder.member) return 'membership.signer-without-right'
  if (entry.approver !== null) return 'membership.approver-without-right'
  const isDistinct = new Set([founder.recipient, epoch.recipient, recovery.recipient]).size === 3 && founder.verifyKey !== recovery.verifyKey
  return isDistinct ? undefined : 'membership.key-reused'
}

function findSignatureObjection(membership: Membership | undefined, { entry, signature, approval }: SignedEntry): LogCode | undefined {
  const key = findVerifyKey(membership, entry, entry.signer)
  if (key === undefined || !isSignatureBy(key, 'membership', entry, signature)) return 'membership.signature-wrong'
  if (entry.approver === null) return approval === null ? undefined : 'membership.approval-wrong'
  const second = findVerifyKey(membership, entry, entry.approver)
  return second !== undefined && approval !== null && isSignatureBy(second, 'membership', entry, approval) ? undefined : 'membership.approval-wrong'
}

function findVerifyKey(membership: Membership | undefined, entry: Entry, id: string): string | undefined {
  if (!membership) return entry.type === 'genesis' && id === entry.subject.founder.member ? entry.subject.founder.verifyKey : undefined
  return id === recoverySigner ? recoveryOf(membership)?.verifyKey : findHolder(membership, id)?.verifyKey
}
