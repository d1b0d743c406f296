// What organisations answer once a year about begging, labour and crime: silence there speaks of attention, not of absence.
import type { Id } from '@lykta/incident'
import type { YearlyAnswerRow } from '../meeting-tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { nextRevision } from './next-revision.ts'

export type YearlyAnswer = {
  readonly organisation: Id
  readonly year: number
  readonly subject: YearlyAnswerRow['subject']
  readonly answer: YearlyAnswerRow['answer']
}

export async function appendYearlyAnswers(transaction: WriteTransaction, answers: readonly YearlyAnswer[]): Promise<void> {
  for (const { organisation, year, subject, answer } of answers) {
    const revision = await nextRevision(transaction, 'yearly_answer', { organisation_id: organisation, year: String(year), subject })
    await insertRows(transaction, 'yearly_answer', [{
      network_id: transaction.network, organisation_id: organisation, year, subject, revision, answer, author: transaction.member, created_at: new Date().toISOString(),
    }])
  }
}

/** As they stand: those that the caller may see, of all years. */
export async function readYearlyAnswers({ db, network }: ReadTransaction): Promise<readonly YearlyAnswer[]> {
  const rows = await db.selectFrom('yearly_answer').select(['organisation_id', 'year', 'subject', 'answer']).where('network_id', '=', network)
    .where('from_position', 'is not', null).where('until_position', 'is', null).orderBy('year').orderBy('organisation_id').orderBy('subject').execute()
  return rows.map(({ organisation_id: organisation, year, subject, answer }) => ({ organisation, year, subject, answer }))
}
