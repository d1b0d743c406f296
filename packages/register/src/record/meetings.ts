// Meetings of the two circles: their dates, agenda and attendance, as revisions.
import type { CivilDate, Id } from '@lykta/incident'
import type { Circle, MeetingRevisionRow } from '../meeting-tables.ts'
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type NewMeeting = {
  readonly id: Id
  readonly circle: Circle
  /** 1 for a new one, else one more than the one that stands. */
  readonly revision: number
  readonly date: CivilDate
  /** HH:MM, of the network's time zone. */
  readonly begins: string
  readonly ends: string
  readonly state: MeetingRevisionRow['state']
  readonly agenda: readonly string[]
  /** Organisations that took part; null until it has been noted. */
  readonly attendance: readonly Id[] | null
}

export type StoredMeeting = NewMeeting & { readonly author: string; readonly createdAt: Instant }

/** Several at once: a year's dates are one act. Another revision that came between is refused with `register.changed-meanwhile`. */
export async function appendMeetings(transaction: WriteTransaction, meetings: readonly NewMeeting[]): Promise<void> {
  const { network, member } = transaction
  const first = meetings.filter(({ revision }) => revision === 1)
  await insertRows(transaction, 'meeting', first.map(({ id, circle }) => ({ network_id: network, meeting_id: id, circle })))
  await insertRows(transaction, 'meeting_revision', meetings.map(({ id, circle, revision, date, begins, ends, state, agenda, attendance }) => ({
    network_id: network, meeting_id: id, circle, revision, held_on: date, begins, ends, state, agenda: JSON.stringify(agenda),
    attendance: attendance && JSON.stringify(attendance), author: member, created_at: new Date().toISOString(),
  })))
}

/** As they stand, by date: all that the caller may see, of one circle or both. */
export async function readMeetings({ db, network }: ReadTransaction, circle?: Circle): Promise<readonly StoredMeeting[]> {
  const rows = await db.selectFrom('meeting_revision').selectAll().where('network_id', '=', network).$if(circle !== undefined, (query) => query.where('circle', '=', circle!))
    .where('from_position', 'is not', null).where('until_position', 'is', null).orderBy('held_on').orderBy('begins').orderBy('meeting_id').execute()
  return rows.map(meetingOf)
}

function meetingOf(row: Stored<'meeting_revision'>): StoredMeeting {
  const { meeting_id: id, circle, revision, held_on: date, begins, ends, state, agenda, attendance, author, created_at: createdAt } = row
  return {
    id, circle, revision, date, begins, ends, state, agenda: JSON.parse(agenda) as readonly string[],
    attendance: attendance === null ? null : (JSON.parse(attendance) as readonly Id[]), author, createdAt,
  }
}
