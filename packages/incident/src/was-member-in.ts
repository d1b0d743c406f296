// Whether an organisation was a member of the network in a calendar year, or on a day.
import type { CivilDate } from './civil-date.ts'
import type { Organisation } from './incident.ts'

/** On any day of it. A source that never was a member is none in any year. */
export function wasMemberIn({ joined, left }: Pick<Organisation, 'joined' | 'left'>, year: number): boolean {
  return joined !== null && Number(joined.slice(0, 4)) <= year && (left === null || Number(left.slice(0, 4)) >= year)
}

/** The day on which it left was its last as a member. */
export function wasMemberOn({ joined, left }: Pick<Organisation, 'joined' | 'left'>, day: CivilDate): boolean {
  return joined !== null && joined <= day && (left === null || left >= day)
}
