// What becomes of a report that was not acknowledged: only what is wrong with the report itself is final.
import type { Failure } from '../../../../server/src/api/types.ts'

/**
 * 'silent': no answer, the server's own failure, too many at once, or the register's own matter (its disk, another write), so that the same
 * report is taken another time; 'later': what the coordinator has yet to do, or what time does by itself; 'unknown': the server no longer knows this browser.
 */
export type Fate = 'silent' | 'later' | 'unknown' | 'refused'

/** Written by a clock that is far ahead: taken when that time has come (docs/decisions/0031-a-clock-that-is-wrong.md). */
export const tooEarly = 'incident.clock-ahead'
const forNow = new Set(['incident.recovery-untested', 'incident.author-not-listed', tooEarly])

export function fateOf({ status, problems }: Failure): Fate {
  if (status === 404) return 'unknown'
  if (status === 0 || status >= 500 || status === 429 || problems.some(({ code }) => code.startsWith('register.'))) return 'silent'
  return problems.some(({ code }) => forNow.has(code)) ? 'later' : 'refused'
}
