// A use of recovery sheets that was announced before a backup was made does not go on in what is restored from it.
import type { ReadTransaction } from '../transaction.ts'

/**
 * It may have been stopped since, and the days in which any member could stop it may have passed meanwhile, with nobody told. Stopped by a
 * line of the audit; whoever has the sheets announces it anew, and everybody hears of it. True when one stood.
 */
export async function stopAnnouncement({ run, network }: ReadTransaction): Promise<boolean> {
  const [last] = await run(`select action from lykta.audit where network_id = $1 and action like 'recovery.%' and action <> 'recovery.test'
    order by position desc limit 1`, [network])
  if (last?.['action'] !== 'recovery.announce') return false
  await run(`select lykta.append_audit($1, 'operator', 'recovery.stop', $2)`, [network, `network:${network}`])
  return true
}
