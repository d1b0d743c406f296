// An incident's answers with less of what points at somebody; everything that a table counts stays as it is.
import { type CivilDate, lastDayOfMonth } from './civil-date.ts'
import type { Incident } from './incident.ts'

/** 'person': with whom and when the persons were in touch; 'coded': days, the area, and answers that no table counts. */
export const coarseLevels = ['person', 'coded'] as const
export type CoarseLevel = (typeof coarseLevels)[number]

/**
 * Months instead of days: an occurrence counts in a period of whole months exactly when it did before. `collectionStart`: what was wholly before it, or reported
 * before it, stays before. Sex, age group, nationality, person references and every number are counted, and stay. Twice is as once.
 * `keepsDays`: of an incident that was ever linked as a report of an event. Which report came first and which knows the day most closely
 * decides what the event counts as (`joinAnswers`), and months do not tell.
 */
export function coarsenIncident(incident: Incident, levels: readonly CoarseLevel[], collectionStart: CivilDate, keepsDays = false): Incident {
  const lessOfPersons = levels.includes('person') ? withoutContacts(incident) : incident
  if (!levels.includes('coded')) return lessOfPersons
  const { own: _, ...rest } = lessOfPersons
  return { ...rest, area: null, ...(keepsDays ? {} : monthsOf(lessOfPersons, collectionStart)) }
}

function withoutContacts({ concernReport, ...incident }: Incident): Incident {
  return {
    ...incident,
    persons: incident.persons.map((group) => ({ ...group, supportOrganisation: null, contactDate: null })),
    ...(concernReport && { concernReport: { made: concernReport.made, on: null } }),
  }
}

function monthsOf({ occurred: { from, to, about }, reportedOn }: Incident, collectionStart: CivilDate): Pick<Incident, 'occurred' | 'reportedOn'> {
  return { occurred: { from: `${from.slice(0, 7)}-01`, to: monthEnd(to, collectionStart), about }, reportedOn: monthEnd(reportedOn, collectionStart) }
}

/** The last day of its month, on the same side of the day on which collection began. */
function monthEnd(day: CivilDate, collectionStart: CivilDate): CivilDate {
  const last = lastDayOfMonth(day)
  if (day >= collectionStart || last < collectionStart) return last
  // It began later in that month: the day before.
  return `${day.slice(0, 8)}${String(Number(collectionStart.slice(8)) - 1).padStart(2, '0')}`
}
