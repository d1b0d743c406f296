// Acts that read what stands and write what follows from it, one after another.
import type { WriteTransaction } from '../transaction.ts'

/** Until the transaction ends nobody else of the network has this turn: what is read after this is what stands when it is written. */
export async function takeTurn({ network, run }: WriteTransaction, of: 'members' | 'settings' | 'same'): Promise<void> {
  await run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`lykta.${of} ${network}`])
}
