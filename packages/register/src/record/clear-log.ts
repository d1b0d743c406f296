// After a weeding, what it took stands in the write-ahead log yet: begins a new segment and lets go of those before it.
import type { Register } from '../register.ts'

/**
 * After `clearErased`. True when no segment is left that was written before: the program's own server removes them with the checkpoint. A server of
 * the user's own writes over them some day, and may send them to an archive: false, and its operator sees to it (docs/operating.md).
 */
export async function clearLog({ renewLog }: Pick<Register, 'renewLog'>): Promise<boolean> {
  await renewLog?.()
  return renewLog !== undefined
}
