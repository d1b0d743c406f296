// A large invented network from a seed: ten years, 24 organisations, 2.2 person entries an incident.
import {
  type AgeGroup, type Answer, type Exploitation, type Incident, lastDayOfMonth, type Network, type Occurrence, type Organisation,
  type PersonGroup, type PlaceType, type Quantity, sectors, type Sex, shippedIndicators,
} from '@lykta/incident'
import { type Random, seededRandom } from './random.ts'

export type MadeUpNetwork = {
  readonly network: Network
  readonly organisations: readonly Organisation[]
  /** The next incident; the sequence depends on nothing but the seed and the size. */
  readonly nextIncident: () => Incident
  readonly random: Random
}

export const firstYear = 2015
export const lastYear = 2024

// Of every category: 37 and the number of indicators have no common factor.
const indicators = shippedIndicators.map((_, place) => shippedIndicators[(place * 37) % shippedIndicators.length]!.id).slice(0, 60)
const nationalities = [
  'RO', 'TH', 'NG', 'SE', 'UA', 'BG', 'BR', 'RU', 'CN', 'VN', 'LT', 'PL', 'HU', 'AL', 'ES', 'CO', 'VE', 'PH', 'MA', 'SY', 'AF', 'IQ', 'IN',
  'LV', 'EE', 'SK', 'CZ', 'MD', 'BY', 'RS', 'GR', 'IT', 'DE', 'TR', 'GH', 'CM', 'ET', 'ER', 'SO', 'DO',
]
// Often the first, seldom the last.
const sexes: readonly Sex[] = ['woman', 'woman', 'woman', 'man', 'unknown', 'other']
const ageGroups: readonly AgeGroup[] = ['adult', 'adult', 'unknown', 'minor']
const placeTypes: readonly PlaceType[] = ['hotel', 'home', 'internet', 'street', 'massage-parlour', 'workplace', 'unknown', 'other']
const exploitations: readonly Exploitation[] = ['sexual', 'labour', 'begging', 'forced-criminality', 'unknown', 'domestic-servitude', 'other']
const answers: readonly Answer[] = ['no', 'yes', 'unknown']

/** `size` decides only how often a person reference comes back: two or three times in all. */
export function makeUpNetwork(seed: number, size: number): MadeUpNetwork {
  const random = seededRandom(seed)
  const network: Network = {
    id: random.uuid(), name: 'Exempelstad', municipality: 'Exempelstad', collectionStart: `${firstYear}-01-01`,
    timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: true,
  }
  const organisations = Array.from({ length: 24 }, (_, number): Organisation => ({
    id: random.uuid(),
    code: `org-${number + 1}`,
    name: `Organisation ${number + 1}`,
    sector: random.pickSkewed(sectors),
    joined: '2014-06-01',
    left: null,
  }))
  const references = Math.max(1, Math.floor((size * 0.05 * 2.2) / 2.5))
  return { network, organisations, random, nextIncident: () => makeUpIncident(random, organisations, references) }
}

function makeUpIncident(random: Random, organisations: readonly Organisation[], references: number): Incident {
  const day = dayOf(random)
  const linked = random.chance(0.05)
  const together = random.pickSkewed(nationalities)
  const groups = random.chance(0.06) ? 0 : Math.min(8, 1 + Math.floor(-1.85 * Math.log(1 - random.share())))
  return {
    occurred: occurrenceOf(random, day),
    reportedOn: laterDay(day, random.below(40)),
    reportedBy: random.pickSkewed(organisations).id,
    external: random.chance(0.02),
    placeType: random.pickSkewed(placeTypes),
    area: random.chance(0.3) ? null : random.pick(['Norr', 'Söder', 'Centrum', 'Hamnen']),
    exploitation: random.pickSkewed(exploitations),
    indicators: random.chance(0.02) ? null : tickedOf(random),
    policeContacted: random.pickSkewed(answers),
    policeReports: numberOf(random, 2),
    buyers: numberOf(random, 4),
    procurers: numberOf(random, 3),
    otherPerpetrators: numberOf(random, 2),
    persons: Array.from({ length: groups }, () => personOf(random, linked ? `p${random.below(references)}` : null, together)),
  }
}

function personOf(random: Random, personRef: string | null, together: string): PersonGroup {
  const several = personRef === null && random.chance(0.04)
  const nationality = random.chance(0.7) ? together : random.pickSkewed(nationalities)
  const known = random.chance(0.6)
  return {
    personRef,
    count: several ? { count: 2 + random.below(4), atLeast: random.chance(0.3) } : { count: 1, atLeast: personRef === null && random.chance(0.02) },
    sex: random.pickSkewed(sexes),
    ageGroup: random.pickSkewed(ageGroups),
    nationalities: !known ? [] : several && random.chance(0.3) ? [...new Set([nationality, random.pickSkewed(nationalities)])].sort() : [nationality],
    supportContact: answerOf(random),
    supportOrganisation: null,
    contactDate: null,
    supportOffered: answerOf(random),
    acceptedSupport: answerOf(random),
  }
}

/** Sorted, without repetition; four of them as a rule. */
function tickedOf(random: Random): readonly string[] {
  return [...new Set(Array.from({ length: 1 + random.below(8) }, () => random.pickSkewed(indicators)))].sort()
}

function numberOf(random: Random, bound: number): Quantity | null {
  return random.chance(0.1) ? null : { count: random.below(bound), atLeast: random.chance(0.05) }
}

function answerOf(random: Random): Answer | null {
  return random.chance(0.15) ? null : random.pickSkewed(answers)
}

const days = (Date.UTC(lastYear, 11, 31) - Date.UTC(firstYear, 0, 1)) / 86_400_000

function dayOf(random: Random): string {
  return laterDay(`${firstYear}-01-01`, random.below(days + 1))
}

function laterDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

/** A day mostly; some are known to the month, the year, or a stretch of days. */
function occurrenceOf(random: Random, day: string): Occurrence {
  const vague = random.share()
  if (vague < 0.05) return { from: `${day.slice(0, 7)}-01`, to: lastDayOfMonth(day), about: false }
  if (vague < 0.06) return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31`, about: false }
  if (vague < 0.08) return { from: day, to: laterDay(day, 1 + random.below(20)), about: true }
  return { from: day, to: day, about: false }
}
