// Throws an invented network away, with everything in it: the one thing in a register that is ever deleted.
import type { Id } from '@lykta/incident'
import type { Register } from '../register.ts'
import { asOwner, enterNetwork } from '../transaction.ts'

/** Does nothing to a network that is no sample, whoever asks. */
export async function removeSample(register: Register, id: Id): Promise<boolean> {
  return asOwner(register, 'begin', async (client) => {
    await enterNetwork(register, client, id)
    const { rows } = await client.query('select from lykta.network where network_id = $1 and sample for update', [id])
    if (rows.length === 0) return false
    // Children first: what another table refers to goes after it.
    const { rows: tables } = await client.query<{ readonly name: string }>(
      `with recursive refers as (
         select c.conrelid as child, c.confrelid as parent from pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid
           and c.connamespace = 'lykta'::regnamespace
       ), depth as (
         select 'lykta.network'::regclass::oid as relation, 0 as depth
         union select refers.child, depth.depth + 1 from refers join depth on refers.parent = depth.relation
       )
       select relation::regclass::text as name from depth group by relation order by max(depth) desc`,
    )
    for (const { name } of tables) await client.query(`delete from ${name} where network_id = $1`, [id])
    return true
  })
}
