// The register's clock: from a time to a position, and back.
import { problem, ProblemError } from '@lykta/incident'
import { codeOf } from '../refuse.ts'
import type { Register } from '../register.ts'
import type { Instant } from '../tables.ts'
import { type Context, inClock, type ReadTransaction } from '../transaction.ts'

/**
 * The last position at that time, 0 before the first; the same whenever it is asked. Refuses a time to come with
 * `register.time-to-come`: what is written until then would change the answer.
 */
export async function positionAt(register: Register, context: Context, time: Instant): Promise<number> {
  try {
    return await inClock(register, context, async ({ run, network }) => {
      const rows = await run('select lykta.position_at($1, $2) as position', [network, time])
      return rows[0]!['position'] as number
    })
  } catch (error) {
    if (codeOf(error) === '22008') throw new ProblemError([problem('register.time-to-come', { time })])
    throw error
  }
}

/** When the position was written, and the hash of its line in hexadecimal; undefined when it has not been. */
export async function findLineAt({ db, network }: ReadTransaction, position: number): Promise<{ readonly at: Instant; readonly hash: string } | undefined> {
  const row = await db.selectFrom('audit').select(['at', 'hash']).where('network_id', '=', network).where('position', '=', position).executeTakeFirst()
  return row && { at: row.at, hash: row.hash.toString('hex') }
}

/** The last position at which anything changed that is counted or published: reading and signing in take positions too. */
export async function readLastChange({ run, network }: ReadTransaction): Promise<number> {
  const tables = ['revision', 'organisation', 'own_indicator', 'network_setting', 'ledger_entry', 'prose', 'example_decision']
  const [row] = await run(
    `select greatest(${tables.map((table) => `(select max(from_position) from lykta.${table} where network_id = $1)`).join(', ')})::float8 as position`,
    [network],
  )
  return (row?.['position'] as number | null) ?? 0
}
