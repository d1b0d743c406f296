// Several reports of one event as one: the first report's answers stand, and what it does not know is taken from those after it.
import { anyAnswer } from '../any-answer.ts'
import type { Occurrence } from '../civil-date.ts'
import type { Answer } from '../codes.ts'
import type { Incident, PersonGroup } from '../incident.ts'
import { joinQuantity } from './join-quantity.ts'

/**
 * In the order in which they were reported. The date is the one known most closely; indicators are united; that police were contacted
 * is known if any report knows it; numbers are joined as `joinQuantity` says. The persons stand one report after the other: who of
 * them is the same is said by links of their own.
 */
export function joinAnswers(reports: readonly [Incident, ...Incident[]], persons: readonly PersonGroup[]): Incident {
  const [first] = reports
  const quantity = (of: 'policeReports' | 'buyers' | 'procurers' | 'otherPerpetrators') => joinQuantity(reports.map((report) => report[of]))
  const asked = reports.flatMap(({ indicators }) => (indicators === null ? [] : [indicators]))
  return {
    ...first,
    occurred: reports.map(({ occurred }) => occurred).reduce((best, next) => (days(next) < days(best) ? next : best)),
    placeType: reports.find(({ placeType }) => placeType !== 'unknown')?.placeType ?? 'unknown',
    area: reports.find(({ area }) => area !== null)?.area ?? null,
    exploitation: reports.find(({ exploitation }) => exploitation !== 'unknown')?.exploitation ?? 'unknown',
    indicators: asked.length === 0 ? null : [...new Set(asked.flat())].sort(),
    policeContacted: anyAnswer(reports.map(({ policeContacted }) => policeContacted)) as Answer,
    policeReports: quantity('policeReports'),
    buyers: quantity('buyers'),
    procurers: quantity('procurers'),
    otherPerpetrators: quantity('otherPerpetrators'),
    persons,
  }
}

function days({ from, to }: Occurrence): number {
  return Date.parse(to) - Date.parse(from)
}
