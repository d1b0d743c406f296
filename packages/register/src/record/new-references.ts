// References for new incidents that no incident of the network has yet.
import type { ReadTransaction } from '../transaction.ts'
import { makeReference, REFERENCE_BYTES } from './reference.ts'

/** `random` gives that many random bytes. A reference taken by another write in the same moment is refused at the insert. */
export async function newReferences(
  { db, network }: ReadTransaction,
  count: number,
  random: (bytes: number) => Uint8Array,
): Promise<readonly string[]> {
  const found = new Set<string>()
  while (found.size < count) {
    const missing = count - found.size
    const bytes = random(missing * REFERENCE_BYTES)
    const fresh = Array.from({ length: missing }, (_, at) => makeReference(bytes.subarray(at * REFERENCE_BYTES, (at + 1) * REFERENCE_BYTES)))
    const taken = await db.selectFrom('incident').select('ref').where('network_id', '=', network).where((eb) =>
      eb('ref', '=', eb.fn.any(eb.val(fresh)))).execute()
    const refused = new Set(taken.map(({ ref }) => ref))
    for (const reference of fresh) if (!refused.has(reference)) found.add(reference)
  }
  return [...found]
}
