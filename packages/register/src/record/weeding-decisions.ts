// An authority's decisions on weeding, as revisions: without one that stands and covers the class, the database erases nothing.
import type { CivilDate, Id, RetentionClass } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { refuse } from '../refuse.ts'
import { insertRows } from './insert-rows.ts'

export type WeedingDecision = {
  readonly id: Id
  /** 1 for a new one, else one more than the one that stands. */
  readonly revision: number
  readonly reference: string
  readonly decidedOn: CivilDate
  readonly classes: readonly RetentionClass[]
  readonly withdrawn: boolean
}

/** Another revision that came between is refused with `register.changed-meanwhile`. */
export async function appendWeedingDecision(transaction: WriteTransaction, { id, revision, reference, decidedOn, classes, withdrawn }: WeedingDecision): Promise<void> {
  const { network, member } = transaction
  await insertRows(transaction, 'weeding_decision', [{
    network_id: network, decision_id: id, revision, reference, decided_on: decidedOn, classes: JSON.stringify(classes), withdrawn, author: member, created_at: new Date().toISOString(),
  }])
}

/** Of which of them nothing is weeded, since the network is an authority's and has no decision that stands and covers them. */
export async function needWeedingDecision({ client }: ReadTransaction, classes: readonly RetentionClass[]): Promise<ReadonlySet<RetentionClass>> {
  const { rows } = await client.query<{ readonly of: RetentionClass }>('select of from unnest($1::text[]) c(of) where lykta.needs_weeding_decision(of)', [classes])
  return new Set(rows.map(({ of }) => of))
}

/** `register.no-weeding-decision` for what the database refused without one; whatever else was thrown is thrown again. */
export function refuseUndecided(error: unknown, of: string): never {
  if (error instanceof Error && error.message === 'check_weeding: no decision on weeding') return refuse('register.no-weeding-decision', { class: of })
  throw error
}

/** As they stand, withdrawn ones too; the latest day first. */
export async function readWeedingDecisions({ db, network }: ReadTransaction): Promise<readonly WeedingDecision[]> {
  const rows = await db.selectFrom('weeding_decision').selectAll().where('network_id', '=', network)
    .where('from_position', 'is not', null).where('until_position', 'is', null).orderBy('decided_on', 'desc').orderBy('decision_id').execute()
  return rows.map((row) => ({
    id: row.decision_id, revision: row.revision, reference: row.reference, decidedOn: row.decided_on, classes: JSON.parse(row.classes) as readonly RetentionClass[], withdrawn: row.withdrawn,
  }))
}
