// What a group of readers has in hand before a new edition: tables printed earlier, and figures of others.
import { problem, ProblemError } from '@lykta/incident'
import type { Collection, CountCell, CountTable, Grouping, Period, TableSpec } from '@lykta/statistics'
import { type CellKey, cellKey, type Family, groupFamily, marginFamily, rowFamily } from './cell-key.ts'
import { codeList } from './code-list.ts'
import type { Frame } from './frame.ts'
import type { Count } from './lay-out.ts'
import { type LedgerEntry, type OutsideFigure, readersOf, visibleTo } from './ledger.ts'
import { joinOwn, type OwnCounts, ownGroupsOf } from './own-counts.ts'
import { restCode } from './merge-rows.ts'
import { periodFrom } from './period-from.ts'
import { findPlanned } from './planned-for.ts'
import type { Audience } from './policy.ts'
import type { ProtectedCell, ProtectedRow, TableBody } from './protected-table.ts'

export type KnownTable = {
  readonly body: TableBody
  /** The unknown of each merged row: "other" of one edition may be another than that of the next. */
  readonly groupNames: ReadonlyMap<string, string>
}

export type KnownFigure = {
  readonly key: CellKey
  readonly family: Family
  readonly period: Period
  readonly spec: TableSpec
  readonly count: number
  /** It says what the register counts; else only that it counts as many at least. */
  readonly exact: boolean
}

/** An outside figure that the register does not bear out: no statement about its counts. */
export type DifferentFigure = OutsideFigure & { readonly entry: string; readonly counted: number }

export type Known = {
  readonly audience: Audience
  readonly entries: readonly Pick<LedgerEntry, 'id' | 'digest'>[]
  readonly tables: readonly KnownTable[]
  readonly figures: readonly KnownFigure[]
  readonly different: readonly DifferentFigure[]
  /** Counts of the merged rows of earlier tables. */
  readonly groupCells: ReadonlyMap<CellKey, CountCell>
  /** The same of each organisation's own reports. */
  readonly ownGroups: OwnCounts
}

type Knowing = Pick<Frame, 'policy' | 'hierarchies' | 'recorded' | 'thought'>

/** One for each group of readers, the edition's own audience first. */
export async function knownToReaders(frame: Knowing, ledger: readonly LedgerEntry[], collection: Collection, count: Count): Promise<readonly Known[]> {
  const known: Known[] = []
  for (const audience of readersOf(frame.policy.audience, ledger)) known.push(await knownTo(frame, audience, visibleTo(audience, ledger), collection, count))
  return known
}

async function knownTo(frame: Knowing, audience: Audience, entries: readonly LedgerEntry[], collection: Collection, count: Count): Promise<Known> {
  const tables: KnownTable[] = []
  const groupCells = new Map<CellKey, CountCell>()
  const ownGroups: OwnCounts[] = []
  for (const body of entries.flatMap((entry) => (entry.kind === 'edition' ? entry.tables : []))) {
    const same = tables.find((other) => other.body.id === body.id && rowsAlike(other.body, body))
    const groups = groupsOf(frame, body)
    const number = tables.filter((other) => other.body.id === body.id).length + 1
    const groupNames = same?.groupNames ?? new Map(groups.map(({ code }) => [code, `${code}!${number}`]))
    tables.push({ body, groupNames })
    checkCounts(frame, body)
    if (groups.length === 0) continue
    const { part } = getPlanned(frame, body.id)
    const [counted] = await count([{ ...part.spec, groups }], body.periods)
    ownGroups.push(ownGroupsOf(await count([{ ...part.spec, groups }], body.periods, true), groups, (code) => groupNames.get(code)!))
    for (const { code } of groups) for (const [key, cell] of cellsOfGroup(part.spec, counted!, code, groupNames.get(code)!)) groupCells.set(key, cell)
  }
  const figures: KnownFigure[] = []
  const different: DifferentFigure[] = []
  for (const entry of entries) {
    if (entry.kind !== 'outside') continue
    for (const figure of entry.figures) {
      const { key, family, period, spec } = placeOf(frame, figure, collection)
      const { count: counted, atLeast } = frame.recorded.cell(family, period.id)
      // "At least three" does not say that there are three, also where there are; of a lower bound it says what the register does.
      const exact = counted === figure.count && (!figure.atLeast || atLeast)
      if (exact || (figure.atLeast && counted >= figure.count)) figures.push({ key, family, period, spec, count: figure.count, exact })
      else different.push({ ...figure, entry: entry.id, counted })
    }
  }
  return { audience, entries: entries.map(({ id, digest }) => ({ id, digest })), tables, figures, different, groupCells, ownGroups: joinOwn(ownGroups) }
}

/**
 * What was printed is what is counted now of the same years: else nothing that is known of the one says anything about the
 * other, and nothing can be proven. It can only be otherwise when the way of counting has changed.
 */
function checkCounts(frame: Knowing, body: TableBody): void {
  const { spec, figures } = getPlanned(frame, body.id).part
  const code = figures === 'rows' ? null : (figures.find(({ id }) => id === body.id)?.code ?? null)
  const margin = code === null ? marginFamily(spec) : rowFamily(spec.unit, spec.by, [code])
  for (const [index, { id: period }] of body.periods.entries()) {
    const check = (family: Family, cell: ProtectedCell | undefined): void => {
      if (cell?.state === 'shown' && frame.recorded.cell(family, period).count !== cell.count) {
        throw new ProblemError([problem('disclosure.ledger-differs', { table: body.id, period })])
      }
    }
    // Numbers of organisations are not tied to the years' vintages: who left, and when, may be learnt later.
    if (spec.unit === 'organisation') continue
    check(margin, body.base[index])
    for (const row of body.rows) if (row.members.length === 0 && frame.recorded.codes(spec).includes(row.codes.join('/'))) check(rowFamily(spec.unit, spec.by, row.codes), row.cells[index])
  }
}

function rowsAlike(a: TableBody, b: TableBody): boolean {
  const text = ({ rows }: TableBody): string => JSON.stringify(rows.map(({ codes, members }) => [codes, members]))
  return text(a) === text(b)
}

function getPlanned({ thought }: Pick<Frame, 'thought'>, id: string): NonNullable<ReturnType<typeof findPlanned>> {
  const found = findPlanned(id, thought)
  if (!found) throw new Error(`ledger: nothing is known of ${id}`)
  return found
}

/** A merged row names its members; the rest of a list that nobody knows names none. */
export function isGroup({ codes, members }: ProtectedRow, occurring: readonly string[], known: readonly string[]): boolean {
  const code = codes.join('/')
  return members.length > 0 || (code === restCode && !occurring.includes(code) && !known.includes(code))
}

/** The merged rows with the codes that occur in them; the rest has all that has no other row. */
function groupsOf(frame: Knowing, body: TableBody): readonly Grouping[] {
  const [dimension, second] = body.by
  if (dimension === undefined || second !== undefined) return []
  const occurring = frame.recorded.codes(getPlanned(frame, body.id).part.spec)
  const known = codeList(dimension, frame.hierarchies)
  const groups = body.rows.filter((row) => isGroup(row, occurring, known))
  const placed = new Set(body.rows.flatMap((row) => (groups.includes(row) ? row.members : row.codes)))
  return groups.map(({ codes: [code], members }) => ({
    code: code!,
    members: occurring.filter((candidate) => members.includes(candidate) || (code === restCode && !placed.has(candidate))),
  }))
}

function cellsOfGroup(spec: TableSpec, { periods, rows }: CountTable, code: string, name: string): readonly (readonly [CellKey, CountCell])[] {
  const row = rows.find(({ codes }) => codes[0] === code)
  return periods.map(({ id }, index) => [
    cellKey(groupFamily(spec.unit, spec.by, name), id),
    row?.cells[index] ?? { count: 0, atLeast: false, incidents: 0, organisations: 0, largest: 0 },
  ])
}

function placeOf(frame: Knowing, { table, codes, period: id }: OutsideFigure, collection: Collection): Pick<KnownFigure, 'key' | 'family' | 'period' | 'spec'> {
  const { spec, figures } = getPlanned(frame, table).part
  const period = periodFrom(id, collection)
  if (!period) throw new Error(`ledger: ${id} is no period`)
  const code = figures === 'rows' ? undefined : figures.find((figure) => figure.id === table)?.code
  const own = code === undefined || code === null ? codes : [code]
  const family = own.length === 0 ? marginFamily(spec) : rowFamily(spec.unit, spec.by, own)
  return { key: cellKey(family, period.id), family, period, spec }
}
