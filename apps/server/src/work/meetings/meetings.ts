// Meetings of the two circles: listed, a year's dates planned in one go, one changed; and one with all that belongs to it.
import { type Id, problem, ProblemError, wasMemberOn } from '@lykta/incident'
import { appendMeetingItem, appendMeetings, getNetwork, inNetwork, type Member, readMeetingItems, readMeetings, readMembers, readOrganisations, type ReadTransaction, type StoredMeeting, type StoredMeetingItem, write, type WriteTransaction } from '@lykta/register'
import type { DecisionEntry, MeetingAnswer, MeetingEntry, MeetingRequest, NewMeetingsRequest, SituationEntry } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'
import { actionsOf, belongsTo, previousOf } from './carried-actions.ts'
import { moveLines } from './move-lines.ts'
import { actionEntry } from './previous-meeting.ts'

export async function listMeetings(desk: Desk): Promise<readonly MeetingEntry[]> {
  return (await inNetwork(desk.register, desk.context, (transaction) => readMeetings(transaction))).map(entryOf)
}

/** False when they are there already; refuses ids that stand for something else (`register.changed-meanwhile`). */
export async function planMeetings(desk: Desk, { meetings }: NewMeetingsRequest): Promise<boolean> {
  const there = await listMeetings(desk)
  if (meetings.every((one) => there.some(({ id, circle, date }) => id === one.id && circle === one.circle && date === one.date))) return false
  await write(desk.register, desk.context, { action: 'meeting.plan', object: `meetings:${meetings.length}` }, (transaction) =>
    appendMeetings(transaction, meetings.map((one) => ({ ...one, revision: 1, state: 'planned', attendance: null }))))
  return true
}

/** Undefined when there is no such meeting. `revision`: the one that was looked at. What stands under a line of the agenda goes where the line goes; without it the line stays (`meeting.line-needed`). */
export async function changeMeeting(desk: Desk, id: Id, { revision, ...sent }: MeetingRequest): Promise<MeetingEntry | undefined> {
  const found = await inNetwork(desk.register, desk.context, (transaction) => findMeeting(transaction, id))
  if (!found) return undefined
  if (sent.attendance !== null && new Set(sent.attendance).size !== sent.attendance.length) throw new ProblemError([problem('meeting.attendance')])
  const changed = { ...found, ...sent, revision: revision + 1 }
  if (JSON.stringify(entryOf({ ...changed, revision: found.revision })) === JSON.stringify(entryOf(found)) && found.revision === revision + 1) return entryOf(found)
  await write(desk.register, desk.context, { action: 'meeting.change', object: `meeting:${id}` }, async (transaction) => {
    await checkOrganisations(transaction, sent.attendance ?? [])
    const stands = await findMeeting(transaction, id)
    if (stands?.revision !== revision) throw new ProblemError([problem('register.changed-meanwhile')])
    await appendMeetings(transaction, [changed])
    await moveItems(transaction, stands, changed.agenda)
  })
  return entryOf(changed)
}

/** A decision names its line by the line's place, so both change in one write; earlier revisions of both stay as they were, and agree. */
async function moveItems(transaction: WriteTransaction, { id, circle, agenda }: StoredMeeting, after: readonly string[]): Promise<void> {
  const places = moveLines(agenda, after)
  const items = (await readMeetingItems(transaction, circle)).filter((item) => item.meeting === id && item.line !== null && item.state !== 'withdrawn')
  for (const { text, ...item } of items) {
    // Past the end of the agenda there is none to follow.
    const line = item.line! < agenda.length ? places[item.line!]! : item.line
    if (line === null) throw new ProblemError([problem('meeting.line-needed', { line: item.line! + 1 })])
    if (line !== item.line) await appendMeetingItem(transaction, { ...item, revision: item.revision + 1, line }, text)
  }
}

/** Undefined when there is none that the caller may see. What of it she may not see, row-level security leaves out. */
export async function readMeeting(desk: Desk, id: Id): Promise<MeetingAnswer | undefined> {
  // Who the members are is the coordinator's to read; which organisations have core members is no secret in the core group.
  const people = await inNetwork(desk.register, { network: desk.context.network, member: 'operator' }, readMembers)
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const found = await findWithItems(transaction, id)
    if (!found) return undefined
    const { meeting, meetings, items, actions } = found
    const previous = previousOf(meeting, meetings)
    return {
      meeting: entryOf(meeting),
      invited: await readInvited(transaction, people, found),
      previous: previous ? { id: previous.id, date: previous.date } : null,
      situations: items.filter(({ kind }) => kind === 'situation').map(({ id: item, revision, organisation, state, text }): SituationEntry =>
        ({ id: item, revision, organisation: organisation!, state: state as SituationEntry['state'], text })),
      decisions: items.flatMap(({ id: item, kind, revision, state, line, text }): readonly DecisionEntry[] => (kind === 'decision' && state === 'stands' && text ? [{ id: item, revision, line, text }] : [])),
      actions: actions.map(actionEntry),
    }
  })
}

/** Where nobody is a member yet, whoever took part in the circle or said something to it belongs to it. */
async function readInvited(transaction: ReadTransaction, people: readonly Member[], { meeting, meetings, all }: Found): Promise<readonly Id[]> {
  const known = (await readOrganisations(transaction, (await getNetwork(transaction)).position)).map(({ organisation }) => organisation)
  const members = known.filter((one) => wasMemberOn(one, meeting.date)).map(({ id }) => id)
  if (meeting.circle === 'network') return members
  const inCircle = new Set([
    ...people.filter(({ active, role }) => active && (role === 'core-member' || role === 'coordinator')).map(({ organisation }) => organisation),
    ...meetings.flatMap(({ attendance }) => attendance ?? []), ...all.filter(({ kind }) => kind === 'situation').map(({ organisation }) => organisation),
  ])
  return members.filter((id) => inCircle.has(id))
}

type Found = NonNullable<Awaited<ReturnType<typeof findWithItems>>>

/** Its own items, and beside them the actions that were made at it or carried to it. */
export async function findWithItems(transaction: ReadTransaction, id: Id): Promise<{
  readonly meeting: StoredMeeting; readonly meetings: readonly StoredMeeting[]; readonly items: readonly StoredMeetingItem[]; /** The circle's. */ readonly all: readonly StoredMeetingItem[]; readonly actions: ReturnType<typeof actionsOf>
} | undefined> {
  const all = await readMeetings(transaction)
  const meeting = all.find((one) => one.id === id)
  if (!meeting) return undefined
  const meetings = all.filter(({ circle }) => circle === meeting.circle)
  const items = await readMeetingItems(transaction, meeting.circle)
  return { meeting, meetings, all: items, items: items.filter((one) => one.meeting === id), actions: actionsOf(items, meetings).filter((action) => belongsTo(action, meeting, meetings)) }
}

export async function findMeeting(transaction: ReadTransaction, id: Id): Promise<StoredMeeting | undefined> {
  return (await readMeetings(transaction)).find((one) => one.id === id)
}

/** Members of the network, now or before: a source outside it meets with nobody. */
export async function checkOrganisations(transaction: ReadTransaction, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const known = await readOrganisations(transaction, (await getNetwork(transaction)).position)
  if (!ids.every((id) => known.some(({ organisation }) => organisation.id === id && organisation.joined !== null))) throw new ProblemError([problem('meeting.organisation')])
}

function entryOf({ id, circle, revision, date, begins, ends, state, agenda, attendance }: StoredMeeting): MeetingEntry {
  return { id, circle, revision, date, begins, ends, state, agenda, attendance }
}
