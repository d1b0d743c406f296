// What the command about other publishers' series prints, in both languages.
import type { Language } from '@lykta/incident'

type Series = {
  readonly name: string
  readonly kind: 'official' | 'own'
  readonly area: string | null
  readonly source: string
  readonly unit: string
  readonly datedBy: 'filing' | 'event' | 'other'
  readonly values: readonly { readonly period: string; readonly value: number | null; readonly status: 'preliminary' | 'final'; readonly label: string | null; readonly break: string | null }[]
  readonly knownBreaks: readonly { readonly text: Readonly<Record<Language, string>> }[]
}

type OfficialWords = {
  readonly empty: string
  /** One line for the series, one for each value, and its breaks. */
  readonly series: (series: Series) => readonly string[]
  readonly entered: (outcome: { readonly series: number; readonly added: number; readonly changed: number }) => string
  readonly badAction: string
  readonly badOption: (option: string, codes: string) => string
  readonly missingFile: string
}

const dated = {
  sv: { filing: 'efter anmälningsdatum', event: 'efter händelsedatum', other: 'efter annat datum' },
  en: { filing: 'by filing date', event: 'by event date', other: 'by another date' },
} as const
const own = { sv: 'nätverkets egna summor, utan incidenter', en: 'the network’s own totals, without incidents' } as const
const preliminary = { sv: 'preliminärt', en: 'preliminary' } as const
const broken = { sv: 'seriebrott', en: 'series break' } as const
const locales = { sv: 'sv-SE', en: 'en-GB' } as const

function linesOf({ name, kind, area, source, unit, datedBy, values, knownBreaks }: Series, language: Language): readonly string[] {
  const head = `${[name, ...(area === null ? [] : [area])].join(', ')}: ${unit}, ${dated[language][datedBy]}. ${source}${kind === 'own' ? ` (${own[language]})` : ''}`
  const lines = values.map(({ period, value, status, label, break: cut }) => [
    `  ${period}  ${value === null ? '..' : new Intl.NumberFormat(locales[language]).format(value)}`, ...(status === 'preliminary' ? [preliminary[language]] : []), ...(label === null ? [] : [label]),
    ...(cut === null ? [] : [`${broken[language]}: ${cut}`]),
  ].join('  '))
  return [head, ...lines, ...knownBreaks.map(({ text }) => `  ${text[language]}`)]
}

export const officialWords: Readonly<Record<Language, OfficialWords>> = {
  sv: {
    empty: 'Inga serier är införda. Börja med lykta official import FIL.csv.',
    series: (series) => linesOf(series, 'sv'),
    entered: ({ series, added, changed }) => `${series} ${series === 1 ? 'serie är införd' : 'serier är införda'}: ${added} nya värden, ${changed} ändrade.`,
    badAction: 'Det som kan göras med serierna är: import.',
    badOption: (option, codes) => `--${option} ska vara ett av: ${codes}.`,
    missingFile: 'Ange filen: lykta official import FIL.csv',
  },
  en: {
    empty: 'No series have been entered. Begin with lykta official import FILE.csv.',
    series: (series) => linesOf(series, 'en'),
    entered: ({ series, added, changed }) => `${series} series ${series === 1 ? 'has' : 'have'} been entered: ${added} new values, ${changed} changed.`,
    badAction: 'What can be done with the series is: import.',
    badOption: (option, codes) => `--${option} should be one of: ${codes}.`,
    missingFile: 'Say which file: lykta official import FILE.csv',
  },
}
