// What is known of one language's text while it is written: its marks, its figures and those that have changed, and how it will read.
import { catalogueOf, findLabel, type Language } from '@lykta/incident'
import {
  type BoundFigure, boundFigures, type ChangedFigure, changedFigures, type Edition, offsetOf, type PrintedBefore, previewProse, type PreviewBlock, proseEdition, type ProseMark, readProse,
} from '@lykta/publication/prose'
import type { EditionFiguresAnswer } from '../../../../server/src/api/prose-types.ts'
import type { Span } from './segments.ts'

export type Reading = {
  readonly text: string
  readonly marks: readonly ProseMark[]
  readonly figures: readonly BoundFigure[]
  readonly changed: readonly ChangedFigure[]
  readonly spans: readonly Span[]
}

export type Beside = {
  readonly language: Language
  readonly edition: Edition
  readonly read: (text: string, before: PrintedBefore) => Reading
  readonly preview: (text: string) => readonly PreviewBlock[]
}

export function readingBeside({ context, tables, ownIndicators }: EditionFiguresAnswer, language: Language, examples: readonly string[]): Beside {
  const catalogue = catalogueOf(ownIndicators)
  const given = { context: { ...context, language }, tables, examples, label: (dimension: string, code: string) => findLabel(dimension, code, language, catalogue) }
  const edition = proseEdition(given)
  return {
    language,
    edition,
    read: (text, before) => {
      const marks = readProse({ ...given, template: { file: `${language}.md`, text } })
      const figures = boundFigures(text, edition)
      // Without a draft every figure counts as hidden: nothing has changed by that.
      const changed = tables.length === 0 ? [] : changedFigures(figures, before)
      return { text, marks, figures, changed, spans: spansOf(text, marks, figures, changed) }
    },
    preview: (text) => previewProse(text, edition),
  }
}

type Placed = { readonly line: number; readonly from: number; readonly to: number }

function spansOf(text: string, marks: readonly ProseMark[], figures: readonly BoundFigure[], changed: readonly ChangedFigure[]): readonly Span[] {
  const spanOf = (kind: Span['kind']) => ({ line, from, to }: Placed): Span => ({ kind, from: offsetOf(text, line, from), to: offsetOf(text, line, to) })
  return [
    ...figures.map(spanOf('bound')),
    ...changed.map(spanOf('changed')),
    ...marks.map((mark) => spanOf(mark.severity === 'error' ? 'error' : 'asked')(mark)),
  ]
}
