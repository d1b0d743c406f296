// What a specification may ask of an incident or a person, each dimension as the codes that apply.
import { anyAnswer, groupsOfSomebody, type Incident, type Organisation, type Quantity } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import type { Person } from './unique-persons.ts'

/** The codes of each dimension that the unit knows. */
export type Facts = Readonly<Partial<Record<Dimension, readonly string[]>>>

// One array a code, shared by every unit that has it: a million incidents make no million arrays.
const single = new Map<string, readonly string[]>()
function one(code: string): readonly string[] {
  let codes = single.get(code)
  if (!codes) {
    codes = [code]
    single.set(code, codes)
  }
  return codes
}

function known(...quantities: readonly (Quantity | null)[]): readonly string[] {
  return one(quantities.includes(null) ? 'unknown' : 'known')
}

/** An indicator's category is its id up to the first dot. */
export function categoryOf(indicator: string): string {
  return indicator.slice(0, indicator.indexOf('.'))
}

export function incidentFacts(incident: Incident, organisation: Organisation | undefined): Facts {
  const { buyers, procurers, otherPerpetrators } = incident
  const persons = groupsOfSomebody(incident.persons)
  const indicators = incident.indicators ?? []
  return {
    exploitation: one(incident.exploitation),
    'place-type': one(incident.placeType),
    sector: one(organisation?.sector ?? 'unknown'),
    indicator: indicators,
    'indicator-category': [...new Set(indicators.map(categoryOf))],
    'police-contacted': one(incident.policeContacted),
    nationality: [...new Set(persons.flatMap((group) => group.nationalities))],
    'support-contact': one(anyAnswer(persons.map((group) => group.supportContact))),
    'support-offered': one(anyAnswer(persons.map((group) => group.supportOffered))),
    'accepted-support': one(anyAnswer(persons.map((group) => group.acceptedSupport))),
    'persons-known': one(incident.persons.length > 0 ? 'known' : 'unknown'),
    'buyers-known': known(buyers),
    'procurers-known': known(procurers),
    'other-perpetrators-known': known(otherPerpetrators),
    'perpetrators-known': known(buyers, procurers, otherPerpetrators),
    'police-reports-known': known(incident.policeReports),
  }
}

export function personFacts(person: Person): Facts {
  return {
    sex: one(person.sex),
    'age-group': one(person.ageGroup),
    nationality: person.nationalities,
    'support-contact': one(person.supportContact),
    'support-offered': one(person.supportOffered),
    'accepted-support': one(person.acceptedSupport),
  }
}
