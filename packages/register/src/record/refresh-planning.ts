// After much has been written: tells PostgreSQL's planner what there is, and clears away what is over.
import { asOwner } from '../transaction.ts'
import type { Register } from '../register.ts'

/** Below this a plan made in ignorance costs nothing that is felt. */
export const MUCH = 1000

/**
 * PostgreSQL would do this by itself within a minute, but a command stops its server before that. Without it the
 * planner takes a full table for an empty one, and sorts where it should hash.
 */
export async function refreshPlanning(register: Register): Promise<void> {
  // Two halves of about the same work, a core each.
  const halves = ['lykta.incident, lykta.revision', 'lykta.incident_fact']
  await Promise.all(halves.map((tables) => asOwner(register, 'begin', (client) => client.query(`analyze ${tables}`))))
  // What waited there for its position is all of it gone by now; in no transaction, since it cannot be undone.
  await register.owner.query('vacuum lykta.new_fact')
}
