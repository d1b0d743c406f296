// Lines for the membership log with all that follows from them, in one transaction: grants, epoch, members, devices.
import { type Id, problem, ProblemError } from '@lykta/incident'
import {
  type Act, appendDevice, appendEpoch, appendGrants, appendLogLines, appendMember, type Bundle, deleteGrants, type Device, endInvitation, eraseBundles, type Member, type MemberRole, type PublicKeys, putPublicKeys, readDevices, readMembers,
  readPublicKeys, readUnendedOf, rememberKey, replaceBundles, takeTurn, write, type WriteTransaction,
} from '@lykta/register'
import { type Entry, findEntry, findHolder, isRotationDue, type Membership, recoverySigner, type StoredGrant } from '@lykta/seal'
import type { Desk } from './desk.ts'
import { checkLines, findMembership } from './find-membership.ts'
import { checkGrants, type GrantChanges, grantChanges } from './grant-changes.ts'
import { forgetRecoveryTest } from './network-settings.ts'
import { checkWait } from './recovery-wait.ts'
import { dropOldGrants } from './renew-keys.ts'

export type MembershipChange = {
  readonly act: Act
  readonly lines: readonly string[]
  readonly grants: readonly StoredGrant[]
  /** The member or device that goes, whether the log lists it or not. */
  readonly removes?: Id
  /** What a member is to be from now on; the lines list the same, unless the log does not know her. */
  readonly role?: { readonly member: Id; readonly role: MemberRole; readonly organisation: Id | null }
  /** Whom two sheets make a coordinator, somebody new or with new keys: stored with the lines that list her. */
  readonly recovers?: Recovered
  /** Of a line that hands the coordinator's role over: what is stored with it. Without this there is none among the lines. */
  readonly handsOver?: (transaction: WriteTransaction, before: Membership) => Promise<void>
}

export type Recovered = {
  readonly member: Member
  readonly keys: Omit<PublicKeys, 'member'>
  readonly bundles: readonly Bundle[]
  /** Done when nothing is left to refuse, and before it is stored for good. */
  readonly first: () => Promise<void>
}

export type ChangedMembership = {
  /** Sign-in ids of those who were removed: nobody signs in with them any more. */
  readonly endedLogins: readonly string[]
  /** Of those who have handed their role over and stay: their sessions are to end, and they sign in again as what they are now. */
  readonly signedOutLogins: readonly string[]
  readonly length: number
}

/** Undefined when whom it is about is not there. Refuses what the log's rules refuse, and what is not the same in register and log. */
export async function changeMembership(desk: Desk, change: MembershipChange): Promise<ChangedMembership | undefined> {
  // Whatever the way by which it comes, the audit says that sheets were used, and with that the announcement is used up.
  const bySheets = change.lines.some((line) => findEntry(line)?.entry.signer === recoverySigner)
  const act = bySheets ? { ...change.act, action: 'recovery.use' } : change.act
  const outcome = await write(desk.register, desk.context, act, async (transaction) => {
    await takeTurn(transaction, 'members')
    const before = await findMembership(desk.register, transaction)
    if (!before) return refuse('log.none')
    const entries = parseEntries(change.lines, before)
    const after = change.lines.length === 0 ? before : checkLines(before, change.lines, transaction.network)
    checkSigners(entries, desk.context.member)
    if (entries.some(({ type }) => type === 'hand-over') !== (change.handsOver !== undefined)) refuse('hand-over.not-begun')
    if (bySheets) await checkWait(desk.register, transaction)
    const people = withRecovered(await readPeople(transaction), change.recovers, entries)
    const changed = applyChanges(people, entries, change)
    checkAgreement(people, changed, entries, after)
    const grants = grantChanges(before, after)
    checkRotation(entries, grants, after)
    checkGrants(change.grants, grants, after)

    if (change.lines.length > 0) await appendLogLines(transaction, before.hashes.length, change.lines)
    for (const entry of entries) if (entry.type === 'rotate') await beginEpoch(desk, transaction, entry.subject)
    if (entries.some(({ type }) => type === 'recovery')) await forgetRecoveryTest(transaction)
    for (const holder of grants.ended) await deleteGrants(transaction, { holder })
    await appendGrants(transaction, change.grants)
    if (entries.some(({ type }) => type === 'rotate')) await dropOldGrants(transaction)
    for (const member of changed.members.values()) await appendMember(transaction, member)
    for (const device of changed.devices.values()) await appendDevice(transaction, device)
    if (change.recovers) await storeKeys(transaction, change.recovers)
    // Her own keys, which nobody else could read: they are erased like her grants.
    for (const { id, active } of changed.members.values()) if (!active) await eraseBundles(transaction, id)
    await withdrawInvitations(transaction, people, changed)
    await change.handsOver?.(transaction, before)
    await change.recovers?.first()
    const logins = (ofActive: boolean): readonly string[] => [...changed.members.values()].flatMap(({ active, login }) => (active === ofActive && login !== null ? [login] : []))
    return { endedLogins: logins(false), signedOutLogins: change.handsOver ? logins(true) : [], length: after.hashes.length }
  }).catch((error: unknown) => {
    if (error instanceof NobodyThere) return undefined
    throw error
  })
  return outcome?.value
}

type People = {
  readonly members: ReadonlyMap<Id, Member>
  readonly devices: ReadonlyMap<Id, Device>
  readonly keys: ReadonlyMap<Id, PublicKeys>
}
type Changed = Pick<People, 'members' | 'devices'>

/** Ends the write without an audit line: the answer is the same as for what never was. */
class NobodyThere extends Error {}

const isKeyRole = (role: MemberRole): boolean => role !== 'reader' && role !== 'operator'

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

function parseEntries(lines: readonly string[], before: Membership): readonly Entry[] {
  const entries = lines.map((line) => findEntry(line)?.entry ?? refuse('membership.malformed'))
  if (entries[0] && entries[0].seq <= before.hashes.length) return refuse('log.grown')
  return entries
}

/** A coordinator posts what she signed or approved herself; two sheets sign for whoever has put them together. */
function checkSigners(entries: readonly Entry[], caller: string): void {
  if (entries.some(({ signer, approver }) => signer !== caller && approver !== caller && signer !== recoverySigner)) refuse('log.signed-by-another')
}

/** Who leaves by herself cannot make the next epoch; those who stay see that one is due. */
function checkRotation(entries: readonly Entry[], { ended }: GrantChanges, after: Membership): void {
  if (entries.some(({ type }) => type === 'hand-over') && entries.at(-1)?.type !== 'rotate') refuse('log.rotation-missing')
  const isOpen = entries.some((entry) => entry.type === 'remove' && entry.signer !== entry.subject.id && ended.includes(entry.subject.id))
  if (isOpen && isRotationDue(after)) refuse('log.rotation-missing')
}

async function readPeople(transaction: WriteTransaction): Promise<People> {
  const members = await readMembers(transaction)
  const devices = await readDevices(transaction)
  return { members: byId(members), devices: byId(devices), keys: new Map((await readPublicKeys(transaction)).map((one) => [one.member, one])) }
}

function byId<T extends { readonly id: Id }>(rows: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** As if she stood there already; only by a line that two sheets have signed. */
function withRecovered(people: People, recovered: Recovered | undefined, entries: readonly Entry[]): People {
  if (!recovered) return people
  const { member, keys } = recovered
  const isListed = entries.some((entry) => entry.type === 'add' && entry.signer === recoverySigner && entry.subject.member === member.id)
  if (!isListed || people.devices.has(member.id) || people.members.get(member.id)?.active === false) return refuse('log.subject-unfit')
  return { ...people, members: new Map(people.members).set(member.id, member), keys: new Map(people.keys).set(member.id, { member: member.id, ...keys }) }
}

async function storeKeys(transaction: WriteTransaction, { member, keys, bundles }: Recovered): Promise<void> {
  await putPublicKeys(transaction, member.id, keys)
  await replaceBundles(transaction, member.id, ['passphrase', 'passkey', 'sheet'], bundles)
}

function applyChanges({ members, devices }: People, entries: readonly Entry[], { removes, role, recovers }: MembershipChange): Changed {
  const changed = { members: new Map<Id, Member>(recovers ? [[recovers.member.id, recovers.member]] : []), devices: new Map<Id, Device>() }
  if (role) {
    const member = members.get(role.member)
    if (!member?.active) throw new NobodyThere()
    changed.members.set(member.id, { ...member, role: role.role, organisation: role.organisation })
  }
  for (const entry of entries) {
    if (entry.type !== 'hand-over') continue
    const { from, former } = entry.subject
    // Those among them, too, who are not listed yet.
    for (const member of members.values()) {
      if (member.active && member.role === 'coordinator' && member.organisation === from) changed.members.set(member.id, former === 'removed' ? { ...member, active: false } : { ...member, role: 'core-member' })
    }
  }
  const gone = entries.flatMap((entry) => (entry.type === 'remove' ? [entry.subject.id] : []))
  for (const id of new Set([...gone, ...(removes === undefined ? [] : [removes])])) {
    // Whoever becomes a reader or an operator leaves the log, where nobody without keys stands, and not the network. Her key files stay, as
    // hers alone to erase: they open what is granted to nobody.
    if (id === role?.member && changed.members.has(id)) {
      if (isKeyRole(role.role)) return refuse('log.subject-unfit')
      continue
    }
    const [member, device] = [members.get(id), devices.get(id)]
    if (member?.active) changed.members.set(id, { ...member, active: false })
    else if (device?.active) changed.devices.set(id, { ...device, active: false })
    else throw new NobodyThere()
  }
  return changed
}

/** What the log lists is what the register holds: the keys that she sent, her role, her organisation; and nobody who is gone. */
function checkAgreement({ members, devices, keys }: People, changed: Changed, entries: readonly Entry[], after: Membership): void {
  for (const entry of entries) {
    if (entry.type === 'device') {
      const { device, organisation, verifyKey } = entry.subject
      const row = devices.get(device)
      if (!row?.active || row.organisation !== organisation || row.verifyKey !== verifyKey) return refuse('log.subject-unfit')
    }
    if (entry.type === 'add') {
      const { member, recipient, verifyKey } = entry.subject
      const own = keys.get(member)
      if (own?.recipient !== recipient || own.verifyKey !== verifyKey) return refuse('log.subject-unfit')
    }
  }
  const subjects = new Set([...entries.map(subjectOf), ...changed.members.keys(), ...changed.devices.keys()])
  for (const id of subjects) {
    const listed = id === undefined ? undefined : findHolder(after, id)
    if (!listed) continue
    const row = changed.members.get(listed.id) ?? members.get(listed.id) ?? changed.devices.get(listed.id) ?? devices.get(listed.id)
    const role = row && ('role' in row ? row.role : 'device')
    if (!row?.active || role !== listed.role || row.organisation !== listed.organisation) return refuse('log.subject-unfit')
  }
}

/** A coordinator who goes, or is one no more, comes back by no invitation of her own. */
async function withdrawInvitations(transaction: WriteTransaction, { members }: People, changed: Changed): Promise<void> {
  const former = [...changed.members.values()].filter(({ id, role, active }) => members.get(id)?.role === 'coordinator' && !(active && role === 'coordinator'))
  if (former.length === 0) return
  for (const invitation of await readUnendedOf(transaction, former.map(({ id }) => id))) await endInvitation(transaction, invitation, 'withdrawn')
}

function subjectOf(entry: Entry): Id | undefined {
  switch (entry.type) {
    case 'add': return entry.subject.member
    case 'device': return entry.subject.device
    case 'remove': return entry.subject.id
    case 'genesis':
    case 'rotate':
    case 'recovery':
    case 'hand-over': return undefined
  }
}

/** After the log's line: whoever would write the same number waits there, so that the folder remembers the key of the one that stays. */
async function beginEpoch(desk: Desk, transaction: WriteTransaction, { epoch, recipient }: { readonly epoch: number; readonly recipient: string }): Promise<void> {
  await appendEpoch(transaction, { epoch, recipient, madeOn: 'browser', createdAt: new Date().toISOString() }, [])
  rememberKey(desk.register, transaction.network, { epoch, recipient })
}
