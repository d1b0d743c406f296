// What is still to come, in one plain sentence, which mostly says why it cannot be told.
import type { Language } from '@lykta/incident'
import type { Completion, CompletionReason } from './completion.ts'

type Words = {
  readonly none: (period: string, reported: string, reasons: string) => string
  readonly reason: Readonly<Record<CompletionReason, string>>
  readonly told: (period: string, reported: string, estimate: string, range: string, percent: string) => string
  readonly all: (period: string, reported: string) => string
}

const words: Readonly<Record<Language, Words>> = {
  sv: {
    none: (period, reported, reasons) => `${period}: ${reported} rapporterade. Hur många som kommer senare går inte att uppskatta: ${reasons}.`,
    reason: {
      'short-history': 'insamlingen har inte pågått i två år',
      'few-reports': 'färre än femtio incidenter har både en månad då de inträffade och en då de rapporterades',
      'thin-step': 'för få rapporter för någon av månaderna efter en incident',
      'still-arriving': 'fler än en av tjugo rapporter kommer först efter nio månader',
      changing: 'rapporterna kommer inte lika fort nu som förr',
      'too-new': 'mindre än hälften kan ha kommit',
    },
    told: (period, reported, estimate, range, percent) => `${period}: ${reported} rapporterade, omkring ${percent} procent av dem som kommer inom ett år. Vänta omkring ${estimate} till (95 % ${range}), om rapporterna kommer lika fort som hittills.`,
    all: (period, reported) => `${period}: ${reported} rapporterade. Ett år har gått, och senare rapporter räknas inte med här.`,
  },
  en: {
    none: (period, reported, reasons) => `${period}: ${reported} reported. How many will come later cannot be estimated: ${reasons}.`,
    reason: {
      'short-history': 'collection has not gone on for two years',
      'few-reports': 'fewer than fifty incidents have both a month in which they occurred and one in which they were reported',
      'thin-step': 'too few reports for one of the months after an incident',
      'still-arriving': 'more than one report in twenty comes only after nine months',
      changing: 'reports do not come as fast now as before',
      'too-new': 'less than half can have come',
    },
    told: (period, reported, estimate, range, percent) => `${period}: ${reported} reported, about ${percent} per cent of those that come within a year. Expect about ${estimate} more (95 % ${range}), if reports come as fast as until now.`,
    all: (period, reported) => `${period}: ${reported} reported. A year has passed, and later reports are not counted here.`,
  },
}

export function sayCompletion(period: string, { reported, missing, arrived, reasons }: Completion, language: Language): string {
  const told = words[language]
  const whole = (value: number): string => new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 0 }).format(value)
  if (missing === null || arrived === null) return told.none(period, whole(reported), reasons.map((reason) => told.reason[reason]).join('; '))
  if (arrived === 1) return told.all(period, whole(reported))
  return told.told(period, whole(reported), whole(missing.estimate), `${whole(missing.lower)}–${whole(missing.upper)}`, whole(Math.floor(100 * arrived)))
}
