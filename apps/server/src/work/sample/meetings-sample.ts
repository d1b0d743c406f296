// The invented network's meetings, their texts, a year of effort and its yearly answers, from one file: sealed here, as an import is.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { canonicalText, type Id } from '@lykta/incident'
import {
  appendEfforts, appendMeetingItem, appendMeetings, appendYearlyAnswers, type Circle, findCurrentEpoch, getNetwork, inNetwork, type MeetingItem, type NewMeetingText, readOrganisations, type StoredEffort, write, type WriteTransaction, type YearlyAnswer,
} from '@lykta/register'
import { codedHash, importAuthor, sealText } from '@lykta/seal'
import { Temporal } from 'temporal-polyfill'
import type { MeetingTextCoded } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'
import { meetingFormVersion } from '../meetings/texts.ts'
import { type Later, laterMeetings, type SampleMeeting, type Written } from './later-meetings.ts'
import { sampleId } from './sample-id.ts'

/** samples/exempelstad/meetings.json. Organisations by their codes. */
type SampleFile = {
  readonly meetings: readonly SampleMeeting[]
  readonly later: Readonly<Record<Circle, Later>>
  readonly efforts: readonly (readonly [month: string, kind: StoredEffort['kind'], organisation: string, times: number, people: number | null])[]
  /** As many months ago. */
  readonly recentEfforts: readonly (readonly [ago: number, kind: StoredEffort['kind'], organisation: string, times: number, people: number | null])[]
  readonly yearly: readonly (readonly [year: number, organisation: string, ...answers: readonly YearlyAnswer['answer'][]])[]
}

/** Kept by what it is, so that its situation report is found again. */
export const sampleMeetingId = (circle: Circle, date: string): Id => sampleId(`meeting ${circle} ${date}`)

export async function addSampleMeetings(desk: Desk, file: string): Promise<void> {
  const { meetings, later, efforts, recentEfforts, yearly } = JSON.parse(await readFile(file, 'utf8')) as SampleFile
  const { ids, epoch } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const stored = await readOrganisations(transaction, (await getNetwork(transaction)).position)
    return { ids: new Map(stored.map(({ organisation }) => [organisation.code, organisation.id])), epoch: await findCurrentEpoch(transaction) }
  })
  const idOf = (code: string): Id => {
    const id = ids.get(code)
    if (id === undefined) throw new Error('the sample names an organisation that it does not have')
    return id
  }
  if (!epoch) throw new Error('the sample has no key')
  const today = desk.today()
  const all = [...meetings, ...(['core', 'network'] as const).flatMap((circle) => laterMeetings(circle, later[circle], today))]
    .map((meeting) => ({ ...meeting, id: sampleMeetingId(meeting.circle, meeting.date), revision: 1, attendance: meeting.attendance && meeting.attendance.map(idOf) }))
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()
  const items: { readonly item: MeetingItem; readonly text: NewMeetingText | null }[] = []
  for (const { id, circle, date, begins, situations, decisions, actions } of all) {
    const kinds = [['situation', situations], ['decision', decisions], ['action', actions]] as const
    // What is said before a meeting that is to come was said by yesterday.
    const at = `${date < today ? date : yesterday}T${begins}:00.000Z`
    for (const [kind, written] of kinds) for (const one of written) items.push(await itemOf(desk, epoch, { meeting: id, circle, kind, at }, dated(one, today), idOf))
  }
  await write(desk.register, { ...desk.context, member: importAuthor }, { action: 'sample.meetings', object: `network:${desk.network.id}` }, async (transaction: WriteTransaction) => {
    await appendMeetings(transaction, all)
    for (const { item, text } of items) await appendMeetingItem(transaction, item, text)
    const recent = recentEfforts.map(([ago, ...effort]) => [Temporal.PlainDate.from(today).subtract({ months: ago }).toString().slice(0, 7), ...effort] as const)
    await appendEfforts(transaction, [...efforts, ...recent].map(([month, kind, organisation, times, people]) => ({ id: randomUUID(), revision: 1, organisation: idOf(organisation), kind, month, times, people, withdrawn: false })))
    await appendYearlyAnswers(transaction, yearly.flatMap(([year, organisation, ...answers]) =>
      (['begging', 'labour', 'crime'] as const).map((subject, index) => ({ organisation: idOf(organisation), year, subject, answer: answers[index]! }))))
  })
}

const dated = ({ dueIn, ...written }: Written, today: string): Written => (dueIn === undefined ? written : { ...written, due: Temporal.PlainDate.from(today).add({ days: dueIn }).toString() })

type Place = { readonly meeting: Id; readonly circle: Circle; readonly kind: MeetingItem['kind']; readonly at: string }

async function itemOf(desk: Desk, { epoch, recipient }: { readonly epoch: number; readonly recipient: string }, { meeting, circle, kind, at }: Place, written: Written, idOf: (code: string) => Id): Promise<{ readonly item: MeetingItem; readonly text: NewMeetingText | null }> {
  const organisation = written.organisation === undefined ? null : idOf(written.organisation)
  const state = kind === 'decision' ? 'stands' : kind === 'situation' ? (written.text === undefined ? 'nothing' : 'told') : (written.state ?? 'open')
  const item: MeetingItem = { id: randomUUID(), revision: 1, meeting, circle, kind, organisation, state, due: written.due ?? null, settled: written.settled ?? null, line: written.line ?? null }
  if (written.text === undefined) return { item, text: null }
  const coded: MeetingTextCoded = { meeting, circle, kind, organisation: kind === 'situation' ? organisation : null }
  const context = { network: desk.network.id, incident: item.id, revision: 1, previous: null, epoch, author: importAuthor, formVersion: meetingFormVersion, codedHash: codedHash(canonicalText(coded)), createdAt: at }
  const { body, key } = await sealText({ text: written.text, context, recipient })
  return { item, text: { id: randomUUID(), body, key, epoch, position: null, previous: null, createdAt: at } }
}
