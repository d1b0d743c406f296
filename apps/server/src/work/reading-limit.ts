// So many sealed texts (reasons, and notes of cases) may anybody open in a while; for more she needs a session that another has agreed to (reading-sessions.ts), or somebody in danger (break-glass.ts).
import { problem, ProblemError } from '@lykta/incident'
import { readSessions, type ReadTransaction, type WriteTransaction } from '@lykta/register'
import { runsGlass } from './break-glass.ts'
import { isRunning } from './session-state.ts'

export const mostTexts = 20
export const inMinutes = 10

/**
 * Called in the transaction that logs the reading, whose object is the text: one that she has open already is not another. Two of her
 * requests at once wait for each other here, and are not both the last.
 */
export async function checkReading(transaction: WriteTransaction, object: string): Promise<void> {
  const { run, network, member } = transaction
  // Whoever sits at a machine without members has no keys that would open anything.
  if (member === 'operator') return
  await run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`lykta.reading ${network} ${member}`])
  const rows = await run(
    `select distinct object from lykta.audit where network_id = $1 and actor = $2 and action in ('text.read', 'note.read') and at > lykta.register_time() - make_interval(mins => $3)`,
    [network, member, inMinutes])
  if (rows.length < mostTexts || rows.some((row) => row['object'] === object)) return
  if (await mayReadMany(transaction, member)) return
  throw new ProblemError([problem('reading.limit', { most: mostTexts, minutes: inMinutes })])
}

/** Whether a session of hers is running in which texts are read, or she did not wait for one. */
async function mayReadMany(transaction: ReadTransaction, member: string): Promise<boolean> {
  for (const session of await readSessions(transaction)) {
    if (session.author === member && session.purpose !== 're-sealing' && (await isRunning(transaction, session))) return true
  }
  return runsGlass(transaction, member)
}
