// What an import hands to the register: the record with organisations' codes where it will hold their ids.
import type { CivilDate } from '../civil-date.ts'
import type { Incident, Organisation, PersonGroup } from '../incident.ts'

export type ImportedOrganisation = Omit<Organisation, 'id'>

/** An indicator of the network's own; its id is "<category>.x-<name>". */
export type ImportedIndicator = {
  readonly id: string
  readonly category: string
  readonly swedish: string
  readonly english: string
  readonly validFrom: CivilDate | null
  readonly validTo: CivilDate | null
}

export type ImportedPersonGroup = Omit<PersonGroup, 'supportOrganisation'> & {
  /** An organisation's code. */
  readonly supportOrganisation: string | null
}

export type ImportedAnswers = Omit<Incident, 'reportedBy' | 'persons'> & {
  /** In one order whatever the rows' order, so that a sorted spreadsheet is no change. */
  readonly persons: readonly ImportedPersonGroup[]
}

export type ImportedIncident = {
  /** The user's own reference, unique in the file. */
  readonly externalRef: string
  /** An organisation's code. */
  readonly reporterCode: string
  readonly answers: ImportedAnswers
  /** Why exploitation was suspected, in clear; to be sealed before it is kept. Null when empty. */
  readonly reason: string | null
  /** The form it was filled in on, of ODK or Kobo; absent for a spreadsheet's row, which asks less than a form. */
  readonly formVersion?: string
}

export type ImportBundle = {
  readonly organisations: readonly ImportedOrganisation[]
  readonly ownIndicators: readonly ImportedIndicator[]
  /** In the order of the file. */
  readonly incidents: readonly ImportedIncident[]
}

/** The answers as the register keeps them; `idOf` gives an organisation's id by its code, and throws for one it does not know. */
export function resolveAnswers({ answers, reporterCode }: ImportedIncident, idOf: (code: string) => string): Incident {
  return {
    ...answers,
    reportedBy: idOf(reporterCode),
    persons: answers.persons.map((person) => ({
      ...person,
      supportOrganisation: person.supportOrganisation === null ? null : idOf(person.supportOrganisation),
    })),
  }
}
