// Two sheets as they were typed, put together: what is wrong is told by sheet and row.
import { type Problem, ProblemError } from '@lykta/incident'
import { combineSheets, readSheet, type RecoveryKeys, type Sheet } from '@lykta/seal'

/**
 * `recipient`: the recovery's, as the log lists it; null before a log can be seen. Throws a ProblemError whose problems name the sheet
 * in `where.group`, from 1, as they were given.
 */
export async function putTogether(texts: readonly string[], recipient: string | null): Promise<RecoveryKeys> {
  const problems: Problem[] = []
  const sheets: Sheet[] = []
  for (const [index, text] of texts.entries()) {
    try {
      sheets.push(readSheet(text, 'network'))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problems.push(...error.problems.map((one) => ({ ...one, where: { ...one.where, group: index + 1 } })))
    }
  }
  if (problems.length > 0) throw new ProblemError(problems)
  return await combineSheets(sheets, recipient).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(error.problems.map((one) => (one.values['sheet'] === undefined ? one : { ...one, where: { group: Number(one.values['sheet']) } })))
  })
}
