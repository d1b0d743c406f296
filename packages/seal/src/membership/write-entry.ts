// Writing an entry: proposed and signed by one, approved by a second coordinator where the rules ask for two.
import { ProblemError, problem, type Id } from '@lykta/incident'
import { signValue, type Signer } from '../signing.ts'
import { findEntry, isEntry, renderEntry, type Change, type Entry } from './entry.ts'
import { headOf, type Membership } from './membership.ts'
import { findObjection } from './rules.ts'

/** The first line of a network's log. */
export async function foundLog(network: Id, subject: Extract<Change, { type: 'genesis' }>['subject'], signer: Signer, createdAt: string): Promise<string> {
  return await signed({ v: 1, type: 'genesis', subject, network, seq: 1, signer: signer.id, approver: null, previous: null, createdAt }, signer)
}

export type Proposal = {
  readonly change: Exclude<Change, { type: 'genesis' }>
  readonly signer: Signer
  /** UTC, as `Date.toISOString` writes it. */
  readonly createdAt: string
  /** The second coordinator, where two are needed. */
  readonly approver?: Id
}

/**
 * The next line after the membership; with an approver it counts only when she has signed it (`approveEntry`).
 * Throws a ProblemError with the code of the rule that refuses it, before anything is signed.
 */
export async function proposeEntry(membership: Membership, { change, signer, createdAt, approver }: Proposal): Promise<string> {
  const { seq, hash } = headOf(membership)
  const common = { v: 1, network: membership.network, seq: seq + 1, signer: signer.id, approver: approver ?? null, previous: hash, createdAt } as const
  const entry: Entry = { ...common, ...change }
  const objection = findObjection(membership, entry)
  if (objection) throw new ProblemError([problem(objection)])
  return await signed(entry, signer)
}

/** The line with the approver's signature. She reads first what she signs: `findEntry(line)`, and the keys' words. */
export async function approveEntry(line: string, approver: Signer): Promise<string> {
  const proposal = findEntry(line)
  if (!proposal || proposal.entry.approver !== approver.id) throw new ProblemError([problem('membership.not-to-approve')])
  return renderEntry({ ...proposal, approval: await signValue(approver, 'membership', proposal.entry) })
}

async function signed(entry: Entry, signer: Signer): Promise<string> {
  if (!isEntry(entry)) throw new Error('writeEntry: the entry has no valid shape')
  return renderEntry({ entry, signature: await signValue(signer, 'membership', entry), approval: null })
}
