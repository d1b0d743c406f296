// Tells PostgreSQL's planner what the facts look like after much has been written.
import { asOwner } from '../transaction.ts'
import type { Register } from '../register.ts'

/** Below this a plan made in ignorance costs nothing that is felt. */
export const MUCH = 1000

/**
 * PostgreSQL would do this by itself within a minute, but a command stops its server before that. Without it the
 * planner takes a full table for an empty one, and sorts where it should hash.
 */
export async function refreshPlanning(register: Register): Promise<void> {
  await asOwner(register, 'begin', (client) => client.query('analyze lykta.incident, lykta.revision, lykta.incident_fact, lykta.person_fact'))
}
