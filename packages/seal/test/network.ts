// What the membership tests share: an invented network with seeded keys, and short ways to write its log.
import { createHash } from 'node:crypto'
import {
  approveEntry, entryHash, extendMembership, foundLog, makeRecovery, proposeEntry, publicKeysOf, recoverySignerOf, signerOf, verifyLog,
  type Change, type MemberKeys, type Membership, type KeyRole, type MemberSubject, type Proposal, type Signer,
} from '@lykta/seal'
import { identityFromSecret } from '../src/age-secret.ts'

export const network = '3b1f6c52-0b57-4c0e-9a53-0d6f3f0a1c11'
export const now = '2026-02-03T04:05:06.007Z'
export const hotel = '77777777-0000-4000-8000-000000000001'
export const police = '77777777-0000-4000-8000-000000000002'

/** Deterministic bytes: SHA-256 of seed and counter. */
export function bytesFromSeed(seed: string) {
  let counter = 0
  return (length: number) => Uint8Array.from(createHash('sha256').update(`${seed}${(counter += 1)}`).digest().subarray(0, length))
}

/** An id that shows its number. */
export function idOf(number: number): string {
  return `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`
}

export type Person = { readonly id: string; readonly keys: MemberKeys; readonly signer: Signer; readonly recipient: string; readonly verifyKey: string }

/** The same person each time for the same name; another number under the same id gives her new keys. */
export async function person(id: string, seed = id): Promise<Person> {
  const random = bytesFromSeed(seed)
  const keys = { network, member: id, identity: identityFromSecret(random(32)), signingKey: Buffer.from(random(32)).toString('hex') }
  return { id, keys, signer: signerOf(id, keys.signingKey), ...(await publicKeysOf(keys)) }
}

export function subjectFor({ id, recipient, verifyKey }: Person, role: KeyRole, organisation = police): MemberSubject {
  return { member: id, role, organisation, recipient, verifyKey }
}

export type Founded = { readonly lines: readonly string[]; readonly genesis: string; readonly membership: Membership }

export const recovery = await makeRecovery()
export const recoverer = recoverySignerOf(recovery)
export const firstEpoch = await epochOf(1)

export async function epochOf(epoch: number) {
  const identity = identityFromSecret(bytesFromSeed(`epoch ${epoch}`)(32))
  const { recipient } = await publicKeysOf({ identity, signingKey: '00'.repeat(32) })
  return { epoch, identity, recipient }
}

export async function found(founder: Person): Promise<Founded> {
  const { epoch, recipient } = firstEpoch
  const subject = { founder: subjectFor(founder, 'coordinator'), epoch: { epoch, recipient }, recovery: recovery.subject }
  return verified([await foundLog(network, subject, founder.signer, now)])
}

export function verified(lines: readonly string[]): Founded {
  const genesis = entryHash(lines[0] ?? '')
  const { membership, findings } = verifyLog(lines, { network, genesis })
  if (!membership) throw new Error(JSON.stringify(findings))
  return { lines, genesis, membership }
}

/** The log with one more entry, signed and, where named, approved. */
export async function extended(before: Founded, change: Proposal['change'], signer: Signer, approver?: Signer): Promise<Founded> {
  const proposal = { change, signer, createdAt: now, ...(approver && { approver: approver.id }) }
  const line = await proposeEntry(before.membership, proposal)
  const whole = approver ? await approveEntry(line, approver) : line
  const membership = extendMembership(before.membership, whole, network)
  if (typeof membership === 'string') throw new Error(membership)
  return { lines: [...before.lines, whole], genesis: before.genesis, membership }
}

export const add = (who: Person, role: KeyRole, organisation = police): Change & { type: 'add' } => ({ type: 'add', subject: subjectFor(who, role, organisation) })
export const remove = (who: Person): Change & { type: 'remove' } => ({ type: 'remove', subject: { id: who.id } })
export const device = ({ id, verifyKey }: Person, organisation = hotel): Change & { type: 'device' } =>
  ({ type: 'device', subject: { device: id, organisation, verifyKey } })
export const rotate = ({ epoch, recipient }: { epoch: number; recipient: string }): Change & { type: 'rotate' } => ({ type: 'rotate', subject: { epoch, recipient } })

export const anna = await person(idOf(1))
export const bo = await person(idOf(2))
export const cilla = await person(idOf(3))
export const david = await person(idOf(4))
export const reception = await person(idOf(5))

/** Anna founds; Bo becomes coordinator, Cilla core member, David reporter; the hotel's device is enrolled: five entries. */
export async function standardLog(): Promise<Founded> {
  const founded = await found(anna)
  const withBo = await extended(founded, add(bo, 'coordinator'), anna.signer)
  const withCilla = await extended(withBo, add(cilla, 'core-member'), bo.signer)
  const withDavid = await extended(withCilla, { type: 'add', subject: { ...subjectFor(david, 'reporter', hotel), recipient: null } }, anna.signer)
  return extended(withDavid, device(reception), anna.signer)
}
