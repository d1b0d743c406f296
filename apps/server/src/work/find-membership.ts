// The membership log as this server has verified it: kept between requests, and taken on by the lines that came since.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { readLogLines, type ReadTransaction, type Register } from '@lykta/register'
import { extendMembership, type Membership } from '@lykta/seal'

const verified = new WeakMap<Register, Map<Id, Membership>>()

/** Undefined for a network without a log. Verifying takes 1.5 ms a line, and each line is verified once. */
export async function findMembership(register: Register, transaction: ReadTransaction): Promise<Membership | undefined> {
  const networks = verified.get(register) ?? new Map<Id, Membership>()
  verified.set(register, networks)
  const known = networks.get(transaction.network)
  const lines = await readLogLines(transaction, known?.hashes.length ?? 0)
  if (lines.length === 0) return known
  const membership = extend(known, lines, transaction.network)
  // What somebody put into the database is nobody's membership; every client finds the same and says where.
  if (typeof membership === 'string') throw new Error('findMembership: the stored log does not verify')
  // Two requests may have come to different ends of it.
  if ((networks.get(transaction.network)?.hashes.length ?? 0) < membership.hashes.length) networks.set(transaction.network, membership)
  return membership
}

/** The membership with the lines that somebody sent. Refuses them by the rules that every client applies (`membership.…`, with the line's number). */
export function checkLines(before: Membership | undefined, lines: readonly string[], network: Id): Membership {
  const after = extend(before, lines, network)
  if (typeof after === 'string') throw new ProblemError([problem(after)])
  return after
}

function extend(before: Membership | undefined, lines: readonly string[], network: Id) {
  let membership = before
  for (const line of lines) {
    const outcome = extendMembership(membership, line, network)
    if (typeof outcome === 'string') return outcome
    membership = outcome
  }
  if (!membership) throw new Error('extend: neither lines nor a log')
  return membership
}
