// The tables of the annual report, as data: what `lykta count` prints, the pages show and the edition protects.
import type { TableSpec } from './spec.ts'

/** A headline figure with what must stand beside it. */
export type MeasureSpec = {
  readonly id: string
  readonly count: TableSpec
  /** The same unit with the answer "unknown", or incidents whose number is unknown. */
  readonly unknown?: TableSpec
  /** The same unit to whom the question was not put. */
  readonly notAsked?: TableSpec
  /** Person-occurrences behind unique persons: the headline is "between unique and occurrences". */
  readonly occurrences?: TableSpec
  /** Incidents without a person entry: their number of persons is unknown, so the total is a lower bound. */
  readonly incidentsUnknown?: TableSpec
  /** Members on the last day of the exposure, and those that reported in the period. */
  readonly atEnd?: TableSpec
  readonly reporting?: TableSpec
}

/** What may stand beside a headline figure, in the order in which it is shown. */
export const companions = ['unknown', 'notAsked', 'occurrences', 'incidentsUnknown', 'atEnd', 'reporting'] as const

const total = (id: string, unit: TableSpec['unit'], where?: TableSpec['where']): TableSpec =>
  where ? { id, unit, by: [], where, base: 'all' } : { id, unit, by: [], base: 'all' }

export const measures: readonly MeasureSpec[] = [
  { id: 'incidents', count: total('incidents', 'incident') },
  {
    id: 'persons',
    count: total('persons', 'person'),
    occurrences: total('persons.occurrences', 'person-occurrence'),
    incidentsUnknown: total('persons.incidentsUnknown', 'incident', { 'persons-known': ['unknown'] }),
  },
  {
    id: 'personsInContact',
    count: total('personsInContact', 'person', { 'support-contact': ['yes'] }),
    unknown: total('personsInContact.unknown', 'person', { 'support-contact': ['unknown'] }),
    notAsked: total('personsInContact.notAsked', 'person', { 'support-contact': ['not-asked'] }),
  },
  {
    id: 'incidentsInContact',
    count: total('incidentsInContact', 'incident', { 'support-contact': ['yes'] }),
    unknown: total('incidentsInContact.unknown', 'incident', { 'support-contact': ['unknown'] }),
    notAsked: total('incidentsInContact.notAsked', 'incident', { 'support-contact': ['not-asked'] }),
  },
  {
    id: 'incidentsOffered',
    count: total('incidentsOffered', 'incident', { 'support-offered': ['yes'] }),
    unknown: total('incidentsOffered.unknown', 'incident', { 'support-offered': ['unknown'] }),
    notAsked: total('incidentsOffered.notAsked', 'incident', { 'support-offered': ['not-asked'] }),
  },
  {
    id: 'incidentsAccepting',
    count: total('incidentsAccepting', 'incident', { 'accepted-support': ['yes'] }),
    unknown: total('incidentsAccepting.unknown', 'incident', { 'accepted-support': ['unknown'] }),
    notAsked: total('incidentsAccepting.notAsked', 'incident', { 'accepted-support': ['not-asked'] }),
  },
  {
    id: 'personsAccepting',
    count: total('personsAccepting', 'person', { 'accepted-support': ['yes'] }),
    unknown: total('personsAccepting.unknown', 'person', { 'accepted-support': ['unknown'] }),
    notAsked: total('personsAccepting.notAsked', 'person', { 'accepted-support': ['not-asked'] }),
  },
  {
    id: 'perpetrators',
    count: total('perpetrators', 'perpetrator'),
    unknown: total('perpetrators.unknown', 'incident', { 'perpetrators-known': ['unknown'] }),
  },
  {
    id: 'buyers',
    count: total('buyers', 'perpetrator', { role: ['buyer'] }),
    unknown: total('buyers.unknown', 'incident', { 'buyers-known': ['unknown'] }),
  },
  {
    id: 'procurers',
    count: total('procurers', 'perpetrator', { role: ['procurer'] }),
    unknown: total('procurers.unknown', 'incident', { 'procurers-known': ['unknown'] }),
  },
  {
    id: 'otherPerpetrators',
    count: total('otherPerpetrators', 'perpetrator', { role: ['other'] }),
    unknown: total('otherPerpetrators.unknown', 'incident', { 'other-perpetrators-known': ['unknown'] }),
  },
  {
    id: 'policeContacted',
    count: total('policeContacted', 'incident', { 'police-contacted': ['yes'] }),
    unknown: total('policeContacted.unknown', 'incident', { 'police-contacted': ['unknown'] }),
  },
  {
    id: 'policeReports',
    count: total('policeReports', 'police-report'),
    unknown: total('policeReports.unknown', 'incident', { 'police-reports-known': ['unknown'] }),
  },
  {
    id: 'participants',
    count: total('participants', 'organisation', { membership: ['member'] }),
    atEnd: total('participants.atEnd', 'organisation', { membership: ['at-end'] }),
    reporting: total('participants.reporting', 'organisation', { membership: ['reported'] }),
  },
]

export const breakdowns: readonly TableSpec[] = [
  { id: 'exploitation', unit: 'incident', by: ['exploitation'], base: 'all' },
  { id: 'sexAge', unit: 'person', by: ['sex', 'age-group'], base: 'all' },
  { id: 'nationalityIncidents', unit: 'incident', by: ['nationality'], base: 'answered' },
  { id: 'nationalityPersons', unit: 'person', by: ['nationality'], base: 'answered' },
  { id: 'indicators', unit: 'incident', by: ['indicator'], base: 'answered' },
  { id: 'indicatorCategories', unit: 'incident', by: ['indicator-category'], base: 'answered' },
  { id: 'placeType', unit: 'incident', by: ['place-type'], base: 'all' },
  { id: 'sector', unit: 'incident', by: ['sector'], base: 'all' },
]

/**
 * Acceptance is persons over persons in contact: the base is those in contact, and whoever is unknown or not asked has
 * a row. `lykta count` prints it beside the breakdowns of the report.
 */
export const acceptance: TableSpec = {
  id: 'acceptance', unit: 'person', by: ['accepted-support'], where: { 'support-contact': ['yes'] }, base: 'all',
}

/** The response chain: incidents that reached each step. Shows only the steps that the form asked for. */
export const responseChain = ['incidents', 'policeContacted', 'incidentsInContact', 'incidentsOffered', 'incidentsAccepting'] as const

/** Every specification of a measure, in a fixed order. */
export function specsOf(measure: MeasureSpec): readonly TableSpec[] {
  return [measure.count, ...companions.map((companion) => measure[companion])].filter((spec) => spec !== undefined)
}

/** The whole set of the annual report. */
export const reportTables: readonly TableSpec[] = [...measures.flatMap(specsOf), ...breakdowns]
