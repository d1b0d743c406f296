// Legal holds: as long as one stands, nothing of its incident, case or meeting is erased. Lines are added and never changed, by two persons (hold-requests.ts).
import type { CivilDate, Hold, Id } from '@lykta/incident'
import type { LegalHoldRow } from '../erasing-tables.ts'
import type { ReadTransaction } from '../transaction.ts'

export type StoredLegalHold = Hold & {
  readonly subject: Id
  readonly kind: LegalHoldRow['subject']
  readonly reason: LegalHoldRow['reason']
  /** The last day; of an earlier hold on the same subject, the new last day. */
  readonly until: CivilDate
  /** Who agreed to it. */
  readonly author: string
}

/** The last line of each subject, over or not. */
export async function readLegalHolds({ db, network }: ReadTransaction): Promise<readonly StoredLegalHold[]> {
  return db.selectFrom('legal_hold').distinctOn('subject_id')
    .select(['subject_id as subject', 'subject as kind', 'reason', 'ends_on as until', 'author'])
    .where('network_id', '=', network).where('from_position', 'is not', null).orderBy('subject_id').orderBy('seq', 'desc').execute()
}
