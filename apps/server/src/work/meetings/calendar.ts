// The dates of meetings for a calendar of one's own (RFC 5545): when, and nothing of what it is about.
import { Temporal } from 'temporal-polyfill'
import type { MeetingEntry } from '../../api/meeting-types.ts'

type Dated = Pick<MeetingEntry, 'id' | 'revision' | 'date' | 'begins' | 'ends' | 'state'>

/** Whoever sees the calendar of a phone that lies on a table learns that there is a meeting. Lines end as the standard says. */
export function renderCalendar(meetings: readonly Dated[], timeZone: string, now: string, title: string): string {
  const utc = (date: string, time: string): string => stamp(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant().toString())
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lykta//Meetings//EN', 'CALSCALE:GREGORIAN',
    ...meetings.flatMap(({ id, revision, date, begins, ends, state }) => [
      'BEGIN:VEVENT', `UID:${id}`, `SEQUENCE:${revision - 1}`, `DTSTAMP:${stamp(now)}`, `DTSTART:${utc(date, begins)}`, `DTEND:${utc(date, ends)}`,
      `SUMMARY:${title}`, ...(state === 'cancelled' ? ['STATUS:CANCELLED'] : []), 'CLASS:PRIVATE', 'END:VEVENT',
    ]),
    'END:VCALENDAR', '',
  ].join('\r\n')
}

/** 2026-03-12T13:00:00Z as 20260312T130000Z. */
function stamp(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
