// Asks each organisation by a letter that says nothing, and once more if it has not answered; the audit remembers what was asked.
import { type CivilDate, type Id, wasMemberOn } from '@lykta/incident'
import { getNetwork, inNetwork, readMeetings, readOrganisations, type ReadTransaction, readYearlyAnswers, write } from '@lykta/register'
import type { YearlySubject } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'
import { findSettings } from '../network-settings.ts'
import type { Notify } from '../notify.ts'
import { type Ask, type AskFacts, findAsks, usualDaysBefore } from './asks.ts'
import { readMeeting } from './meetings.ts'

export const yearlySubjects: readonly YearlySubject[] = ['begging', 'labour', 'crime']

/** How many asks were due. */
export async function askOrganisations({ register, network, ...rest }: Desk, notify: Notify): Promise<number> {
  // As the server itself: nobody acts, and everybody is told.
  const desk: Desk = { register, network, ...rest, context: { network: network.id, member: 'operator' } }
  const due = findAsks(await inNetwork(register, desk.context, async (transaction): Promise<AskFacts> => ({
    today: desk.today(), daysBefore: (await findSettings(transaction))?.daysBeforeMeeting ?? usualDaysBefore, done: await readDone(transaction, network.timeZone),
    meetings: (await readMeetings(transaction)).filter(({ state }) => state === 'planned'),
  })))
  for (const { act, object } of due) {
    // First that it was asked: a server that dies here asks one time too few, and the meeting's page asks all the same.
    await write(register, desk.context, { action: act, object }, async () => {})
    const [kind, of] = object.split(':') as [string, string]
    const silent = kind === 'year' ? await silentOfYear(desk, Number(of)) : await silentBefore(desk, of)
    for (const { organisation, circle } of silent) notify(desk, { for: 'situation', organisation, circle })
  }
  return due.length
}

type Silent = readonly { readonly organisation: Id; readonly circle: 'core' | 'network' }[]

async function silentBefore(desk: Desk, meeting: Id): Promise<Silent> {
  const found = await readMeeting(desk, meeting)
  return (found?.invited ?? []).filter((id) => !found!.situations.some(({ organisation }) => organisation === id)).map((organisation) => ({ organisation, circle: found!.meeting.circle }))
}

async function silentOfYear(desk: Desk, year: number): Promise<Silent> {
  const today = desk.today()
  const [organisations, answers] = await inNetwork(desk.register, desk.context, async (transaction) =>
    [await readOrganisations(transaction, (await getNetwork(transaction)).position), await readYearlyAnswers(transaction)] as const)
  return organisations.flatMap(({ organisation }) => (wasMemberOn(organisation, today) && !hasAnswered(answers, organisation.id, year) ? [{ organisation: organisation.id, circle: 'network' as const }] : []))
}

export function hasAnswered(answers: readonly { readonly organisation: Id; readonly year: number; readonly subject: YearlySubject }[], organisation: Id, year: number): boolean {
  return yearlySubjects.every((subject) => answers.some((one) => one.organisation === organisation && one.year === year && one.subject === subject))
}

async function readDone({ run, network }: ReadTransaction, timeZone: string): Promise<AskFacts['done']> {
  const rows = await run(`select action, object, to_char(at at time zone $2, 'YYYY-MM-DD') as "on" from lykta.audit
    where network_id = $1 and action in ('meeting.ask', 'meeting.remind', 'yearly.ask', 'yearly.remind')`, [network, timeZone])
  return rows.map((row) => ({ act: row['action'] as Ask['act'], object: row['object'] as string, on: row['on'] as CivilDate }))
}
