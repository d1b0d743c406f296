// The network's organisations and the sources outside it: added, named anew, ended, corrected. Nothing is ever taken away: old incidents name them.
import { canonicalText, type CivilDate, type Id, type Organisation, problem, ProblemError } from '@lykta/incident'
import {
  appendOrganisations, endInvitation, getNetwork, inNetwork, readDevices, readInvitations, readMembers, readOrganisations, type ReadTransaction, type StoredOrganisation, write, type WriteTransaction,
} from '@lykta/register'
import type { OrganisationChange, OrganisationChanged } from '../api/member-types.ts'
import type { Desk } from './desk.ts'

type State = Omit<Organisation, 'id'>

/**
 * `before`: as whoever changes it has seen it, null for a new one; anything else that stands is refused (`register.changed-meanwhile`).
 * The same once more is nothing. Refuses what cannot be, each at its field.
 */
export async function changeOrganisation(desk: Desk, id: Id, { before, after }: { readonly before: State | null; readonly after: State }): Promise<OrganisationChanged> {
  checkDays(after, desk.today(), before?.left ?? null)
  const stands = (await inNetwork(desk.register, desk.context, readStanding)).find(({ organisation }) => organisation.id === id)
  if (stands && isSame(stands.organisation, after)) return { withdrawnInvitations: 0 }
  let withdrawnInvitations = 0
  await write(desk.register, desk.context, { action: actOf(before, after), object: `organisation:${id}` }, async (transaction) => {
    const all = await readStanding(transaction)
    const stored = all.find(({ organisation }) => organisation.id === id)
    if (before ? !stored || !isSame(stored.organisation, before) : stored !== undefined) throw new ProblemError([problem('register.changed-meanwhile')])
    if (stored && stored.organisation.code !== after.code) throw new ProblemError([problem('organisation.code-kept', {}, { question: 'code' })])
    checkNames(after, all.filter((one) => one !== stored).map(({ organisation }) => organisation))
    if (stored && stored.organisation.joined !== null && after.joined === null) await checkEmpty(transaction, id)
    await appendOrganisations(transaction, [{ organisation: { id, ...after }, revision: (stored?.revision ?? 0) + 1 }])
    withdrawnInvitations = takesPart(after, desk.today()) ? 0 : await withdrawInvitations(transaction, id)
  })
  return { withdrawnInvitations }
}

/** Whether somebody can be invited for it, and a device given to it: a member, and its last day has not come. */
export function takesPart({ joined, left }: Pick<Organisation, 'joined' | 'left'>, today: CivilDate): boolean {
  return joined !== null && (left === null || left > today)
}

async function readStanding(transaction: ReadTransaction): Promise<readonly StoredOrganisation[]> {
  return readOrganisations(transaction, (await getNetwork(transaction)).position)
}

function isSame({ code, name, sector, joined, left }: State, other: State): boolean {
  return canonicalText({ code, name, sector, joined, left }) === canonicalText({ code: other.code, name: other.name, sector: other.sector, joined: other.joined, left: other.left })
}

function actOf(before: State | null, after: State): OrganisationChange {
  if (!before) return 'organisation.add'
  if (before.left === null && after.left !== null) return 'organisation.end'
  return before.left !== null && after.left === null ? 'organisation.return' : 'organisation.change'
}

/** What ends takes effect at once (invitations, devices): a day to come would tell something that is not so yet. One that an import brought may stay. */
function checkDays({ joined, left }: State, today: CivilDate, stood: CivilDate | null): void {
  const wrong = (code: string, question: 'joined' | 'left'): never => {
    throw new ProblemError([problem(code, {}, { question })])
  }
  if (joined !== null && joined > today) wrong('organisation.day-to-come', 'joined')
  if (left !== null && left > today && left !== stood) wrong('organisation.day-to-come', 'left')
  if (left !== null && joined === null) wrong('organisation.left-without-joined', 'joined')
  if (left !== null && joined !== null && left < joined) wrong('organisation.left-before-joined', 'left')
}

function checkNames({ name, code }: State, others: readonly Organisation[]): void {
  const lower = name.toLocaleLowerCase('sv')
  if (others.some((one) => one.name.toLocaleLowerCase('sv') === lower)) throw new ProblemError([problem('organisation.name-twice', {}, { question: 'name' })])
  if (others.some((one) => one.code === code)) throw new ProblemError([problem('organisation.code-twice', {}, { question: 'code' })])
}

/** A member that people and devices belong to is no source outside the network. */
async function checkEmpty(transaction: WriteTransaction, id: Id): Promise<void> {
  const there = [...(await readMembers(transaction)), ...(await readDevices(transaction))]
  if (there.some(({ active, organisation }) => active && organisation === id)) throw new ProblemError([problem('organisation.has-members', {}, { question: 'joined' })])
}

async function withdrawInvitations(transaction: WriteTransaction, id: Id): Promise<number> {
  const open = (await readInvitations(transaction)).filter(({ organisation, state }) => organisation === id && state === 'open')
  for (const invitation of open) await endInvitation(transaction, invitation.id, 'withdrawn')
  return open.length
}
