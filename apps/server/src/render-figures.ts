// The figures as text for a terminal: one line a figure, one column a period, with base, exposure and what is unknown.
import { findLabel, type Indicator, labelOf, type Language, personsLabel } from '@lykta/incident'
import { companions, type Figures, type FigureValue, figureBreakdowns, type Period, worstCaseShare } from '@lykta/statistics'
import type { PeriodComparison, RateInterval } from './api/types.ts'
import { type FigureWords, figureWords } from './figure-words.ts'

/** What `lykta count` knows, as JSON or as text. */
export type NetworkFigures = Figures & {
  readonly network: { readonly name: string; readonly sample: boolean }
  readonly asOf: { readonly position: number; readonly at: string }
  /** Incidents a month of exposure, one for each of `periods`; null without exposure. */
  readonly rates: readonly (RateInterval | null)[]
  /** Incidents month by month, a list for each year, and those of the year whose date is in no single month. */
  readonly months: readonly {
    readonly year: string
    readonly values: readonly { readonly period: string; readonly months: number; readonly count: number }[]
    readonly inNoMonth: number
  }[]
  /** Each year with the one before it. */
  readonly comparisons: readonly PeriodComparison[]
}

type Line = readonly [head: string, ...cells: string[]]

const headWidth = 56
const cellWidth = 12

/** `catalogue`: the shipped indicators and the network's own. */
export function renderFigures(figures: NetworkFigures, language: Language, catalogue: readonly Indicator[]): string {
  const words = figureWords[language]
  const { network, basis, asOf } = figures
  return [
    `${network.name}. ${network.sample ? `${words.invented} ` : ''}${words.raw}`,
    `${words.basis[basis]}, ${words.asOf(asOf.position, `${asOf.at.slice(0, 16).replace('T', ' ')} UTC`)}`,
    '',
    ...[...measureLines(figures, words, language), ...breakdownLines(figures, words, language, catalogue)].flatMap(laidOut),
    '',
    ...monthLines(figures, words),
    '',
    ...comparisonLines(figures, words, language),
    ...remarks(figures, words),
  ].join('\n')
}

function laidOut([head, ...cells]: Line): readonly string[] {
  const own = cells.map((cell) => cell.padStart(cellWidth)).join('')
  const lines = wrapped(head)
  return [...lines.slice(0, -1), `${lines.at(-1)!.padEnd(headWidth)}${own}`.trimEnd()]
}

/** A long label goes on over several lines, none of it lost; the last one carries the figures. */
function wrapped(text: string): readonly string[] {
  const indent = /^ */.exec(text)![0]
  const lines = ['']
  for (const word of text.trimStart().split(' ')) {
    const last = lines.at(-1)!
    const joined = last === '' ? `${lines.length === 1 ? indent : `${indent}  `}${word}` : `${last} ${word}`
    if (joined.length < headWidth || last === '') lines[lines.length - 1] = joined
    else lines.push(`${indent}  ${word}`)
  }
  return lines
}

function measureLines({ periods, measures, rates }: Figures & Pick<NetworkFigures, 'rates'>, words: FigureWords, language: Language): readonly Line[] {
  const lines: Line[] = [
    ['', ...periods.map(({ id }) => (id === 'all' ? words.all : id))],
    [words.months, ...periods.map(({ months }) => number(months, language, Number.isInteger(months) ? 0 : 2))],
  ]
  for (const { id, unit, units, values } of measures) {
    const asked = values.map(({ count, notAsked, unknown }) => count > 0 || !notAsked || Boolean(unknown))
    lines.push([words.measures[id] ?? id, ...values.map((value, index) => (asked[index] ? signOf(value, periods[index]!) : questionNotPut(periods[index]!)))])
    if (id === 'incidents') {
      lines.push([`  ${words.perMonth}`, ...rates.map((rate) => (rate ? number(rate.estimate, language) : '–'))])
      lines.push([`  ${words.interval}`, ...rates.map((rate) => (rate ? range(rate, language) : '–'))])
    }
    for (const companion of companions) {
      const own = units[companion]
      if (own === undefined) continue
      const counts = values.map((value) => value[companion] ?? 0)
      if (companion === 'notAsked' && counts.every((count) => count === 0)) continue
      const label = own === unit || companion === 'occurrences' ? words.companions[companion] : `${words.companions[companion]} (${words.units[own]})`
      // Occurrences are a lower bound exactly when persons are: merged persons are exactly one.
      lines.push([`  ${label}`, ...counts.map((count, index) => signOf({ count, atLeast: companion === 'occurrences' && values[index]!.atLeast }, periods[index]!))])
    }
  }
  return lines
}

function breakdownLines({ periods, breakdowns }: Figures, words: FigureWords, language: Language, catalogue: readonly Indicator[]): readonly Line[] {
  return breakdowns.flatMap(({ id, unit, base, rows, severalAnswers }): readonly Line[] => {
    const { by } = figureBreakdowns.find((spec) => spec.id === id)!
    const cells = (values: readonly FigureValue[]): readonly string[] => values.map((value, index) => signOf(value, periods[index]!))
    const label = (code: string): string => {
      const [first, second] = code.split('/')
      if (by.length === 2) return personsLabel(first!, second!, language)
      return findLabel(by[0]!, code, language, catalogue) ?? labelOf(by[0]!, code, language)
    }
    return [
      [''],
      [`${words.breakdowns[id] ?? id}${severalAnswers ? ' *' : ''}, ${words.base} (${words.units[unit]})`, ...cells(base)],
      ...[...rows].sort(inRank).map(({ code, values }): Line => [`  ${label(code)}`, ...cells(values)]),
      ...(id === 'acceptance' ? [[`  ${words.shareAccepting}`, ...shares(base, rows)] as const] : []),
    ]
  })
}

const last = ['distribution-not-known', 'conflicting', 'unknown', 'not-asked']

/** The most common first, over the whole; what is not known after all that is. */
function inRank(a: Rows[number], b: Rows[number]): number {
  const placeOf = ({ code }: Rows[number]): number => Math.max(...code.split('/').map((part) => last.indexOf(part)))
  return placeOf(a) - placeOf(b) || b.values.at(-1)!.count - a.values.at(-1)!.count
}

type Rows = Figures['breakdowns'][number]['rows']

/** From none of those whose answer is not known to all of them; never over a lower bound or a base below 20. */
function shares(base: readonly FigureValue[], rows: Rows): readonly string[] {
  return base.map((all, index) => {
    const of = (...codes: readonly string[]): number => rows.filter(({ code }) => codes.includes(code)).reduce((sum, { values }) => sum + values[index]!.count, 0)
    const figure = (count: number): { unit: 'person'; count: number; atLeast: boolean } => ({ unit: 'person', count, atLeast: all.atLeast })
    const share = worstCaseShare(figure(of('yes')), figure(of('no')), figure(of('unknown', 'not-asked')))
    if (share.range === null) return '–'
    const [low, high] = [share.range.lower, share.range.upper].map((value) => Math.round(value * 100))
    return low === high ? `${low} %` : `${low}–${high} %`
  })
}

function monthLines({ months }: NetworkFigures, words: FigureWords): readonly string[] {
  const row = (head: string, cells: readonly string[], last: string): string => `${head.padEnd(12)}${cells.map((cell) => cell.padStart(5)).join('')}${last.padStart(22)}`
  return [
    words.monthByMonth,
    row('', Array.from({ length: 12 }, (_, month) => String(month + 1)), words.inNoMonth),
    ...months.map(({ year, values, inNoMonth }) =>
      row(`  ${year}`, values.map((value) => signOf({ count: value.count, atLeast: false }, value)), String(inNoMonth))),
  ]
}

function comparisonLines({ comparisons }: NetworkFigures, words: FigureWords, language: Language): readonly string[] {
  if (comparisons.length === 0) return []
  return [
    words.comparison,
    ...comparisons.map(({ earlier, later, ratio, direction, noDirection }) => {
      const sizes = ratio.estimate === null ? '–' : `${number(ratio.estimate, language)} (${range(ratio, language)})`
      const reasons = noDirection.map((reason) => words.noDirection[reason]).join(', ')
      return `  ${words.against(later.period.id, earlier.period.id)}: ${sizes}, ${words.direction[direction]}${reasons ? `: ${reasons}` : ''}.`
    }),
    '',
  ]
}

function remarks({ notes, periods }: Figures, { remarks: own }: FigureWords): readonly string[] {
  return [
    own.signs,
    own.noShare,
    own.several,
    ...(periods.length > 2 ? [own.years] : []),
    ...(['spanning', 'outside', 'beforeCollection', 'withdrawn'] as const).flatMap((note) => (notes[note] > 0 ? [own[note](notes[note])] : [])),
  ]
}

function signOf({ count, atLeast }: Pick<FigureValue, 'count' | 'atLeast'>, { months }: Pick<Period, 'months'>): string {
  if (months === 0 && count === 0) return '–'
  return `${atLeast ? '≥' : ''}${count}`
}

function questionNotPut({ months }: Period): string {
  return months === 0 ? '–' : '?'
}

function range({ low, high }: RateInterval, language: Language): string {
  return high === null ? `≥${number(low, language)}` : `${number(low, language)}–${number(high, language)}`
}

function number(value: number | null, language: Language, digits = 2): string {
  return value === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value)
}
