// The categories of a table as its readers know them: those that occur or have a row, and what lies unseen in merged rows.
import { rowCodes } from './code-list.ts'
import type { Frame } from './frame.ts'
import { isGroup, type Known } from './known.ts'
import { restCode } from './merge-rows.ts'
import { idsOf } from './planned-for.ts'
import type { ProtectedRow, TableBody } from './protected-table.ts'
import type { PlannedPart } from './release-plan.ts'

/** One printed table's merged rows, by the name of their unknown, each with the categories that it may hold. */
export type Sorted = { readonly groups: ReadonlyMap<string, readonly string[]> }

export type Groups = {
  readonly all: readonly string[]
  readonly printed: readonly Sorted[]
}

/** Categories that do not occur, and lie in the same merged rows: for the reader they may be as large as any other. */
const unseen = (groups: readonly string[]): string => `~${groups.join('+')}`

export function isUnseen([code]: readonly string[]): boolean {
  return code?.startsWith('~') ?? false
}

type Input = Pick<Frame, 'hierarchies' | 'recorded'> & { readonly published: readonly TableBody[]; readonly known: Known }
type Named = { readonly rows: readonly ProtectedRow[]; readonly nameOf: (code: string) => string }

/**
 * Every category: those that occur or were printed alone, and one for each set of those that do not occur but lie in the
 * same merged rows of all tables, these and earlier ones: a reader with two groupings at hand can tell no more apart.
 */
export function groupsOfRows({ hierarchies, recorded, published, known }: Input, part: PlannedPart): Groups {
  const { spec, figures } = part
  const list = rowCodes(spec.by, hierarchies)
  const occurring = recorded.codes(spec)
  if (figures !== 'rows') return { all: [...new Set([...occurring, ...list])], printed: [] }
  const tables: readonly Named[] = [
    ...published.filter(({ id }) => idsOf(part).includes(id)).map(({ rows }) => ({ rows, nameOf: (code: string) => code })),
    ...known.tables.filter(({ body }) => idsOf(part).includes(body.id)).map(({ body, groupNames }) => ({ rows: body.rows, nameOf: (code: string) => groupNames.get(code) ?? code })),
  ]
  const aloneIn = ({ rows }: Named): readonly string[] => rows.filter((row) => !isGroup(row, occurring, list)).map((row) => row.codes.join('/'))
  const said = known.figures.filter((figure) => figure.spec.id === spec.id).flatMap(({ family }) => codeOf(family))
  const named = [...new Set([...occurring, ...tables.flatMap(aloneIn), ...said])]
  const hasOpenRest = ({ rows }: Named): boolean => rows.some((row) => row.members.length === 0 && isGroup(row, occurring, list))
  // Where no list says what there is, there may be more than is named.
  const beyond = Symbol('beyond')
  const hidden: readonly (string | symbol)[] = [...list.filter((code) => !named.includes(code)), ...(list.length === 0 || tables.some(hasOpenRest) ? [beyond] : [])]
  const holds = (table: Named, row: ProtectedRow, code: string | symbol): boolean => {
    if (typeof code === 'symbol') return row.codes.join('/') === restCode
    if (row.members.includes(code)) return true
    return row.codes.join('/') === restCode && !aloneIn(table).includes(code) && !table.rows.some(({ members }) => members.includes(code))
  }
  const groupRows = tables.map((table) => table.rows.filter((row) => isGroup(row, occurring, list)))
  const unseenOf = new Map(hidden.map((code) => [code, unseen(
    [...new Set(tables.flatMap((table, index) => groupRows[index]!.filter((row) => holds(table, row, code)).map((row) => table.nameOf(row.codes.join('/')))))],
  )]))
  const printed = tables.map((table, index): Sorted => ({
    groups: new Map(groupRows[index]!.map((row) => [
      table.nameOf(row.codes.join('/')),
      [...new Set([...named.filter((code) => holds(table, row, code)), ...hidden.filter((code) => holds(table, row, code)).map((code) => unseenOf.get(code)!)])],
    ])),
  }))
  return { all: [...new Set([...named, ...unseenOf.values()])], printed: printed.filter(({ groups }) => groups.size > 0) }
}

/** The codes in a row's family; none for a margin. */
function codeOf(family: string): readonly string[] {
  const code = family.slice(family.lastIndexOf('|') + 1)
  return code === '' || code === '*' ? [] : [code]
}
