// A table specification is data: a closed set of units, dimensions and filters that two executors understand alike.

/** What is counted. Every table and every share names its own. */
export type Unit =
  | 'incident'
  /** Unique within the period: groups that share a person reference are one. */
  | 'person'
  /** Every group entry for itself, whoever it may be. */
  | 'person-occurrence'
  | 'perpetrator'
  | 'police-report'
  /** Members of the network on any day of the exposure. */
  | 'organisation'

/**
 * What a unit may be divided by or filtered on; `dimensionsOf` says which unit knows which.
 * For incidents, `nationality` unites the known ones of its persons, and the three of support are "yes" if any person
 * has yes, else "unknown" if any has unknown, else "no" if any has no, else "not-asked".
 */
export type Dimension =
  | 'exploitation'
  | 'place-type'
  | 'sector'
  | 'indicator'
  | 'indicator-category'
  | 'police-contacted'
  | 'nationality'
  | 'sex'
  | 'age-group'
  | 'support-contact'
  | 'support-offered'
  | 'accepted-support'
  /** buyer, procurer, other. */
  | 'role'
  /** "known" if the incident has a person entry, else "unknown". */
  | 'persons-known'
  /** "known" or "unknown" number of buyers, procurers, other perpetrators, of any of these, of police reports. */
  | 'buyers-known'
  | 'procurers-known'
  | 'other-perpetrators-known'
  | 'perpetrators-known'
  | 'police-reports-known'
  /** How far an incident was followed up: steps are the network's own, and no executor knows them (`countFurthest` does). */
  | 'furthest-step'
  /** "member" on some day of the exposure, "at-end" on its last, "reported" an incident of the period. */
  | 'membership'

const personDimensions = ['sex', 'age-group', 'nationality', 'support-contact', 'support-offered', 'accepted-support'] as const

/** The closed set: which unit may be divided by, or filtered on, which dimension. */
export const dimensionsOf: Readonly<Record<Unit, readonly Dimension[]>> = {
  incident: [
    'exploitation', 'place-type', 'sector', 'indicator', 'indicator-category', 'police-contacted', 'nationality',
    'support-contact', 'support-offered', 'accepted-support', 'persons-known', 'buyers-known', 'procurers-known',
    'other-perpetrators-known', 'perpetrators-known', 'police-reports-known',
  ],
  person: personDimensions,
  'person-occurrence': personDimensions,
  perpetrator: ['role'],
  'police-report': [],
  organisation: ['sector', 'membership'],
}

/** Dimensions in which one unit may stand in several rows; their rows may add up to more than the base. */
export const severalAnswerDimensions: readonly Dimension[] = ['indicator', 'indicator-category', 'nationality', 'membership']

/** Several codes of one dimension counted as one, each unit once ("other EU country"). */
export type Grouping = {
  readonly code: string
  readonly members: readonly string[]
}

export type TableSpec = {
  readonly id: string
  readonly unit: Unit
  readonly by: readonly [] | readonly [Dimension] | readonly [Dimension, Dimension]
  /** Every named dimension has (one of) the named codes. */
  readonly where?: Readonly<Partial<Record<Dimension, readonly string[]>>>
  /** Merged codes of the first dimension in `by`; a member of a group has no row of its own. */
  readonly groups?: readonly Grouping[]
  /** "all": every unit in the period; "answered": those with at least one known code in the first dimension. */
  readonly base: 'all' | 'answered'
}

/** Which date decides the period. */
export type Basis = 'occurred' | 'reported'

/** Throws when a specification leaves the closed set that both executors know: a defect, not a user's mistake. */
export function checkSpec(spec: TableSpec, byOrganisation = false): void {
  const filters = Object.keys(spec.where ?? {}) as Dimension[]
  const refuse = (why: string): never => {
    throw new Error(`table ${spec.id}: ${why}`)
  }
  if (byOrganisation && spec.unit === 'organisation') refuse('organisations are not counted by organisation')
  for (const dimension of [...spec.by, ...filters]) {
    if (!dimensionsOf[spec.unit].includes(dimension)) refuse(`${spec.unit} knows no ${dimension}`)
  }
  if (spec.by.length === 2 && spec.by.some((dimension) => severalAnswerDimensions.includes(dimension))) {
    refuse('a crossed dimension has one answer a unit')
  }
  if (spec.by.length === 2 && spec.by[0] === spec.by[1]) refuse('nothing is crossed with itself')
  const members = (spec.groups ?? []).flatMap((group) => group.members)
  if (new Set(members).size !== members.length) refuse('a code is merged into one group')
  if (spec.groups && spec.by.length !== 1) refuse('groups merge the codes of a single dimension')
  if (spec.unit === 'person' || spec.unit === 'person-occurrence') {
    if (filters.length > 1) refuse('persons are filtered once')
    if (filters.length === 1 && spec.by.length > 0 && !isAcceptance(spec)) refuse('only acceptance is both filtered and divided')
    if (spec.where?.nationality) refuse('persons are not filtered on nationality')
    if (spec.by.length === 2 && spec.by.join() !== 'sex,age-group') refuse('persons are crossed by sex and age group, in that order')
    if (spec.by[0] === 'nationality' && spec.base !== 'answered') refuse('nationalities have the persons of whom one is known as their base')
    if (filters.some((dimension) => spec.where?.[dimension]?.length !== 1)) refuse('persons are filtered on one code')
  }
  if (spec.unit === 'perpetrator' && ((spec.where?.role?.length ?? 1) !== 1 || spec.groups)) refuse('one role at a time')
}

/** Acceptance among those in contact (or not): the one table of persons that is both filtered and divided. */
function isAcceptance({ by, where, base, groups }: TableSpec): boolean {
  return by.join() === 'accepted-support' && where?.['support-contact'] !== undefined && base === 'all' && !groups
}
