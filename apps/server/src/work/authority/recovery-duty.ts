// Whether the network's keys can be brought back: sheets that were made, and a test of them within twelve months.
import type { CivilDate } from '@lykta/incident'
import { Temporal } from 'temporal-polyfill'
import type { RecoveryDuty } from '../../api/authority-types.ts'

const testEvery = { months: 12 }

/** The last day on which the test holds, in the network's time zone. */
export function testedUntil(testedAt: string | null, timeZone: string): CivilDate | null {
  return testedAt === null ? null : Temporal.Instant.from(testedAt).toZonedDateTimeISO(timeZone).toPlainDate().add(testEvery).toString()
}

/** Null when nothing is missing. A network founded with members has sheets; new ones are untested until two of them are put together. */
export function recoveryDuty({ members, testedAt, today, timeZone }: { readonly members: boolean; readonly testedAt: string | null; readonly today: CivilDate; readonly timeZone: string }): RecoveryDuty | null {
  if (!members) return 'no-members'
  const until = testedUntil(testedAt, timeZone)
  if (until === null) return 'untested'
  return until < today ? 'old' : null
}
