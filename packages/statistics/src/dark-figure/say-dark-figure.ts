// The dark figure in one or two plain sentences, which mostly say why there is none.
import type { Language } from '@lykta/incident'
import { type DarkFigure, type DarkFigureReason, estimatesOf } from './dark-figure.ts'

type Words = {
  readonly none: (reasons: string) => string
  readonly reason: Readonly<Record<DarkFigureReason, string>>
  readonly floor: (bound: string, range: string) => string
  readonly range: (from: string, to: string) => string
  readonly disagree: (from: string, to: string) => string
  readonly assumed: string
}

const words: Readonly<Record<Language, Words>> = {
  sv: {
    none: (reasons) => `Mörkertalet går inte att uppskatta: ${reasons}.`,
    reason: {
      'few-lists': 'det finns färre än tre listor som har gjorts oberoende av varandra',
      'many-lists': 'det finns fler än sex listor',
      'linkage-unknown': 'det är inte känt hur ofta samma person räknas som två eller två som en',
      'few-on-two-lists': 'färre än tjugo personer finns på mer än en lista',
      'small-list': 'någon lista har färre än tio personer',
      'no-estimate': 'en av modellerna har inget bestämt svar',
      'methods-disagree': 'metoderna ger för olika svar',
      'open-end': 'uppgifterna sätter ingen övre gräns',
    },
    floor: (bound, range) => `Lägsta antal, om inte listor undviker varandras personer: omkring ${bound} (95 % ${range}).`,
    range: (from, to) => `Mellan ${from} och ${to} personer, beroende på metod och slump.`,
    disagree: (from, to) => `Från ${from} till ${to}.`,
    assumed: 'Det förutsätter att ingen kom till eller försvann under tiden, att varje person är en enda i listorna, och att alla listor räknar samma sak.',
  },
  en: {
    none: (reasons) => `The dark figure cannot be estimated: ${reasons}.`,
    reason: {
      'few-lists': 'there are fewer than three lists that were made apart from each other',
      'many-lists': 'there are more than six lists',
      'linkage-unknown': 'it is not known how often one person is taken for two, or two for one',
      'few-on-two-lists': 'fewer than twenty persons are on more than one list',
      'small-list': 'a list has fewer than ten persons',
      'no-estimate': 'one of the models has no definite answer',
      'methods-disagree': 'the methods give answers that differ too much',
      'open-end': 'the data set no upper limit',
    },
    floor: (bound, range) => `The least number, unless lists avoid each other’s persons: about ${bound} (95 % ${range}).`,
    range: (from, to) => `Between ${from} and ${to} persons, depending on method and chance.`,
    disagree: (from, to) => `From ${from} to ${to}.`,
    assumed: 'This takes it that nobody came or left meanwhile, that each person is one in the lists, and that all lists count the same thing.',
  },
}

export function sayDarkFigure(found: DarkFigure, language: Language): string {
  const told = words[language]
  const whole = (value: number): string => new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 0 }).format(value)
  const floor = found.floor ? [told.floor(whole(found.floor.bound), `${whole(found.floor.lower)}–${whole(found.floor.upper)}`)] : []
  if (found.range) return [told.range(whole(found.range.from), whole(found.range.to)), ...floor, told.assumed].join(' ')
  const numbers = estimatesOf(found)
  const spread = found.reasons.includes('methods-disagree') ? [told.disagree(whole(Math.min(...numbers)), whole(Math.max(...numbers)))] : []
  return [told.none(found.reasons.map((reason) => told.reason[reason]).join('; ')), ...spread, ...floor].join(' ')
}
