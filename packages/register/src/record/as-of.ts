// What stood at a position of the register's clock.
import { type RawBuilder, sql, type SqlBool } from 'kysely'

/** `position` is at most the network's; rows that no audit line has stamped yet stand nowhere. */
export function standingAt(position: number, table: string): RawBuilder<SqlBool> {
  const column = (name: string): RawBuilder<number | null> => sql.ref(`${table}.${name}`)
  const [from, until] = [column('from_position'), column('until_position')]
  return sql<SqlBool>`${from} <= ${position} and (${until} is null or ${until} > ${position})`
}
