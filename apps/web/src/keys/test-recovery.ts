// Two sheets typed again: whether they give the recovery key; what is wrong is told by sheet and row.
import { type Problem, ProblemError } from '@lykta/incident'
import { combineSheets, readSheet, type Sheet } from '@lykta/seal'

/** Throws a ProblemError whose problems name the sheet in `where.group`, from 1, as they were given. */
export async function testRecovery(texts: readonly string[], recipient: string): Promise<void> {
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
  await combineSheets(sheets, recipient).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(error.problems.map((one) => (one.values['sheet'] === undefined ? one : { ...one, where: { group: Number(one.values['sheet']) } })))
  })
}
