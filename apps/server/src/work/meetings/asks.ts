// What has to be asked of organisations now: their situation before a meeting, and once a year about begging, labour and crime. Each once, each reminded of once.
import { type CivilDate, daysBetween, type Id } from '@lykta/incident'

export type Ask = {
  readonly act: 'meeting.ask' | 'meeting.remind' | 'yearly.ask' | 'yearly.remind'
  /** What it is about, as the audit says it. */
  readonly object: string
}

export type AskFacts = {
  readonly today: CivilDate
  /** Before a meeting; 0 asks of none. */
  readonly daysBefore: number
  /** That are planned. */
  readonly meetings: readonly { readonly id: Id; readonly date: CivilDate }[]
  /** Done before, with the day on which. */
  readonly done: readonly (Ask & { readonly on: CivilDate })[]
}

/** A letter that comes later than this finds nobody in time. */
const remindDays = 3
const yearly = { ask: '11-15', remind: '12-10' } as const

export const usualDaysBefore = 14

/** Is the meeting so near that its situations are asked for? Not on its own day: then they are said aloud. */
export function isAskedFor(date: CivilDate, today: CivilDate, daysBefore: number): boolean {
  const left = daysBetween(today, date)
  return left > 0 && left <= daysBefore
}

/** Whether this year's questions are asked by now. */
export function isYearAsked(today: CivilDate): boolean {
  return today.slice(5) >= yearly.ask
}

export function findAsks({ today, daysBefore, meetings, done }: AskFacts): readonly Ask[] {
  const dayOf = (act: Ask['act'], object: string): CivilDate | undefined => done.find((one) => one.act === act && one.object === object)?.on
  const next = (kind: 'meeting' | 'yearly', object: string, remindsToday: boolean): readonly Ask[] => {
    const asked = dayOf(`${kind}.ask`, object)
    if (asked === undefined) return [{ act: `${kind}.ask`, object }]
    // Whoever is asked today is not reminded today.
    return remindsToday && asked < today && dayOf(`${kind}.remind`, object) === undefined ? [{ act: `${kind}.remind`, object }] : []
  }
  return [
    ...meetings.filter(({ date }) => isAskedFor(date, today, daysBefore)).flatMap(({ id, date }) => next('meeting', `meeting:${id}`, daysBetween(today, date) <= Math.min(remindDays, daysBefore))),
    ...(daysBefore > 0 && isYearAsked(today) ? next('yearly', `year:${today.slice(0, 4)}`, today.slice(5) >= yearly.remind) : []),
  ]
}
