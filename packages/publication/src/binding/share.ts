// A part of a whole in words; computed after protection, from shown values only.
import type { Unit } from '@lykta/statistics'
import { percentOf, renderCount } from '../words/numbers.ts'
import { renderQuantity } from '../words/quantity.ts'
import type { Edition } from './edition.ts'

type Count = { readonly count: number; readonly atLeast: boolean }

/** "21 av 30 incidenter (70 procent)", without a unit "21 av 30 (70 procent)"; a percentage only over a base that is exact and large enough. Nothing where the part is more than the whole, and so none of it. */
export function renderShare(edition: Edition, part: Count | undefined, whole: Count | undefined, unit?: Unit): string | undefined {
  if (!part || !whole || part.count > whole.count) return undefined
  const { words, context } = edition
  const base = renderQuantity(words, whole.count, whole.atLeast)
  const text = words.partOf(renderQuantity(words, part.count, part.atLeast), unit ? `${base} ${words.unit[unit]}` : base)
  if (part.atLeast || whole.atLeast || whole.count < context.policy.shareBase) return text
  return words.percent(text, renderCount(percentOf(part.count, whole.count), words.language))
}
