// As if the members had been let in, and the second persons named, two days ago.
import type { Register } from '@lykta/register'

const lines = `select from_position from lykta.membership_line where network_id = $1 union select from_position from lykta.network_setting where network_id = $1`

/** What is called with the answer puts it back: the audit's chain, which has the times too, holds again. */
export async function wereDaysAgo({ owner }: Pick<Register, 'owner'>, network: string): Promise<() => Promise<void>> {
  const move = async (days: string, where: string, positions: readonly string[] = []): Promise<readonly string[]> => {
    const client = await owner.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('lykta.network', $1, true)`, [network])
      const { rows } = await client.query<{ readonly position: string }>(`update lykta.audit set at = at + interval '${days}'
        where network_id = $1 and position in (${where}) returning position::text`, positions.length === 0 ? [network] : [network, positions])
      await client.query('commit')
      return rows.map(({ position }) => position)
    } finally {
      client.release()
    }
  }
  const moved = await move('-48 hours', lines)
  return async () => void (await move('48 hours', 'select unnest($2::bigint[])', moved))
}
