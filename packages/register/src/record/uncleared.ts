// What was weeded and may lie in the database's files yet: since the audit's last line that says that all before it was cleared.
import type { Act, ReadTransaction } from '../transaction.ts'
import type { WeedingClass } from './weedings.ts'

const action = 'retention.clear'

export type Uncleared = {
  readonly classes: readonly WeedingClass[]
  /** Where the register's clock stood: once they are cleared, so is whatever was weeded before it. */
  readonly position: number
}

/** Whoever stops between weeding and clearing leaves it here. When a weeding has emptied the line, everything that was ever weeded is named: cleared once too often. */
export async function readUncleared({ run, network }: ReadTransaction): Promise<Uncleared> {
  const [row] = await run(`with first as (select min(from_position) as position from lykta.weeding where network_id = $1),
    cleared as (select split_part(a.object, ':', 2)::bigint as position from lykta.audit a where a.network_id = $1 and a.action = $2 and a.position > (select position from first) order by a.position desc limit 1)
    select array(select distinct class from lykta.weeding where network_id = $1 and from_position > coalesce((select position from cleared), 0) order by 1) as classes,
      (select position from lykta.network where network_id = $1)::float8 as position`, [network, action])
  return { classes: row!['classes'] as readonly WeedingClass[], position: row!['position'] as number }
}

/** What is written once nothing of it is left in the tables. */
export function clearedAct(position: number): Act {
  return { action, object: `position:${position}` }
}
