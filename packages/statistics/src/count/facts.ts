// What a specification may ask of an incident or a person, each dimension as the codes that apply.
import { type Answer, type Incident, type PersonGroup, type Quantity } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import type { AnswerOf } from './column.ts'
import type { Person } from './unique-persons.ts'

/** The codes of each dimension that the unit knows. */
export type Facts = Readonly<Partial<Record<Dimension, readonly string[]>>>

const none: readonly string[] = []

/** What is asked about one incident; `somebody`: its person groups but those of exactly 0. */
export type AskedIncident = {
  readonly answers: Incident
  readonly somebody: readonly PersonGroup[]
  readonly sector: string
}

const known = (...quantities: readonly (Quantity | null)[]): string => (quantities.includes(null) ? 'unknown' : 'known')

/** The codes of each dimension that an incident knows. */
export const incidentAnswers: Readonly<Partial<Record<Dimension, AnswerOf<AskedIncident>>>> = {
  exploitation: ({ answers }) => answers.exploitation,
  'place-type': ({ answers }) => answers.placeType,
  sector: ({ sector }) => sector,
  'police-contacted': ({ answers }) => answers.policeContacted,
  'support-contact': ({ somebody }) => anyOf(somebody, (group) => group.supportContact),
  'support-offered': ({ somebody }) => anyOf(somebody, (group) => group.supportOffered),
  'accepted-support': ({ somebody }) => anyOf(somebody, (group) => group.acceptedSupport),
  'persons-known': ({ answers }) => (answers.persons.length > 0 ? 'known' : 'unknown'),
  'buyers-known': ({ answers }) => known(answers.buyers),
  'procurers-known': ({ answers }) => known(answers.procurers),
  'other-perpetrators-known': ({ answers }) => known(answers.otherPerpetrators),
  'perpetrators-known': ({ answers }) => known(answers.buyers, answers.procurers, answers.otherPerpetrators),
  'police-reports-known': ({ answers }) => known(answers.policeReports),
}

/** Of dimensions of which an incident may have several answers; none twice. */
export const incidentLists: Readonly<Partial<Record<Dimension, (incident: AskedIncident) => readonly string[]>>> = {
  indicator: ({ answers }) => answers.indicators ?? none,
  nationality: ({ somebody }) => nationalitiesOf(somebody),
}

/** The codes of each dimension that a person knows. */
export const personAnswers: Readonly<Partial<Record<Dimension, AnswerOf<Person>>>> = {
  sex: ({ sex }) => sex,
  'age-group': ({ ageGroup }) => ageGroup,
  nationality: ({ nationalities }) => nationalities,
  'support-contact': ({ supportContact }) => supportContact ?? 'not-asked',
  'support-offered': ({ supportOffered }) => supportOffered ?? 'not-asked',
  'accepted-support': ({ acceptedSupport }) => acceptedSupport ?? 'not-asked',
}


// What follows is asked of every incident of a network, so it makes no arrays and texts that are thrown away at once.

/** As `anyAnswer`. */
function anyOf(groups: readonly PersonGroup[], answerOf: (group: PersonGroup) => Answer | null): Answer | 'not-asked' {
  let found: Answer | 'not-asked' = 'not-asked'
  for (let place = 0; place < groups.length; place += 1) {
    const answer = answerOf(groups[place]!)
    if (answer === 'yes') return answer
    if (answer === 'unknown' || (answer === 'no' && found === 'not-asked')) found = answer
  }
  return found
}

/** Of all the groups, each code once. */
function nationalitiesOf(groups: readonly PersonGroup[]): readonly string[] {
  let found = none
  for (let place = 0; place < groups.length; place += 1) {
    const { nationalities } = groups[place]!
    if (nationalities.length === 0) continue
    if (found === none) found = nationalities
    else if (!nationalities.every((code) => found.includes(code))) found = [...new Set([...found, ...nationalities])]
  }
  return found
}
