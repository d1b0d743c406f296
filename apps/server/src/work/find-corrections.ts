// Rows of a file that would take the place of what was changed in the form since: each is told, with the day of the change.
import { collectProblems, knownProblem, knownWarning, type Place, type Problem, renderFound, type StoredIncident } from '@lykta/incident'
import { inNetwork, readStandingAuthors } from '@lykta/register'
import { importAuthor } from '@lykta/seal'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from './desk.ts'

export type ChangedRow = { readonly externalRef: string; readonly current: StoredIncident }

/** Errors, or warnings when they may be overwritten; a hundred at the most, and how many there are. */
export async function findCorrections(
  { register, context, network }: Desk, rows: readonly ChangedRow[], placeOf: ReadonlyMap<string, Place>, mayOverwrite: boolean,
): Promise<readonly Problem[]> {
  if (rows.length === 0) return []
  const authors = await inNetwork(register, context, (transaction) => readStandingAuthors(transaction, rows.map(({ current }) => current.id)))
  const problems = collectProblems()
  for (const { externalRef, current } of rows) {
    const standing = authors.get(current.id)
    if (!standing || standing.author === importAuthor) continue
    const date = Temporal.Instant.from(standing.createdAt).toZonedDateTimeISO(network.timeZone).toPlainDate().toString()
    const values = { found: renderFound(externalRef), date }
    const where = placeOf.get(externalRef)
    problems.add(mayOverwrite ? knownWarning('import.correction-overwritten', values, where) : knownProblem('import.corrected-in-form', values, where))
  }
  return problems.all()
}
