// The projection of a revision's answers into the rows that are counted; rebuilt from the answers at any time.
import { anyAnswer, type CivilDate, groupsOfSomebody, type Incident, type Quantity, writeIndicatorsLine, writePersonsLine } from '@lykta/incident'
import type { IncidentFacts } from '../tables.ts'

export function projectIncident(answers: Incident): IncidentFacts {
  const somebody = groupsOfSomebody(answers.persons)
  const support = {
    contact: somebody.map((group) => group.supportContact),
    offered: somebody.map((group) => group.supportOffered),
    accepted: somebody.map((group) => group.acceptedSupport),
  }
  return {
    occurred_from: answers.occurred.from,
    occurred_to: answers.occurred.to,
    reported_on: answers.reportedOn,
    month_from: monthNumber(answers.occurred.from),
    month_to: monthNumber(answers.occurred.to),
    month_reported: monthNumber(answers.reportedOn),
    organisation_id: answers.reportedBy,
    external: answers.external,
    place_type: answers.placeType,
    area: answers.area,
    exploitation: answers.exploitation,
    indicators: answers.indicators && writeIndicatorsLine(answers.indicators),
    police_contacted: answers.policeContacted,
    ...quantity('police_reports', answers.policeReports),
    ...quantity('buyers', answers.buyers),
    ...quantity('procurers', answers.procurers),
    ...quantity('other_perpetrators', answers.otherPerpetrators),
    persons_known: answers.persons.length > 0,
    support_contact: anyAnswer(support.contact),
    support_offered: anyAnswer(support.offered),
    accepted_support: anyAnswer(support.accepted),
    nationalities: [...new Set(somebody.flatMap((group) => group.nationalities))].sort().join('|'),
    persons: writePersonsLine(somebody),
  }
}

function monthNumber(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

type QuantityColumns<Name extends string> = Readonly<Record<Name, number | null> & Record<`${Name}_at_least`, boolean>>

function quantity<Name extends string>(name: Name, value: Quantity | null): QuantityColumns<Name> {
  return { [name]: value?.count ?? null, [`${name}_at_least`]: value?.atLeast ?? false } as QuantityColumns<Name>
}
