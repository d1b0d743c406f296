// The log of weeding: what was done, of which class and how much, and nothing of what it took.
import type { Id } from '@lykta/incident'
import type { WeedingRow } from '../erasing-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { refuseUndecided } from './weeding-decisions.ts'

export type WeedingClass = WeedingRow['class']
/** Classes whose weeding empties lines of the audit (`weedAudit` writes their line of the log itself). */
export type AuditClass = 'reading' | 'audit'

export type NewWeeding = Pick<WeedingRow, 'cause' | 'subjects' | 'parts' | 'decision'> & { readonly id: Id; readonly class: Exclude<WeedingClass, AuditClass> }

export type StoredWeeding = Omit<NewWeeding, 'class'> & {
  readonly class: WeedingClass
  readonly author: string
  /** By the audit's line. */
  readonly at: Instant
}

export async function appendWeedings(transaction: WriteTransaction, weedings: readonly NewWeeding[]): Promise<void> {
  await insertRows(transaction, 'weeding', weedings.map(({ id, ...rest }) => ({
    network_id: transaction.network, weeding_id: id, ...rest, author: transaction.member, created_at: new Date().toISOString(),
  })))
}

/** The newest first. */
export async function readWeedings({ db, network }: ReadTransaction, limit = 500): Promise<readonly StoredWeeding[]> {
  return db.selectFrom('weeding as w')
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 'w.network_id').onRef('a.position', '=', 'w.from_position'))
    .select(['w.weeding_id as id', 'w.class', 'w.cause', 'w.subjects', 'w.parts', 'w.decision', 'w.author', 'a.at'])
    .where('w.network_id', '=', network).orderBy('w.from_position', 'desc').orderBy('w.class').limit(limit).execute()
}

/** Empties lines of the audit that are older than the moment, and logs it; gives how many. The last month's are refused. */
export async function weedAudit({ client }: WriteTransaction, of: { readonly id: Id; readonly class: AuditClass; readonly before: Instant; readonly decision: string | null }): Promise<number> {
  try {
    const { rows: [row] } = await client.query<{ readonly lines: number }>('select lykta.weed_audit($1, $2, $3, $4) as lines', [of.id, of.class, of.before, of.decision])
    return row!.lines
  } catch (error) {
    return refuseUndecided(error, of.class)
  }
}

/** What of the audit is older than the moment and stands yet; `held`: lines beside those, that name what is held. */
export async function countOldLines({ run, network }: ReadTransaction, of: AuditClass, before: Instant): Promise<{ readonly count: number; readonly held: number }> {
  const [row] = await run(`select count(*) filter (where split_part(object, '/', 1) <> all(h.held))::int as lines, count(*) filter (where split_part(object, '/', 1) = any(h.held))::int as held
    from lykta.audit, (select lykta.held_objects() as held) h where network_id = $1 and at < $2 and weeding_id is null
    and ($3 or action in ('text.read', 'note.read', 'meeting.read', 'reason.read'))`, [network, before, of === 'audit'])
  return { count: Number(row!['lines']), held: Number(row!['held']) }
}
