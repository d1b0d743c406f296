// Which actions belong to a meeting: those made at it, and those that earlier ones of its circle left open.
import type { CivilDate, Id } from '@lykta/incident'
import type { StoredMeeting, StoredMeetingItem } from '@lykta/register'

export type Placed = Pick<StoredMeeting, 'id' | 'circle' | 'date' | 'begins' | 'state'>
export type Action = StoredMeetingItem & { readonly kind: 'action'; readonly text: NonNullable<StoredMeetingItem['text']>; readonly madeOn: CivilDate }

/** Actions of the circle with the day on which each was made; slips left out. */
export function actionsOf(items: readonly StoredMeetingItem[], meetings: readonly Placed[]): readonly Action[] {
  const dates = new Map(meetings.map(({ id, date }) => [id, date]))
  return items.flatMap((item) => (item.kind === 'action' && item.state !== 'withdrawn' && item.text !== null && dates.has(item.meeting) ? [{ ...item, kind: item.kind, text: item.text, madeOn: dates.get(item.meeting)! }] : []))
}

export function isBefore(one: Pick<Placed, 'date' | 'begins'>, other: Pick<Placed, 'date' | 'begins'>): boolean {
  return one.date < other.date || (one.date === other.date && one.begins < other.begins)
}

/** Made at it, or before it and not settled before its day: what was settled in between does not come back. */
export function belongsTo(action: Action, meeting: Placed, meetings: readonly Placed[]): boolean {
  if (action.meeting === meeting.id) return true
  const made = meetings.find(({ id }) => id === action.meeting)
  return made !== undefined && isBefore(made, meeting) && (action.settled === null || action.settled >= meeting.date)
}

/**
 * Of the circle, those between the last that was held before and this one that are planned still, though their day is over: whether they were
 * held decides what "since the last meeting" is.
 */
export function unsaidBefore(meeting: Pick<Placed, 'circle' | 'date' | 'begins'> & { readonly id?: Id }, meetings: readonly Placed[], today: CivilDate): readonly Placed[] {
  const previous = previousOf(meeting, meetings)
  return meetings.filter((one) =>
    one.circle === meeting.circle && one.state === 'planned' && one.id !== meeting.id && one.date < today && isBefore(one, meeting) && (previous === undefined || isBefore(previous, one)))
}

/** Of the circle, the last that was held before. */
export function previousOf(meeting: Pick<Placed, 'circle' | 'date' | 'begins'> & { readonly id?: Id }, meetings: readonly Placed[]): Placed | undefined {
  return meetings.filter((one) => one.circle === meeting.circle && one.state === 'held' && one.id !== meeting.id && isBefore(one, meeting)).at(-1)
}
