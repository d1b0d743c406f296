// The projection of a revision's answers into the rows that are counted; rebuilt from the answers at any time.
import { anyAnswer, type CivilDate, groupsOfSomebody, type Incident, type PersonGroup, type Quantity } from '@lykta/incident'
import type { IncidentFacts, PersonFacts, WhenAndWho } from '../tables.ts'

export type Projection = {
  readonly incident: IncidentFacts
  /** In the order of the answers, groups of nobody included. */
  readonly persons: readonly PersonFacts[]
}

export function projectIncident(answers: Incident): Projection {
  const somebody = groupsOfSomebody(answers.persons)
  const shared = whenAndWho(answers)
  const support = {
    contact: somebody.map((group) => group.supportContact),
    offered: somebody.map((group) => group.supportOffered),
    accepted: somebody.map((group) => group.acceptedSupport),
  }
  const incident: IncidentFacts = {
    ...shared,
    external: answers.external,
    place_type: answers.placeType,
    area: answers.area,
    exploitation: answers.exploitation,
    indicators: answers.indicators && [...answers.indicators],
    police_contacted: answers.policeContacted,
    ...quantity('police_reports', answers.policeReports),
    ...quantity('buyers', answers.buyers),
    ...quantity('procurers', answers.procurers),
    ...quantity('other_perpetrators', answers.otherPerpetrators),
    persons_known: answers.persons.length > 0,
    support_contact: anyAnswer(support.contact),
    support_offered: anyAnswer(support.offered),
    accepted_support: anyAnswer(support.accepted),
    indicator_categories: combination((answers.indicators ?? []).map(categoryOf)),
    nationalities: combination(somebody.flatMap((group) => group.nationalities)),
    sex_ages: combination(somebody.map((group) => `${group.sex}/${group.ageGroup}`)),
    contact_acceptances: combination(somebody.map((group) => `${orNotAsked(group.supportContact)}/${orNotAsked(group.acceptedSupport)}`)),
    support_offers: combination(support.offered.map(orNotAsked)),
  }
  return { incident, persons: answers.persons.map((group, entry) => ({ ...personFacts(group), entry, ...shared })) }
}

function whenAndWho({ occurred, reportedOn, reportedBy, persons }: Incident): WhenAndWho {
  return {
    occurred_from: occurred.from,
    occurred_to: occurred.to,
    reported_on: reportedOn,
    month_from: monthNumber(occurred.from),
    month_to: monthNumber(occurred.to),
    month_reported: monthNumber(reportedOn),
    organisation_id: reportedBy,
    counted_apart: persons.some((group) => group.personRef !== null || group.nationalities.length > 1),
  }
}

function monthNumber(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function personFacts(group: PersonGroup): Omit<PersonFacts, 'entry' | keyof WhenAndWho> {
  return {
    person_ref: group.personRef,
    count: group.count.count,
    at_least: group.count.atLeast,
    sex: group.sex,
    age_group: group.ageGroup,
    nationalities: [...group.nationalities],
    support_contact: orNotAsked(group.supportContact),
    support_offered: orNotAsked(group.supportOffered),
    accepted_support: orNotAsked(group.acceptedSupport),
  }
}

type QuantityColumns<Name extends string> = Readonly<Record<Name, number | null> & Record<`${Name}_at_least`, boolean>>

function quantity<Name extends string>(name: Name, value: Quantity | null): QuantityColumns<Name> {
  return { [name]: value?.count ?? null, [`${name}_at_least`]: value?.atLeast ?? false } as QuantityColumns<Name>
}

function orNotAsked<Answer>(answer: Answer | null): Answer | 'not-asked' {
  return answer ?? 'not-asked'
}

/** An indicator's category is its id up to the first dot. */
function categoryOf(indicator: string): string {
  return indicator.split('.', 1)[0]!
}

function combination(codes: readonly string[]): string {
  return [...new Set(codes)].sort().join('|')
}
