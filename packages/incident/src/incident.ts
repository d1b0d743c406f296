// What a member records about one event: coded answers only; the reason for suspicion is sealed and travels apart.
import type { CivilDate, Occurrence } from './civil-date.ts'
import type { AgeGroup, Answer, Channel, Exploitation, PlaceType, Sector, Sex } from './codes.ts'
import type { OwnAnswer } from './questions/own-question.ts'
import type { Quantity } from './quantity.ts'

/** Random UUID, made by whoever creates the row. */
export type Id = string

export type Organisation = {
  readonly id: Id
  /** The coordinator's own short code, unique in the network. */
  readonly code: string
  readonly name: string
  readonly sector: Sector
  /** First day as a member; null for a source that never was one. */
  readonly joined: CivilDate | null
  /** Last day as a member; null while still in. */
  readonly left: CivilDate | null
}

/** One or several possibly exploited persons about whom the same is known. */
export type PersonGroup = {
  /** A name-free reference: groups that share it are possibly the same person, and then count is exactly 1. */
  readonly personRef: string | null
  readonly count: Quantity
  readonly sex: Sex
  readonly ageGroup: AgeGroup
  /** ISO 3166-1 alpha-2, sorted; empty when not known. */
  readonly nationalities: readonly string[]
  /** Direct contact with a social service or civil-society organisation; null when not asked. */
  readonly supportContact: Answer | null
  readonly supportOrganisation: Id | null
  readonly contactDate: CivilDate | null
  readonly supportOffered: Answer | null
  readonly acceptedSupport: Answer | null
}

export type ConcernReport = {
  readonly made: Answer
  /** Null when not known, and unless it was made. */
  readonly on: CivilDate | null
}

/** The coded answers of one revision; its RFC 8785 text is what is stored, hashed and signed. */
export type Incident = {
  readonly occurred: Occurrence
  readonly reportedOn: CivilDate
  readonly reportedBy: Id
  /** The source is no member of the network. */
  readonly external: boolean
  readonly placeType: PlaceType
  /** Coarse area in the network's own words; null when not known. */
  readonly area: string | null
  readonly exploitation: Exploitation
  /** Ids of ticked indicators, sorted, without repetition; null when the form did not ask. */
  readonly indicators: readonly string[] | null
  readonly policeContacted: Answer
  /** Police reports filed; null when not known (0 is none). */
  readonly policeReports: Quantity | null
  /** Possible perpetrators by role; null when not known (0 is none). */
  readonly buyers: Quantity | null
  readonly procurers: Quantity | null
  readonly otherPerpetrators: Quantity | null
  readonly persons: readonly PersonGroup[]
  // Asked by the form and by no spreadsheet: absent, never null, where it was not asked.
  /** How it came to the network. */
  readonly channel?: Channel
  /** Whether social services have been told of concern for a child, apart from any police report. */
  readonly concernReport?: ConcernReport
  /** Answers to the network's own questions, by id: those that were asked. They are in no table. */
  readonly own?: Readonly<Record<string, OwnAnswer>>
}

/** An incident as the register holds it at one position. */
export type StoredIncident = {
  readonly id: Id
  /** For people: eight Crockford characters, the last a check. */
  readonly ref: string
  /** The reference it was imported under, unique in the network. */
  readonly externalRef: string | null
  readonly revision: number
  readonly withdrawn: boolean
  readonly answers: Incident
}

/** No network began to collect before this: a year of which a figure was left out or mistyped lies earlier. */
export const earliestCollection = '1990-01-01'

export type Network = {
  readonly id: Id
  readonly name: string
  readonly municipality: string
  readonly collectionStart: CivilDate
  /** IANA zone in which civil dates are read. */
  readonly timeZone: string
  readonly languages: readonly ('sv' | 'en')[]
  /** Invented data, to try the program with; every page and file says so. */
  readonly sample: boolean
}
