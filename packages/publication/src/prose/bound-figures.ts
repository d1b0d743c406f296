// Where figures are bound in a text, what each prints now, and which print another thing than when the text was last confirmed.
import { figuresOf } from '../binding/binding.ts'
import type { Edition } from '../binding/edition.ts'
import { evaluate } from '../binding/evaluate.ts'
import { isBlockBinding } from '../binding/binding.ts'
import { findBinding } from '../binding/parse-binding.ts'

export type BoundFigure = {
  /** What stands between the braces, with single spaces. */
  readonly source: string
  readonly line: number
  /** Columns in UTF-16 units from 0, the braces included; `to` is the first one after. */
  readonly from: number
  readonly to: number
  /** As it is printed; null when it is hidden. */
  readonly printed: string | null
}

/** What figures printed when somebody last confirmed it, by their source. */
export type PrintedBefore = Readonly<Record<string, string | null>>

export type ChangedFigure = BoundFigure & { readonly before: string | null }

/** Those that come from tables: names, dates and rules of the edition are no figures. */
export function boundFigures(text: string, edition: Edition): readonly BoundFigure[] {
  return text.split('\n').flatMap((line, index) => [...line.matchAll(/\{\{(?<source>[^{}]*)\}\}/g)].flatMap((match): readonly BoundFigure[] => {
    const source = (match.groups?.['source'] ?? '').trim().replaceAll(/\s+/g, ' ')
    const binding = findBinding(source)
    if (!binding || isBlockBinding(binding) || figuresOf(binding).length === 0) return []
    return [{ source, line: index + 1, from: match.index, to: match.index + match[0].length, printed: evaluate(binding, edition) ?? null }]
  }))
}

/** A figure that was not there before has nothing to be told against. */
export function changedFigures(figures: readonly BoundFigure[], before: PrintedBefore): readonly ChangedFigure[] {
  return figures.flatMap((figure) => {
    const was = Object.hasOwn(before, figure.source) ? before[figure.source]! : undefined
    const known = Object.hasOwn(before, figure.source)
    return known && was !== figure.printed ? [{ ...figure, before: was ?? null }] : []
  })
}

/** What is kept with a text that is saved: what each figure prints now, but for those whose change nobody has confirmed yet. */
export function printedNow(figures: readonly BoundFigure[], before: PrintedBefore, confirmed: ReadonlySet<string>): PrintedBefore {
  return Object.fromEntries(figures.map(({ source, printed }) => [source, Object.hasOwn(before, source) && !confirmed.has(source) ? before[source]! : printed]))
}
