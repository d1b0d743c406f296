// Shares in one wording: their units, their base, their arithmetic.
import { smallestBase } from '@lykta/statistics'
import type { Found } from './find-words.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { without } from './pattern.ts'
import type { Printed } from './printed.ts'
import { anyQuantity, type Quantity, quantityOf } from './quantity.ts'
import type { Reading } from './reading.ts'

type Part = { readonly from: number; readonly to: number; readonly part: Quantity; readonly whole: Quantity; readonly atLeast: boolean }

export function findShares(given: Reading, lexicon: Lexicon, printed: Printed): readonly Found[] {
  // A date such as 18/10 is no share.
  const reading = { ...given, text: without(lexicon.harmlessNumbers, given.text) }
  const parts = partsIn(reading, lexicon, printed)
  const percents = percentsIn(reading, lexicon)
  return [...parts.flatMap(unitsDiffer(reading)), ...percents.flatMap((percent) => askPercent(percent, reading, lexicon, printed, parts, percents))]
}

/** "12/40", "21 of 30", "Of the 41 persons … 25 had", "42 perpetrators, of whom 33". */
function partsIn(reading: Reading, { of, ofWhom, opensOf, atLeast, percent }: Lexicon, printed: Printed): readonly Part[] {
  const number = (name: string): string => `(?<![\\p{L}\\p{N}.,/])(?<${name}>${anyQuantity})(?![\\p{N}]|[.,]\\p{N})`
  const bound = `(?<least>${atLeast})?`
  const patterns = [
    `${number('part')}(?!\\s*${percent})(?:\\s+\\p{L}+){0,4}?${of}${bound}(?<whole>${anyQuantity})(?![\\p{N}/]|[.,]\\p{N})`,
    `(?<=^|[.!?]\\s+)(?:${opensOf.replaceAll(' ', '\\s+')})${bound}${number('whole')}[^.;!?]{1,90}?${number('part')}`,
    `${bound}${number('whole')}[^.;!?]{1,60}?,?\\s(?:${ofWhom.replaceAll(' ', '\\s+')})\\s(?:\\p{L}+\\s+){0,3}?${number('part')}`,
  ]
  return patterns.flatMap((pattern) => [...reading.text.matchAll(new RegExp(pattern, 'giu'))].flatMap((match): readonly Part[] => {
    const { part = '', whole = '', least } = match.groups ?? {}
    const [first, second] = [quantityOf(part, reading, printed), quantityOf(whole, reading, printed)]
    if (!first || !second) return []
    return [{ from: match.index, to: match.index + match[0].length, part: first, whole: second, atLeast: least !== undefined || second.atLeast }]
  }))
}

/** Nothing is known of a number that no table prints. */
function unitsDiffer({ text }: Reading): (share: Part) => readonly Found[] {
  return ({ from, to, part, whole }) => {
    if (part.units.length === 0 || whole.units.length === 0 || part.units.some((unit) => whole.units.includes(unit))) return []
    return [found('share-units', text, from, to, ['bind', 'reword'], { part: part.units[0]!, whole: whole.units[0]! })]
  }
}

type Percent = { readonly from: number; readonly to: number; readonly number: string }

export function percentsIn({ text }: Reading, { percent }: Lexicon): readonly Percent[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.,])(?<number>${anyQuantity})\\s*${percent}(?![\\p{L}])`, 'giu')
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, number: match.groups?.['number'] ?? '' }))
}

function askPercent(percent: Percent, reading: Reading, lexicon: Lexicon, printed: Printed, parts: readonly Part[], percents: readonly Percent[]): readonly Found[] {
  const tell = (code: Found['code'], settle: Found['settle'], values: Found['values'] = {}): readonly Found[] => [found(code, reading.text, percent.from, percent.to, settle, values)]
  const fraction = nearest(percent, parts.filter((part) => inOneSentence(reading.text, percent, part)))
  const base = fraction ? { whole: fraction.whole, atLeast: fraction.atLeast } : baseAfter(percent, reading, lexicon, printed)
  if (!base) return tell('share-base-missing', ['bind', 'note'])
  const { value } = base.whole
  const small = value !== undefined && value < smallestBase
  return [
    ...(base.atLeast ? tell('share-base-at-least', ['bind', 'reword']) : small ? tell('share-base-small', ['bind', 'reword'], { base: value, smallest: smallestBase }) : []),
    ...(fraction && nearest(fraction, percents) === percent ? wrong(percent, fraction, reading, printed, tell) : []),
  ]
}

/** "70 per cent of the 30". */
function baseAfter({ to }: Percent, reading: Reading, { of, atLeast }: Lexicon, printed: Printed): { readonly whole: Quantity; readonly atLeast: boolean } | undefined {
  const match = new RegExp(`^${of}(?<least>${atLeast})?(?:\\p{L}+\\s+){0,2}?(?<whole>${anyQuantity})(?![\\p{N}/]|[.,]\\p{N})`, 'iu').exec(reading.text.slice(to))
  const whole = quantityOf(match?.groups?.['whole'] ?? '', reading, printed)
  return whole && { whole, atLeast: match?.groups?.['least'] !== undefined || whole.atLeast }
}

/** Rounded halves may go either way. */
function wrong({ number }: Percent, { part, whole }: Part, reading: Reading, printed: Printed, tell: (code: Found['code'], settle: Found['settle'], values: Found['values']) => readonly Found[]): readonly Found[] {
  const said = quantityOf(number, reading, printed)?.value
  if (said === undefined || part.value === undefined || whole.value === undefined || whole.value === 0) return []
  const exact = (100 * part.value) / whole.value
  const step = Number.isInteger(said) ? 0.5 : 0.05
  return Math.abs(said - exact) > step + 1e-9 ? tell('share-wrong', ['bind'], { exact: Math.round(exact * 10) / 10 }) : []
}

/** "46 per cent (40/86)": the one that stands next to it. */
function nearest<Other extends Span>(to: Span, others: readonly Other[]): Other | undefined {
  return others.toSorted((a, b) => distance(a, to) - distance(b, to))[0]
}

function inOneSentence(text: string, a: Span, b: Span): boolean {
  return !/[.!?]\s+\p{Lu}/u.test(text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from) + 1))
}

type Span = { readonly from: number; readonly to: number }

const distance = (a: Span, b: Span): number => Math.max(a.from - b.to, b.from - a.to, 0)

function found(code: Found['code'], text: string, from: number, to: number, settle: Found['settle'], values: Found['values']): Found {
  return { code, from, to, word: text.slice(from, to), blocking: false, settle, values }
}
