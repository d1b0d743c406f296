// What happens at the door: sign-ins, refusals and the like, apart from the record. Codes and ids, and nothing that anybody wrote.
import type { Id } from '@lykta/incident'
import type { Register } from '../register.ts'
import type { Instant } from '../tables.ts'
import { aside, type ReadTransaction } from '../transaction.ts'

export type DoorEvent = {
  readonly at: Instant
  /** For instance 'sign-in.failed'. */
  readonly code: string
  /** A member's or a device's id, or 'unknown'. */
  readonly who: string
  /** The pattern of the route that was asked for, or the way in; else empty. */
  readonly about: string
  readonly times: number
}

/** Nobody changes one; after 400 days they go. */
export async function noteDoorEvent(register: Register, network: Id, { code, who, about, times }: Omit<DoorEvent, 'at'>): Promise<void> {
  await aside(register, { network, member: 'operator' }, async ({ run }) => void (await run('select lykta.note_event($1, $2, $3, $4, $5)', [network, code, who, about, times])))
}

/** Oldest first. For coordinators. */
export async function readDoorEvents({ run, network }: ReadTransaction, since: Instant): Promise<readonly DoorEvent[]> {
  const rows = await run(
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, code, who, about, times from lykta.door_event
     where network_id = $1 and at >= $2 order by event_id`, [network, since])
  return rows as unknown as readonly DoorEvent[]
}
