// The record as answers of a form again, so that an incident can be corrected: parsed once more they give the same record.
import { type CivilDate, type Occurrence, precisionOf } from '../civil-date.ts'
import type { Incident, Network } from '../incident.ts'
import type { Quantity } from '../quantity.ts'
import type { CountAnswer, FormAnswers, OccurredAnswer } from './form-answers.ts'
import { isUnknownOccurrence } from './read/read-occurred.ts'

export function answersOf(incident: Incident, { collectionStart }: Pick<Network, 'collectionStart'>): FormAnswers {
  const { occurred, area, channel, concernReport, own, persons, policeReports, buyers, procurers, otherPerpetrators, ...same } = incident
  const on = concernReport?.on ?? null
  return {
    ...same,
    ...own,
    occurred: occurredAnswer(occurred, collectionStart, incident.reportedOn),
    ...(area === null ? {} : { area }),
    channel: channel ?? null,
    concernReport: concernReport?.made ?? null,
    ...(on === null ? {} : { concernReportOn: on }),
    policeReports: countAnswer(policeReports),
    buyers: countAnswer(buyers),
    procurers: countAnswer(procurers),
    otherPerpetrators: countAnswer(otherPerpetrators),
    persons: persons.map(({ supportOrganisation, contactDate, ...group }) => ({
      ...group,
      ...(supportOrganisation === null ? {} : { supportOrganisation }),
      ...(contactDate === null ? {} : { contactDate }),
    })),
  }
}

function countAnswer(quantity: Quantity | null): CountAnswer {
  return quantity ?? 'unknown'
}

function occurredAnswer(occurred: Occurrence, collectionStart: CivilDate, reportedOn: CivilDate): OccurredAnswer {
  const { from, to, about } = occurred
  if (isUnknownOccurrence(occurred, { collectionStart, reportedOn })) return 'unknown'
  const precision = precisionOf(occurred)
  if (precision === 'span') return { from, to, about }
  return { on: precision === 'day' ? from : from.slice(0, precision === 'month' ? 7 : 4), about }
}
