// The sentences' words in Swedish.
import type { SentenceWords } from './sentence-words.ts'

export const sv: SentenceWords = {
  against: (later, earlier) => `${later} mot ${earlier}`,
  chance: 'skillnaden kan vara slump',
  verdict: { increase: 'fler per månad än slumpen brukar ge', decrease: 'färre per månad än slumpen brukar ge' },
  ratio: (ratio, level, range) => `kvot ${ratio}, ${level} % ${range}`,
  noRatio: 'ingen kvot kan räknas',
  upFrom: (lower) => `från ${lower} och uppåt`,
  reason: {
    'nothing-collected': 'i minst en av perioderna finns inget att räkna på',
    'interval-includes-one': 'skillnaden kan vara slump',
    'short-period': 'minst en av perioderna omfattar mindre än ett halvår',
    'start-of-collection': 'minst en av perioderna ligger i insamlingens första halvår',
    'no-effort': 'underlag saknas om hur många som rapporterade',
    'one-of-several': 'skillnaden kan vara slump när så många jämförs',
    'two-periods': 'två perioder är en jämförelse, inte en trend',
    'no-line': 'perioderna skiljer sig från varandra på annat sätt än längs en rak linje',
  },
  counts: (counts, months) => `${counts} på ${months}`,
  and: 'och',
  differ: 'takterna skiljer sig mer än slumpen brukar ge',
  differChance: 'skillnaderna kan vara slump',
  tested: { exact: (p) => `exakt ${p}`, 'chi-square': (p) => `ungefär ${p}`, 'small-expectations': (p) => `ungefär ${p}, osäkert för så små tal` },
  several: (held, all) => `Jämförelser som håller när hänsyn tas till att flera gjordes: ${held} av ${all}.`,
  trend: { increase: 'stigande', decrease: 'fallande' },
  noTrend: 'ingen trend kan utläsas',
  perPeriod: (factor, level, range) => `faktor per period ${factor}, ${level} % ${range}`,
  rest: (count, months, rest, range, middle, level) => `${count} på ${months}: är takten oförändrad kommer ${range} till under återstående ${rest}, i mitten ${middle} (${level} % prognosintervall).`,
  months: (count, one) => (one ? `${count} månad` : `${count} månader`),
  p: (p) => `p = ${p}`,
  pBelow: (p) => `p < ${p}`,
}
