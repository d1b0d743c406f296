// How PostgreSQL's values become JavaScript's: days and instants stay text, since Date would shift and cut them.
import pg from 'pg'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20

/** "2026-11-24 03:44:00.12+00" as 2026-11-24T03:44:00.120000Z, the form that the audit chain hashes. */
function parseInstant(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (!match) throw new Error('parseInstant: the session is not in UTC')
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(6, '0')}Z`
}

function parseWhole(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('parseWhole: too large')
  return value
}

const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [TIMESTAMPTZ, parseInstant],
  [INT8, parseWhole],
])

/** For one pool or client, not for the whole process: other rooms' libraries keep the defaults. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    const own = format === 'binary' ? undefined : parsers.get(oid)
    return own ?? pg.types.getTypeParser(oid, format)
  },
}
