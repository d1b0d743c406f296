// Register numbers (diarienummer) of a network that an authority runs: given after incidents have come, and before anybody looks.
import { inNetwork, numberIncidents, waitsForNumber, write } from '@lykta/register'
import type { Desk } from '../desk.ts'
import { getEntryBasis } from '../entry-basis.ts'

/**
 * Gives every incident that waits its number; nothing happens where no authority runs the network. As the program itself: whoever
 * looks first, or reports, need not have a right to it. What stopped in between is made up for the next time.
 */
export async function numberNow({ register, network }: Pick<Desk, 'register' | 'network'>): Promise<void> {
  const itself = { network: network.id, member: 'operator' }
  if (!(await inNetwork(register, itself, waitsForNumber))) return
  await write(register, itself, { action: 'diary.number', object: `network:${network.id}` }, numberIncidents)
}

/**
 * After an incident has been stored: whatever stops it does not take back what its reporter is told. By what the incident was taken in by,
 * which is kept in memory: where no authority runs the network nothing is asked of the database.
 */
export async function numberStored(desk: Desk): Promise<void> {
  try {
    if ((await getEntryBasis(desk, false)).authority) await numberNow(desk)
  } catch {
    // The next one, or whoever looks, makes up for it.
  }
}
