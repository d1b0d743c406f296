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
 * What a unit may be divided by or filtered on. Units of persons know `sex`, `age-group`, `nationality`,
 * `support-contact`, `support-offered` and `accepted-support` as the person's own; for incidents the last four are
 * what is known of any of its persons ("yes" if any yes, else "unknown" if any unknown, else "no" if any no, else
 * "not-asked"). Every unit but the organisation knows the dimensions of its incident.
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
  /** Perpetrators only: buyer, procurer, other. */
  | 'role'
  /** Incidents only: "known" if it has a person entry, else "unknown". */
  | 'persons-known'
  /** Incidents only: "known" or "unknown" number of buyers, procurers, other perpetrators, of any of these, of police reports. */
  | 'buyers-known'
  | 'procurers-known'
  | 'other-perpetrators-known'
  | 'perpetrators-known'
  | 'police-reports-known'

/** Dimensions in which one unit may stand in several rows; their rows add up to more than the base. */
export const severalAnswerDimensions: readonly Dimension[] = ['indicator', 'indicator-category', 'nationality']

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
