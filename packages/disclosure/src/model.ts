// The attacker's model: everything that can be known of every count, printed or not, from what is printed.
import type { Period } from '@lykta/statistics'
import { type CellKey, cellKey, groupFamily, marginFamily, rowFamily, totalFamily } from './cell-key.ts'
import { codeList } from './code-list.ts'
import type { Frame } from './frame.ts'
import { restCode } from './merge-rows.ts'
import { relateAnswers } from './model-answers.ts'
import { relateOrganisations } from './model-organisations.ts'
import { relatePeriods } from './model-periods.ts'
import type { ProtectedCell, ProtectedRow, TableBody } from './protected-table.ts'
import { hasSeveralAnswers, type PlannedPart } from './release-plan.ts'
import { newSystem, type SystemBuilder, type Term } from './system-builder.ts'

export type ModelInput = Pick<Frame, 'plan' | 'hierarchies' | 'recorded' | 'fine'> & {
  readonly published: readonly TableBody[]
  /** Recorded counts of merged rows, shown or not. */
  readonly groupCounts: ReadonlyMap<CellKey, number>
}

/** A group's categories that do not occur: for the reader they may be as large as any other. */
const unseen = (group: string): string => `~${group}`

export function isUnseen([code]: readonly string[]): boolean {
  return code?.startsWith('~') ?? false
}

/**
 * The unknowns are every category in every fine and every printed period, of every table of the plan.
 * Built from the printed tables alone, not from what the hiding did.
 */
export function attackersModel(input: ModelInput): SystemBuilder {
  const { plan, recorded, fine, published } = input
  const model = newSystem()
  const periods = new Map<string, Period>()
  for (const table of plan.tables) {
    for (const part of table.parts.filter(({ spec }) => spec.unit !== 'organisation')) {
      const printed = printedOf(part, published)
      const own = new Map([...fine[table.release], ...printed.flatMap((body) => body.periods)].map((period) => [period.id, period]))
      for (const period of own.values()) {
        periods.set(period.id, period)
        addRows(model, input, part, rowsOf(part, printed), period.id)
      }
      for (const body of printed) for (const [index, period] of body.periods.entries()) publish(model, part, body, index, period.id)
    }
  }
  relatePeriods(model, periods, (period) => recorded.cell(totalFamily('incident'), period).count)
  relateAnswers(model, periods)
  relateOrganisations(model, plan, recorded, published)
  return model
}

/** The printed tables of a planned part: one of rows, or one for each figure. */
export function printedOf({ spec, figures }: PlannedPart, published: readonly TableBody[]): readonly TableBody[] {
  const ids = figures === 'rows' ? [spec.id] : figures.map(({ id }) => id)
  return published.filter(({ id }) => ids.includes(id))
}

function rowsOf({ figures }: PlannedPart, printed: readonly TableBody[]): readonly ProtectedRow[] {
  return figures === 'rows' ? printed.flatMap(({ rows }) => rows) : []
}

/** Unknowns of one table in one period, its margin, and the groups if they are printed for that period. */
function addRows(model: SystemBuilder, input: ModelInput, part: PlannedPart, rows: readonly ProtectedRow[], period: string): void {
  const { recorded, groupCounts } = input
  const { spec } = part
  const total = model.add(totalFamily(spec.unit), period, totalCount(input, part, period))
  if (spec.by.length === 0) return
  const margin = model.add(marginFamily(spec), period, recorded.cell(marginFamily(spec), period).count)
  if (spec.base === 'answered' && total !== margin) model.state([[1, total], [-1, margin]], 0, Infinity)
  const keyOf = (code: string): CellKey => {
    const family = rowFamily(spec.unit, spec.by, code.split('/'))
    return model.add(family, period, isUnseen([code]) ? 0 : recorded.cell(family, period).count)
  }
  const { all, groups } = categories(input, part, rows)
  const keys = all.map(keyOf)
  const parts = keys.map((key): Term => [-1, key])
  if (hasSeveralAnswers(spec)) {
    for (const key of keys) model.state([[1, margin], [-1, key]], 0, Infinity)
    if (spec.base === 'answered') model.state([[1, margin], ...parts], -Infinity, 0)
  } else model.state([[1, margin], ...parts], 0, 0)

  const unions: Term[] = []
  for (const [code, members] of groups) {
    const family = groupFamily(spec.unit, spec.by, code)
    const count = groupCounts.get(cellKey(family, period))
    if (count === undefined) return
    const group = model.add(family, period, count)
    unions.push([-1, group])
    const sum = members.map((member): Term => [-1, keyOf(member)])
    if (!hasSeveralAnswers(spec)) {
      model.state([[1, group], ...sum], 0, 0)
      continue
    }
    for (const [, member] of sum) model.state([[1, group], [-1, member]], 0, Infinity)
    model.state([[1, group], ...sum], -Infinity, 0)
    model.state([[1, margin], [-1, group]], 0, Infinity)
  }
  const merged = new Set([...groups.values()].flat())
  if (hasSeveralAnswers(spec) && spec.base === 'answered') {
    const alone = all.filter((code) => !merged.has(code)).map((code): Term => [-1, keyOf(code)])
    model.state([[1, margin], ...alone, ...unions], -Infinity, 0)
  }
}

function totalCount({ recorded }: ModelInput, { spec }: PlannedPart, period: string): number {
  return recorded.cell(totalFamily(spec.unit), period).count
}

/** Every category: those that occur, and for each group one that stands for all of it that do not. */
function categories(
  { recorded, hierarchies }: ModelInput, { spec, figures }: PlannedPart, rows: readonly ProtectedRow[],
): { readonly all: readonly string[]; readonly groups: ReadonlyMap<string, readonly string[]> } {
  const dimension = spec.by.length === 1 ? spec.by[0] : undefined
  const known = dimension === undefined ? [] : codeList(dimension, hierarchies)
  const occurring = recorded.codes(spec)
  const printedAlone = rows.filter((row) => !isGroup(row, occurring, known)).map((row) => row.codes.join('/'))
  const named = [...new Set([...occurring, ...printedAlone, ...(figures === 'rows' ? [] : known)])]
  const groups = new Map<string, string[]>()
  const groupRows = rows.filter((row) => isGroup(row, occurring, known))
  for (const row of groupRows) {
    const code = row.codes.join('/')
    const members = named.filter((candidate) => row.members.includes(candidate))
    groups.set(code, row.members.length === 0 || row.members.some((member) => !named.includes(member)) ? [...members, unseen(code)] : members)
  }
  const placed = new Set([...printedAlone, ...groups.values()].flat())
  const homeless = named.filter((code) => !placed.has(code))
  groups.get(restCode)?.push(...homeless)
  // Without a printed row for the rest, what does not occur is still somewhere.
  const open = figures === 'rows' && groupRows.length === 0 && (dimension === undefined || known.some((code) => !named.includes(code)))
  return { all: [...new Set([...named, ...groups.values()].flat()), ...(open ? [unseen('')] : [])], groups }
}

/** A merged row names its members; the rest of a list that nobody knows names none. */
function isGroup({ codes, members }: ProtectedRow, occurring: readonly string[], known: readonly string[]): boolean {
  const code = codes.join('/')
  return members.length > 0 || (code === restCode && !occurring.includes(code) && !known.includes(code))
}

function publish(model: SystemBuilder, { spec, figures }: PlannedPart, body: TableBody, index: number, period: string): void {
  const say = (key: CellKey, cell: ProtectedCell | undefined, margin: CellKey): void => {
    if (cell?.state === 'shown') model.publish(key, cell.count)
    else if (cell?.state === 'band') {
      // Whole numbers: more than 4/5 of 63 is at least 51.
      const least = Math.floor((cell.numerator * model.truth(margin)) / cell.denominator) + 1
      model.state([[1, key]], least, Infinity)
    }
  }
  const margin = cellKey(marginFamily(spec), period)
  if (figures !== 'rows') {
    const code = figures.find(({ id }) => id === body.id)?.code ?? null
    say(code === null ? margin : cellKey(rowFamily(spec.unit, spec.by, [code]), period), body.base[index], margin)
    return
  }
  say(margin, body.base[index], margin)
  for (const row of body.rows) {
    const own = cellKey(rowFamily(spec.unit, spec.by, row.codes), period)
    const merged = cellKey(groupFamily(spec.unit, spec.by, row.codes.join('/')), period)
    say(model.has(merged) ? merged : own, row.cells[index], margin)
  }
}
