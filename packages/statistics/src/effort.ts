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
  readonly trainings: number
  /** A lower bound when at some training nobody counted. */
  readonly trained: { readonly count: number; readonly isLeast: boolean }
  readonly outreachPasses: number
  /** Null where it is not known to whoever asks. */
  readonly activeOrganisations: number | null
}

/** A month belongs to a period that holds all its days. `activities`: null where the caller may not see who reported. */
export function effortOf(periods: readonly Period[], efforts: readonly EffortRecord[], activities: readonly Activity[] | null): readonly EffortOfPeriod[] {
  return periods.map(({ id, from, to, months }) => {
    const inside = ({ month }: { readonly month: string }): boolean => holds({ from, to }, month)
    const trainings = efforts.filter((one) => one.kind === 'training' && inside(one))
    return {
      id, from, to, months,
      trainings: sum(trainings.map(({ times }) => times)),
      trained: { count: sum(trainings.map(({ people }) => people ?? 0)), isLeast: trainings.some(({ people }) => people === null) },
      outreachPasses: sum(efforts.filter((one) => one.kind === 'outreach' && inside(one)).map(({ times }) => times)),
      activeOrganisations: activities && new Set(activities.filter(inside).map(({ organisation }) => organisation)).size,
    }
  })
}

function holds({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }, month: string): boolean {
  return from <= `${month}-01` && lastDayOfMonth(`${month}-01`) <= to
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
