// What a revision of figures changes, for those who are asked to agree to it: the words and signs of the edition's own chapter.
import { type Language } from '@lykta/incident'
import { inNetwork, readLedger } from '@lykta/register'
import type { ChangedFigure } from '../api/edition-types.ts'
import type { Desk } from './desk.ts'
import { type EditionContent, entryOf } from './ledger.ts'

export async function findChanges(desk: Desk, content: EditionContent): Promise<Readonly<Record<Language, readonly ChangedFigure[]>>> {
  // Loaded here: most commands list what waits without it.
  const [{ changedFigures }, { contextOf, labelsOf }] = await Promise.all([import('@lykta/publication'), import('./released-editions.ts')])
  const old = (await inNetwork(desk.register, desk.context, readLedger)).find(({ id }) => id === content.revises)
  const read = old && (await entryOf(old))
  const before = read?.kind === 'edition' ? read.tables : []
  const label = await labelsOf(desk, content.asOf)
  const context = await contextOf(desk, content, (content.made ?? `${content.year + 1}-01-01T12:00:00Z`).slice(0, 10), '')
  const told = (language: Language): readonly ChangedFigure[] => changedFigures({ context: { ...context, language }, tables: content.tables, label: label(language) }, before)
  return { sv: told('sv'), en: told('en') }
}
