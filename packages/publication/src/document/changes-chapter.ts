// The chapter with which an edition that replaces another begins: what changed and why, and the figures before and after.
import type { ProtectedTable } from '@lykta/disclosure'
import type { Edition } from '../binding/edition.ts'
import { changesTable, figureChanges } from '../tables/figure-changes.ts'
import type { Block } from './document.ts'
import { plain } from './inline.ts'

/** What an edition says of the one that it replaces. */
export type Replaces = {
  /** What changed and why, as the coordinator wrote it, in the edition's language. */
  readonly changed: string
  /** What the older one printed; null where the figures are the same. */
  readonly before: readonly ProtectedTable[] | null
}

export function changesChapter(edition: Edition, { changed, before }: Replaces): readonly Block[] {
  const { words } = edition
  const paragraph = (text: string): Block => ({ kind: 'paragraph', children: [plain(text)] })
  const said = changed.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '')
  const opening: readonly Block[] = [
    { kind: 'heading', level: 2, id: 'edition-changes', children: [plain(words.changes.title)] },
    paragraph(words.changes.replaces), ...said.map(paragraph),
  ]
  if (!before) return [...opening, paragraph(words.changes.wordsAlone)]
  const found = figureChanges(edition, before)
  const table = changesTable(edition, found)
  return [
    ...opening,
    paragraph(table ? words.changes.figures : words.changes.noFigures),
    ...(table ? [table] : []),
    ...(found.otherwise.length > 0 ? [paragraph(words.changes.otherwise(found.otherwise.map(words.quoted).join(', ')))] : []),
  ]
}
