// A part of a whole in words; computed after protection, from shown values only.
import { percentOf, renderCount } from '../words/numbers.ts'
import { type Edition } from './edition.ts'
import { renderQuantity } from '../words/quantity.ts'

type Count = { readonly count: number; readonly atLeast: boolean }

/** "21 av 30 (70 procent)"; a percentage only over a base that is exact and large enough. */
export function renderShare(
  edition: Edition,
  part: Count | undefined,
  whole: Count | undefined,
): string | undefined {
  if (!part || !whole) return undefined
  const { words, context } = edition
  const text = words.partOf(renderQuantity(edition.words, part.count, part.atLeast), renderQuantity(edition.words, whole.count, whole.atLeast))
  if (part.atLeast || whole.atLeast || whole.count < context.policy.shareBase) return text
  return words.percent(text, renderCount(percentOf(part.count, whole.count), words.language))
}
