// Which rows of the register a count reads, and how a date finds its periods, as SQL fragments and their reverse.
import type { CivilDate, Organisation } from '@lykta/incident'
import { Temporal } from 'temporal-polyfill'
import type { Period } from '../period.ts'
import type { CountOptions } from './memory.ts'

/** Runs one query of the register's network in context; numbers come back as numbers. */
export type RunQuery = (text: string, params: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

export type SqlScope = {
  /** $1 network, $2 position, $3 collection start, $4 first day, $5 day after the last, $6 boundaries. */
  readonly params: readonly unknown[]
  readonly where: string
  /** Numbers of the stretches between boundaries in which the date's ends lie. */
  readonly i: string
  readonly j: string
  /** Indexes of the periods that hold both stretches. */
  readonly periodsOf: (i: number, j: number) => readonly number[]
}

/** What the steps of one count share. */
export type SqlCount = {
  readonly run: RunQuery
  readonly scope: SqlScope
  readonly organisations: readonly Organisation[]
  readonly numberOf: ReadonlyMap<string, number>
}

/**
 * Cuts time at every boundary of every period, so that one pass over the rows serves periods that overlap (a year
 * and the whole): a date lies in a period when both its ends lie in stretches of it.
 */
export function sqlScope(network: string, position: number, periods: readonly Period[], { collection, basis }: CountOptions): SqlScope {
  const boundaries = [...new Set(periods.flatMap((period) => [period.from, dayAfter(period.to)]))].sort()
  const stretch = (day: CivilDate): number => boundaries.filter((boundary) => boundary <= day).length
  const stretches = periods.map((period) => ({ first: stretch(period.from), last: stretch(period.to) }))
  const from = basis === 'occurred' ? 'occurred_from' : 'reported_on'
  const to = basis === 'occurred' ? 'occurred_to' : 'reported_on'
  const known = new Map<string, readonly number[]>()
  return {
    params: [network, position, collection.from, boundaries[0], boundaries.at(-1), boundaries],
    where: `network_id = $1 and not withdrawn and from_position <= $2 and (until_position is null or until_position > $2)
      and ${to} >= $3::date and ${from} >= $4::date and ${to} < $5::date`,
    i: `width_bucket(${from}, $6::date[])`,
    j: `width_bucket(${to}, $6::date[])`,
    periodsOf: (i, j) => {
      const key = `${i} ${j}`
      let found = known.get(key)
      if (!found) {
        found = stretches.flatMap(({ first, last }, index) => (i >= first && j <= last ? [index] : []))
        known.set(key, found)
      }
      return found
    },
  }
}

function dayAfter(day: CivilDate): CivilDate {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}
