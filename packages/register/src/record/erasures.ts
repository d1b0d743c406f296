// Sealed texts that are erased, key file first, and the log of it; nothing in it says what they said.
import type { Id } from '@lykta/incident'
import { refuse } from '../refuse.ts'
import { refuseUndecided } from './weeding-decisions.ts'
import type { ErasureRow } from '../erasing-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'

export type ErasableClass = ErasureRow['class']
export type ErasureCause = ErasureRow['cause']

export type StoredErasure = {
  readonly text: Id
  readonly class: ErasableClass
  readonly cause: ErasureCause
  readonly author: string
  /** By the audit's line. */
  readonly at: Instant
}

/**
 * Every text of the incident ('narrative'), case ('note') or meeting ('situation') that has not been erased yet; gives how many. Refuses
 * with `register.held` while a legal hold forbids it, and, where an authority runs the network, with `register.no-weeding-decision` without
 * a decision on weeding that covers the class. Call `clearErased` once it is written.
 */
export async function eraseTexts({ client }: WriteTransaction, of: ErasableClass, subject: Id, cause: ErasureCause): Promise<number> {
  try {
    const { rows: [row] } = await client.query<{ readonly texts: number }>('select lykta.erase_texts($1, $2, $3) as texts', [of, subject, cause])
    return row!.texts
  } catch (error) {
    if (error instanceof Error && error.message === 'erase_texts: it is held') refuse('register.held', { id: subject })
    return refuseUndecided(error, of)
  }
}

/** The oldest first. */
export async function readErasures({ db, network }: ReadTransaction): Promise<readonly StoredErasure[]> {
  return db.selectFrom('erasure as e')
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 'e.network_id').onRef('a.position', '=', 'e.from_position'))
    .select(['e.text_id as text', 'e.class', 'e.cause', 'e.author', 'a.at'])
    .where('e.network_id', '=', network).orderBy('e.from_position').orderBy('e.text_id').execute()
}
