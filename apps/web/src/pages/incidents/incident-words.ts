// An incident's answers in words, for table, cards and panel alike.
import { type Incident, isUnknownOccurrence, type Language, type Quantity } from '@lykta/incident'
import type { IncidentSummary, NetworkAnswer } from '../../../../server/src/api/types.ts'
import { renderOccurrence } from '../../format/dates.ts'
import { renderQuantity } from '../../format/quantity.ts'
import type { Messages } from '../../messages/messages.ts'

/** What nobody knows stands as a span from the first day of collection to the report; it is no date to read. */
export function occurredWords({ occurred: { about, ...occurred }, reportedOn }: Pick<Incident, 'occurred' | 'reportedOn'>, { network }: NetworkAnswer, language: Language, { incidents }: Messages): string {
  if (isUnknownOccurrence({ ...occurred, about }, { ...network, reportedOn })) return incidents.dateUnknown
  const date = renderOccurrence(occurred, language)
  return about ? `${incidents.about} ${date}` : date
}

/** The organisation's name, and that it is no member when it is none. */
export function reporterWords({ reportedBy, external }: Pick<Incident, 'reportedBy' | 'external'>, { organisations }: NetworkAnswer, { incidents }: Messages): string {
  const name = organisations.find(({ id }) => id === reportedBy)?.name ?? reportedBy
  return external ? `${name} (${incidents.external})` : name
}

export function personsWords(persons: IncidentSummary['persons'], language: Language, messages: Messages): string {
  return persons ? renderQuantity(persons, language, messages) : messages.incidents.personsUnknown
}

/** A number that may not be known: "minst 4", "0", "okänt". */
export function knownWords(quantity: Quantity | null, language: Language, messages: Messages): string {
  return quantity ? renderQuantity(quantity, language, messages) : messages.incident.unknown
}
