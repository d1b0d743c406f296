// What the checker asks about in a report's prose, in English; the codes that stop an edition stand with the others.
import type { checkerSv } from './checker-sv.ts'

export const checkerEn: typeof checkerSv = {
  'publication.term-avoided': ({ file, row, word, instead }) => `${file}, line ${row}: “${word}” says more than the network knows. Write “${instead}”, or mark the word {{lit ${word}}} if it is a name or the words of a law.`,
  'publication.share-units': ({ file, row, word }) => `${file}, line ${row}: the share (${word}) divides numbers that count different things. Let {{share … of …}} print a share whose numerator and base count the same.`,
  'publication.share-base-missing': ({ file, row, word }) => `${file}, line ${row}: “${word}” does not say of how many. Let {{share … of …}} print the share with its base, or write the base in the same sentence.`,
  'publication.share-base-small': ({ file, row, word, base, smallest }) => `${file}, line ${row}: “${word}” is taken of ${base}. Below ${smallest}, a single one moves it by several points: write both numbers instead of a percentage.`,
  'publication.share-base-at-least': ({ file, row, word }) => `${file}, line ${row}: “${word}” is taken of a lower bound (“at least”), so nobody knows the percentage. Write both numbers instead.`,
  'publication.share-wrong': ({ file, row, word, exact }) => `${file}, line ${row}: “${word}” does not agree with the numbers beside it, which give ${decimalEn(exact, 1)} per cent. Let {{share … of …}} do the sum.`,
  'publication.shares-over-whole': ({ file, row, sum }) => `${file}, line ${row}: the shares ${sum === 0 ? 'may add up' : `add up to ${sum} per cent, and so`} to more than the whole. Say in the same chapter that several answers are possible.`,
  'publication.periods-unequal': ({ file, row, word, earlier, later }) => `${file}, line ${row}: “${word}” compares periods with ${decimalEn(earlier, 1)} and ${decimalEn(later, 1)} months of collection. Compare {{rate …}} or let {{direction …}} do it, or say how long the periods are.`,
  'publication.follow-up-unequal': ({ file, row, days, needed }) => `${file}, line ${row}: the later period has been followed for ${days} days after its end, the earlier for at least ${needed}. What tends to come later is still missing: say so, or wait with the comparison.`,
  'publication.direction-not-carried': ({ file, row, word, ratio, lower, upper, reason }) => `${file}, line ${row}: the figures do not carry “${word}”. The monthly ratio is ${decimalEn(ratio, 2)} (95 per cent interval ${decimalEn(lower, 2)}–${decimalEn(upper, 2)}). ${reasonsEn[reason as string] ?? ''} Let {{direction …}} say what can be said.`.replace('  ', ' '),
  'publication.direction-of-persons': ({ file, row, word }) => `${file}, line ${row}: “${word}” is about persons. Those of one incident do not come independently of each other, so no direction is tested on them. Compare incidents, or give the numbers without a direction.`,
}

const reasonsEn: Readonly<Record<string, string>> = {
  'interval-includes-one': 'The difference can be chance.',
  'short-period': 'At least one period covers less than half a year.',
  'start-of-collection': 'At least one period lies in the first half-year of collection.',
  'no-effort': 'There is no record of how many reported.',
}

function decimalEn(value: string | number | undefined, digits: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits === 2 ? 2 : 0 }).format(Number(value))
}
