// What stands beside the text: changed figures, faults and questions in one list, with the words for each.
import type { Language } from '@lykta/incident'
import { type ChangedFigure, findProseText, type ProseMark, type Settling } from '@lykta/publication/prose'

export type Remark = {
  readonly key: string
  readonly kind: 'error' | 'changed' | 'asked'
  readonly line: number
  readonly from: number
  readonly to: number
  /** What stands there. */
  readonly word: string
  readonly text: string
  readonly settle: readonly Settling[]
  readonly change: { readonly source: string; readonly before: string | null; readonly now: string | null } | null
}

/** In the order of the text; `shown`: the language that it is told in. */
export function remarksOf(text: string, marks: readonly ProseMark[], changes: readonly ChangedFigure[], shown: Language): readonly Remark[] {
  const lines = text.split('\n')
  const wordAt = ({ line, from, to }: { readonly line: number; readonly from: number; readonly to: number }): string => (lines[line - 1] ?? '').slice(from, to)
  const all: readonly Omit<Remark, 'key'>[] = [
    ...changes.map((change): Omit<Remark, 'key'> => ({
      kind: 'changed', line: change.line, from: change.from, to: change.to, word: wordAt(change), text: '', settle: [], change: { source: change.source, before: change.before, now: change.printed },
    })),
    ...marks.map((mark): Omit<Remark, 'key'> => ({
      kind: mark.severity === 'error' ? 'error' : 'asked', line: mark.line, from: mark.from, to: mark.to, word: wordAt(mark),
      text: findProseText(mark.code, mark.values, shown) ?? mark.code, settle: mark.settle, change: null,
    })),
  ]
  return all.toSorted((a, b) => a.line - b.line || a.from - b.from).map((remark, index) => ({ ...remark, key: `${index}:${remark.line}:${remark.from}:${remark.kind}` }))
}
