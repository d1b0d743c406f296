// Which years are offered: up to the last one with an incident, this year, and the one looked at.
import type { NetworkAnswer } from '../../../../server/src/api/types.ts'

export function shownYears({ years, latestYear, today }: NetworkAnswer, chosen: number): readonly number[] {
  const thisYear = Number(today.slice(0, 4))
  return years.filter((year) => year <= latestYear || year === thisYear || year === chosen)
}
