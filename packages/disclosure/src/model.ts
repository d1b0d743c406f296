// The attacker's model: everything that can be known of every count, printed or not, from what is printed and what was before.
import type { Period } from '@lykta/statistics'
import { cellKey, type CellKey, groupFamily, marginFamily, rowFamily, totalFamily } from './cell-key.ts'
import type { Frame } from './frame.ts'
import { type Known } from './known.ts'
import { relateAnswers } from './model-answers.ts'
import { relateCrosses } from './model-crosses.ts'
import { type Groups, groupsOfRows, type Sorted } from './model-groups.ts'
import { relateOrganisations } from './model-organisations.ts'
import { relatePeriods } from './model-periods.ts'
import { relateRepeats } from './model-repeats.ts'
import { idsOf } from './planned-for.ts'
import type { ProtectedCell, TableBody } from './protected-table.ts'
import { hasSeveralAnswers, type PlannedPart, type PlannedTable } from './release-plan.ts'
import { newSystem, type SystemBuilder, type Term } from './system-builder.ts'

export type ModelInput = Pick<Frame, 'thought' | 'hierarchies' | 'recorded' | 'fine'> & {
  readonly published: readonly TableBody[]
  readonly known: Known
  /** Recorded counts of merged rows, shown or not, of these and of earlier tables. */
  readonly groupCounts: ReadonlyMap<CellKey, number>
}

/**
 * The unknowns are every category in every fine and every printed period, of every table of the plan and of the ledger.
 * Years that were printed are counted as they stood then, so that what any edition says of a cell is said of one unknown.
 * Built from the printed tables alone, not from what the hiding did.
 */
export function attackersModel(input: ModelInput): SystemBuilder {
  const { thought, recorded, published, known } = input
  const model = newSystem()
  const periods = new Map<string, Period>()
  for (const table of thought) {
    for (const part of table.parts.filter(({ spec }) => spec.unit !== 'organisation')) {
      const groups = groupsOfRows(input, part)
      for (const period of thoughtPeriods(input, table, part)) {
        periods.set(period.id, period)
        addRows(model, input, part, groups, period.id)
      }
      for (const { body, groupNames } of known.tables.filter((one) => idsOf(part).includes(one.body.id))) {
        for (const [index, period] of body.periods.entries()) publish(model, part, body, { index, period: period.id, groupNames, earlier: true })
      }
      for (const body of printedOf(part, published)) {
        for (const [index, period] of body.periods.entries()) publish(model, part, body, { index, period: period.id, groupNames: new Map(), earlier: false })
      }
    }
  }
  for (const { key, count, exact } of known.figures) {
    if (!model.has(key)) continue
    if (exact) model.publish(key, count, true)
    else model.state([[1, key]], count, Infinity)
  }
  relatePeriods(model, periods, (period) => recorded.cell(totalFamily('incident'), period).count)
  relateRepeats(model, periods)
  relateCrosses(model)
  relateAnswers(model, periods)
  relateOrganisations(model, thought, recorded, known.tables.map(({ body }) => body), true)
  relateOrganisations(model, thought, recorded, published, false)
  return model
}

/** The printed tables of a planned part: one of rows, or one for each figure. */
export function printedOf(part: PlannedPart, published: readonly TableBody[]): readonly TableBody[] {
  return published.filter(({ id }) => idsOf(part).includes(id))
}

/** All periods in which one part is thought of: the fine ones, and those in which it is or was printed. */
export function thoughtPeriods({ fine, published, known }: Pick<ModelInput, 'fine' | 'published' | 'known'>, { release }: PlannedTable, part: PlannedPart): readonly Period[] {
  const tables = printedOf(part, [...published, ...known.tables.map(({ body }) => body)])
  const figures = known.figures.filter(({ spec }) => spec.id === part.spec.id).map(({ period }) => period)
  return [...new Map([...fine[release], ...tables.flatMap((body) => body.periods), ...figures].map((period) => [period.id, period])).values()]
}

/** Unknowns of one table in one period, its margin, and the groups that are or were printed for that period. */
function addRows(model: SystemBuilder, input: ModelInput, { spec }: PlannedPart, { all, printed }: Groups, period: string): void {
  const { recorded, groupCounts } = input
  const total = model.add(totalFamily(spec.unit), period, recorded.cell(totalFamily(spec.unit), period).count)
  if (spec.by.length === 0) return
  const margin = model.add(marginFamily(spec), period, recorded.cell(marginFamily(spec), period).count)
  if (spec.base === 'answered' && total !== margin) model.state([[1, total], [-1, margin]], 0, Infinity)
  const keyOf = (code: string): CellKey => {
    const family = rowFamily(spec.unit, spec.by, code.split('/'))
    return model.add(family, period, recorded.cell(family, period).count)
  }
  const keys = all.map(keyOf)
  const parts = keys.map((key): Term => [-1, key])
  if (hasSeveralAnswers(spec)) {
    for (const key of keys) model.state([[1, margin], [-1, key]], 0, Infinity)
    if (spec.base === 'answered') model.state([[1, margin], ...parts], -Infinity, 0)
  } else model.state([[1, margin], ...parts], 0, 0)

  const unions = new Map<string, CellKey>()
  const addGroup = (name: string, members: readonly string[], count: number): CellKey => {
    const alike = members.toSorted().join('|')
    const family = groupFamily(spec.unit, spec.by, name)
    const known = model.has(cellKey(family, period))
    const group = model.add(family, period, count)
    if (known) return group
    const sum = members.map((member): Term => [-1, keyOf(member)])
    if (!hasSeveralAnswers(spec)) model.state([[1, group], ...sum], 0, 0)
    else {
      for (const [, member] of sum) model.state([[1, group], [-1, member]], 0, Infinity)
      model.state([[1, group], ...sum], -Infinity, 0)
      model.state([[1, margin], [-1, group]], 0, Infinity)
      // The same categories in two editions are the same incidents.
      const same = unions.get(alike)
      if (same) model.state([[1, group], [-1, same]], 0, 0)
      unions.set(alike, group)
    }
    return group
  }
  for (const { groups } of printed) addSorted(groups, (name, members) => {
    const count = groupCounts.get(cellKey(groupFamily(spec.unit, spec.by, name), period))
    return count === undefined ? undefined : addGroup(name, members, count)
  }, (merged, groupKeys) => {
    if (!hasSeveralAnswers(spec) || spec.base !== 'answered') return
    const alone = all.filter((code) => !merged.has(code)).map((code): Term => [-1, keyOf(code)])
    model.state([[1, margin], ...alone, ...groupKeys.map((key): Term => [-1, key])], -Infinity, 0)
  })
}

/** All groups of one printed table, and what they say together; nothing where one was not counted for the period. */
function addSorted(
  groups: Sorted['groups'], add: (name: string, members: readonly string[]) => CellKey | undefined,
  together: (merged: ReadonlySet<string>, keys: readonly CellKey[]) => void,
): void {
  const keys: CellKey[] = []
  for (const [name, members] of groups) {
    const key = add(name, members)
    if (key === undefined) return
    keys.push(key)
  }
  together(new Set([...groups.values()].flat()), keys)
}

type Place = {
  readonly index: number
  readonly period: string
  readonly groupNames: ReadonlyMap<string, string>
  readonly earlier: boolean
}

function publish(model: SystemBuilder, { spec, figures }: PlannedPart, body: TableBody, { index, period, groupNames, earlier }: Place): void {
  const say = (key: CellKey, cell: ProtectedCell | undefined, margin: CellKey): void => {
    if (cell?.state === 'shown') model.publish(key, cell.count, earlier)
    else if (cell?.state === 'band') {
      // Whole numbers: more than 4/5 of 63 is at least 51.
      const least = Math.floor((cell.numerator * model.truth(margin)) / cell.denominator) + 1
      if (earlier) model.state([[1, key]], least, Infinity)
      else model.print([[1, key]], least, Infinity)
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
    const code = row.codes.join('/')
    const own = cellKey(rowFamily(spec.unit, spec.by, row.codes), period)
    const merged = cellKey(groupFamily(spec.unit, spec.by, groupNames.get(code) ?? code), period)
    say(model.has(merged) ? merged : own, row.cells[index], margin)
  }
}
