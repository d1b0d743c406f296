// What a specification may ask of an incident or a person, each dimension as the codes that apply.
import { anyAnswer, type Incident, type PersonGroup, type Quantity } from '@lykta/incident'
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

/** An indicator's category is its id up to the first dot. */
export function categoryOf(indicator: string): string {
  return indicator.slice(0, indicator.indexOf('.'))
}

/** What is asked about one incident; `somebody`: its person groups but those of exactly 0. */
export type AskedIncident = {
  readonly answers: Incident
  readonly somebody: readonly PersonGroup[]
  readonly sector: string
}

type Answer<Unit> = (unit: Unit) => string | readonly string[]

const known = (...quantities: readonly (Quantity | null)[]): string => (quantities.includes(null) ? 'unknown' : 'known')

/** The codes of each dimension that an incident knows. */
export const incidentAnswers: Readonly<Partial<Record<Dimension, Answer<AskedIncident>>>> = {
  exploitation: ({ answers }) => answers.exploitation,
  'place-type': ({ answers }) => answers.placeType,
  sector: ({ sector }) => sector,
  indicator: ({ answers }) => answers.indicators ?? none,
  'indicator-category': ({ answers }) => (answers.indicators ? [...new Set(answers.indicators.map(categoryOf))] : none),
  'police-contacted': ({ answers }) => answers.policeContacted,
  nationality: ({ somebody }) => (somebody.length === 1 ? somebody[0]!.nationalities : [...new Set(somebody.flatMap((group) => group.nationalities))]),
  'support-contact': ({ somebody }) => anyAnswer(somebody.map((group) => group.supportContact)),
  'support-offered': ({ somebody }) => anyAnswer(somebody.map((group) => group.supportOffered)),
  'accepted-support': ({ somebody }) => anyAnswer(somebody.map((group) => group.acceptedSupport)),
  'persons-known': ({ answers }) => (answers.persons.length > 0 ? 'known' : 'unknown'),
  'buyers-known': ({ answers }) => known(answers.buyers),
  'procurers-known': ({ answers }) => known(answers.procurers),
  'other-perpetrators-known': ({ answers }) => known(answers.otherPerpetrators),
  'perpetrators-known': ({ answers }) => known(answers.buyers, answers.procurers, answers.otherPerpetrators),
  'police-reports-known': ({ answers }) => known(answers.policeReports),
}

/** The codes of each dimension that a person entry without a reference knows. */
export const personAnswers: Readonly<Partial<Record<Dimension, Answer<PersonGroup>>>> = {
  sex: ({ sex }) => sex,
  'age-group': ({ ageGroup }) => ageGroup,
  nationality: ({ nationalities }) => nationalities,
  'support-contact': ({ supportContact }) => supportContact ?? 'not-asked',
  'support-offered': ({ supportOffered }) => supportOffered ?? 'not-asked',
  'accepted-support': ({ acceptedSupport }) => acceptedSupport ?? 'not-asked',
}

const none: readonly string[] = []

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
