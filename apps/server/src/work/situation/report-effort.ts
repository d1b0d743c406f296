// The effort that a situation report tells of: what was done in its months, and of how many members.
import type { Organisation } from '@lykta/incident'
import type { SituationEffort } from '@lykta/publication'
import type { EffortOfPeriod, Period } from '@lykta/statistics'
import { isMemberWithin } from '../efforts/member-months.ts'

/** `period`: whole months. */
export function reportEffort(period: Period, effort: EffortOfPeriod, organisations: readonly Pick<Organisation, 'joined' | 'left'>[]): SituationEffort {
  const { activeOrganisations, trainings, trained, outreachPasses, trainingsFrom, outreachFrom } = effort
  return {
    period, members: organisations.filter((one) => isMemberWithin(one, period.from.slice(0, 7), period.to.slice(0, 7))).length, active: activeOrganisations ?? 0,
    trainings, peopleTrained: trained?.count ?? null, peopleAreLeast: trained?.isLeast ?? false, outreachPasses, trainingsFrom, outreachFrom,
  }
}
