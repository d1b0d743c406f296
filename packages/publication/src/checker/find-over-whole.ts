// Shares of one chapter that add up to more than their whole, without a word that several answers are possible.
import { severalAnswerDimensions } from '@lykta/statistics'
import type { FigureRef } from '../binding/binding.ts'
import type { Found } from './find-words.ts'
import { percentsIn } from './find-shares.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { type Printed, shownFigure } from './printed.ts'
import { quantityOf } from './quantity.ts'
import { type Reading, signsIn } from './reading.ts'

/** `chapter` is all its prose: the note may stand in another sentence. */
export function findOverWhole(reading: Reading, chapter: string, lexicon: Lexicon, printed: Printed): readonly Found[] {
  if (lexicon.severalAnswers.test(chapter)) return []
  return [...overByPercents(reading, lexicon, printed), ...overByBindings(reading, printed)]
}

function overByPercents(reading: Reading, lexicon: Lexicon, printed: Printed): readonly Found[] {
  const percents = percentsIn(reading, lexicon)
  const sum = percents.reduce((total, { number }) => total + (quantityOf(number, reading, printed)?.value ?? 0), 0)
  const [first, last] = [percents[0], percents.at(-1)]
  return percents.length > 1 && sum > 101 && first && last ? [over(reading, first.from, last.to, sum)] : []
}

/** Before the figures are known, two rows of a table in which one unit may stand in several. */
function overByBindings(reading: Reading, printed: Printed): readonly Found[] {
  const shares = signsIn(reading).flatMap((sign) => (sign.binding.kind === 'share' && sign.binding.part.codes.length > 0 ? [{ ...sign, part: sign.binding.part }] : []))
  const [first, last] = [shares[0], shares.at(-1)]
  if (!first || !last || first === last || shares.some(({ part }) => part.table !== first.part.table)) return []
  const dimension = printed.known.get(first.part.table)?.by[0]
  const sums = shares.map(({ part }) => fractionOf(part, printed))
  const known = sums.every((share) => share !== undefined)
  const sum = sums.reduce<number>((total, share) => total + (share ?? 0), 0)
  const several = dimension !== undefined && severalAnswerDimensions.includes(dimension)
  return known ? (sum > 1.01 ? [over(reading, first.from, last.to, Math.round(100 * sum))] : []) : several ? [over(reading, first.from, last.to, 0)] : []
}

function fractionOf(part: FigureRef, printed: Printed): number | undefined {
  const [count, base] = [shownFigure(printed, part)?.count, shownFigure(printed, { ...part, codes: [] })?.count]
  return count === undefined || !base ? undefined : count / base
}

function over({ text }: Reading, from: number, to: number, sum: number): Found {
  return { code: 'shares-over-whole', from, to, word: text.slice(from, to), blocking: false, settle: ['note'], values: { sum } }
}
