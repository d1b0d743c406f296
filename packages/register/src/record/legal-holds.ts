// Legal holds: as long as one stands, nothing of its incident, case or meeting is erased. Lines are added and never changed.
import type { CivilDate, Hold, Id } from '@lykta/incident'
import type { LegalHoldRow } from '../erasing-tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type NewLegalHold = {
  readonly subject: Id
  readonly kind: LegalHoldRow['subject']
  readonly reason: LegalHoldRow['reason']
  /** The last day; of an earlier hold on the same subject, the new last day. */
  readonly until: CivilDate
}

export type StoredLegalHold = Hold & NewLegalHold & { readonly author: string }

/** Where no network has members; elsewhere two persons decide (hold-requests.ts). Two in the same moment on one subject are refused with `register.changed-meanwhile`. */
export async function appendLegalHold(transaction: WriteTransaction, { subject, kind, reason, until }: NewLegalHold): Promise<void> {
  const { network, member, run } = transaction
  const [last] = await run('select coalesce(max(seq), 0) as seq from lykta.legal_hold where network_id = $1 and subject_id = $2', [network, subject])
  await insertRows(transaction, 'legal_hold', [{
    network_id: network, subject_id: subject, seq: Number(last!['seq']) + 1, subject: kind, reason, ends_on: until, author: member, created_at: new Date().toISOString(),
  }])
}

/** The last line of each subject, over or not. */
export async function readLegalHolds({ db, network }: ReadTransaction): Promise<readonly StoredLegalHold[]> {
  return db.selectFrom('legal_hold').distinctOn('subject_id')
    .select(['subject_id as subject', 'subject as kind', 'reason', 'ends_on as until', 'author'])
    .where('network_id', '=', network).where('from_position', 'is not', null).orderBy('subject_id').orderBy('seq', 'desc').execute()
}
