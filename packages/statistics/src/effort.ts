// Effort of periods: trainings, people trained, outreach passes and active organisations, without which no trend can be read.
import { type CivilDate, type Id, lastDayOfMonth } from '@lykta/incident'
import type { Period } from './period.ts'

/** What one organisation did in one month. */
export type EffortRecord = {
  readonly kind: 'training' | 'outreach'
  /** YYYY-MM */
  readonly month: string
  readonly times: number
  /** Trained; null when nobody counted them, and of outreach. */
  readonly people: number | null
}

/** That an organisation reported, said that there was nothing to report, or made an effort: it looked, in that month. */
export type Activity = { readonly organisation: Id; readonly month: string }

export type EffortOfPeriod = Pick<Period, 'id' | 'from' | 'to' | 'months'> & {
  /** Null: not collected. A kind of effort is collected from the first month of which something of it was entered; after it, nothing entered is none. */
  readonly trainings: number | null
  /** A lower bound when at some training nobody counted; null when at none somebody did, or trainings were not collected. */
  readonly trained: { readonly count: number; readonly isLeast: boolean } | null
  /** Null: not collected. */
  readonly outreachPasses: number | null
  /** YYYY-MM: the number is of this month and those after it alone, because nothing of the kind was entered for earlier months of the period; null where it is of all of it. */
  readonly trainingsFrom: string | null
  readonly outreachFrom: string | null
  /** Null where it is not known to whoever asks. */
  readonly activeOrganisations: number | null
}

/** A month belongs to a period that holds all its days. `activities`: null where the caller may not see who reported. Nothing is asked of months before `collectionStart`. */
export function effortOf(periods: readonly Period[], efforts: readonly EffortRecord[], activities: readonly Activity[] | null, collectionStart: CivilDate): readonly EffortOfPeriod[] {
  const firstOf = (kind: EffortRecord['kind']): string => efforts.reduce((first, one) => (one.kind === kind && one.month < first ? one.month : first), '9999-12')
  const [firstTraining, firstPass] = [firstOf('training'), firstOf('outreach')]
  return periods.map(({ id, from, to, months }) => {
    const isCollected = (first: string): boolean => months > 0 && to.slice(0, 7) >= first
    const start = (from > collectionStart ? from : collectionStart).slice(0, 7)
    const lateFrom = (first: string): string | null => (isCollected(first) && first > start ? first : null)
    const inside = monthsWithin(from, to)
    const trainings = efforts.filter((one) => one.kind === 'training' && inside(one))
    const counted = trainings.flatMap(({ people }) => (people === null ? [] : [people]))
    return {
      id, from, to, months,
      trainings: isCollected(firstTraining) ? sum(trainings.map(({ times }) => times)) : null,
      trained: !isCollected(firstTraining) || (trainings.length > 0 && counted.length === 0) ? null : { count: sum(counted), isLeast: counted.length < trainings.length },
      outreachPasses: isCollected(firstPass) ? sum(efforts.filter((one) => one.kind === 'outreach' && inside(one)).map(({ times }) => times)) : null,
      trainingsFrom: lateFrom(firstTraining),
      outreachFrom: lateFrom(firstPass),
      activeOrganisations: activities && new Set(activities.filter(inside).map(({ organisation }) => organisation)).size,
    }
  })
}

/** Calendar arithmetic once a period: a network has an activity for each month and organisation. */
function monthsWithin(from: CivilDate, to: CivilDate): (one: { readonly month: string }) => boolean {
  const last = to.slice(0, 7)
  const ends = to === lastDayOfMonth(to)
  return ({ month }) => from <= `${month}-01` && (month < last || (month === last && ends))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
