// What may be told of the parts of a year before its annual report: a part that is over, once so much of the rest is known that nothing follows.
import { type BesideRequest, type Count, defaultPlan, type EarlierState, type LedgerEntry, type OutsideFigure, type Policy, protect, protectBeside, type ProtectedTable, type ReleasePlan } from '@lykta/disclosure'
import { type CivilDate, ProblemError } from '@lykta/incident'
import type { Untold } from '@lykta/publication'
import { type Collection, emptyCell, partsOfYear, type Period } from '@lykta/statistics'
import type { Protecting } from './protecting.ts'
import { mayBeLeft } from './rest-of-year.ts'

export type TellRequest = Protecting & {
  readonly policy: Policy
  readonly publicThreshold: number
  /** To the day on which the report is made. */
  readonly collection: Collection
  readonly earlier: readonly LedgerEntry[]
  /** Where printed years were printed anew: what was printed before that, which is not in `earlier`. */
  readonly states?: readonly EarlierState[] | undefined
  /** Told to the same readers before: never anew. */
  readonly told: readonly Period[]
}

export type Telling = {
  readonly parts: readonly { readonly table: ProtectedTable; readonly periods: readonly string[] }[]
  /** The same as they enter the ledger: at least so many, since more may be reported late. */
  readonly figures: readonly OutsideFigure[]
  readonly untold: Untold
}

/**
 * Of last year and of this one, unless an edition has told of the year. Nor of a year that was printed anew, to whomever: these know two
 * states of it, and more would follow from its annual report than what is left.
 */
export async function tellParts(request: TellRequest): Promise<Telling> {
  const { collection, earlier, states = [], policy, told } = request
  const thisYear = Number(collection.to.slice(0, 4))
  const printed = Math.max(0, ...[...states.flatMap(({ ledger }) => ledger), ...earlier].map((entry) => (entry.kind === 'edition' && (entry.audience === policy.audience || entry.audience === 'public') ? entry.year : 0)))
  const years = [thisYear - 1, thisYear].filter((year) => year > printed && states.every((state) => state.year !== year) && year >= Number(collection.from.slice(0, 4)))
  const parts: { readonly table: ProtectedTable; readonly periods: readonly string[] }[] = []
  let untold: Untold = null
  for (const year of years) {
    const over = partsOfYear(year, 3, collection).filter(({ to, months }) => to < collection.to && months > 0)
    const newest = over.at(-1)
    if (!newest) continue
    const found = await newParts(request, year, over.map(({ to }) => to))
    parts.push(...found)
    const isTold = [...told, ...found.flatMap(periodsOf)].some(({ to }) => to >= newest.to)
    untold = isTold ? null : newest.to.endsWith('-12-31') ? 'too-few' : 'rest-too-small'
  }
  return { parts, figures: parts.flatMap(figuresOf), untold }
}

type Parts = Telling['parts']

/** As much as may be told: all that is over, or less of it, from the newest part on. */
async function newParts(request: TellRequest, year: number, ends: readonly CivilDate[]): Promise<Parts> {
  const before = request.told.filter(({ from }) => from.startsWith(String(year)))
  for (const end of ends.toReversed()) {
    // Cheap, and nearly always what decides: is enough known of what comes after?
    if (!(await mayBeLeft(request, year, partsOfYear(year, 3, request.collection).filter(({ to }) => to <= end)))) continue
    for (let parts = await protectedTo(request, year, end); parts.length > 0; parts = withoutNewest(parts)) {
      if (await mayBeLeft(request, year, [...before, ...parts.flatMap(periodsOf)])) return parts
    }
  }
  return []
}

function periodsOf({ table, periods }: Parts[number]): readonly Period[] {
  return table.periods.filter(({ id }) => periods.includes(id))
}

function withoutNewest(parts: Parts): Parts {
  return parts.flatMap((one, index) => (index < parts.length - 1 ? [one] : one.periods.length > 1 ? [{ ...one, periods: one.periods.slice(0, -1) }] : []))
}

async function protectedTo(request: TellRequest, year: number, end: CivilDate): Promise<Parts> {
  const { policy, collection, told, count, states = [], ...means } = request
  if (told.some(({ from, to }) => from.startsWith(String(year)) && to > end)) return []
  const months = defaultPlan(policy).tables.filter(({ release }) => release === 'part-of-year')
  const plan: ReleasePlan = { id: 'situation-1', blockYears: 3, tables: months }
  try {
    const tables = await protectAll({
      ...means, policy, plan, count: countTo(count, end), collection: { ...collection, to: end }, years: [Number(collection.from.slice(0, 4)), year],
      states: states.map((state) => ({ ...state, before: countTo(state.before, end), entering: countTo(state.entering, end), leaving: countTo(state.leaving, end) })),
    })
    return tables.filter(({ id }) => id === 'months').flatMap((table) => {
      const periods = table.periods.filter((period, index) => table.base[index]?.state === 'shown' && period.months > 0 && period.to <= end
        && !/^\d{4}$/.test(period.id) && !told.some(({ from, to }) => from <= period.to && to >= period.from))
      return periods.length === 0 ? [] : [{ table, periods: periods.map(({ id }) => id) }]
    })
  } catch (error) {
    // Beside what is known already nothing may be added: then nothing is told.
    if (error instanceof ProblemError && error.problems.every(({ code }) => code.startsWith('disclosure.') && code.endsWith('-exposed'))) return []
    throw error
  }
}

/** Beside all that was printed of every state of the register; nothing where that would tell too much. */
async function protectAll(request: BesideRequest): Promise<readonly ProtectedTable[]> {
  if (request.states.length === 0) return (await protect(request)).tables
  const beside = await protectBeside(request)
  return beside.allowed ? beside.protection.tables : []
}

/** As if the collection had ended on that day: what occurred later is in no count. */
function countTo(count: Count, end: CivilDate): Count {
  return async (specs, periods, byOrganisation) => {
    const clipped = periods.map((period) => (period.to > end ? { ...period, to: end } : period))
    const begun = clipped.filter(({ from }) => from <= end)
    const counted = await count(specs, begun.length > 0 ? begun : [{ ...clipped[0]!, from: end.slice(0, 8) + '01', to: end }], byOrganisation)
    const spread = <Cell>(cells: readonly Cell[], none: Cell): readonly Cell[] => clipped.map(({ from }, index) => (from <= end ? cells[begun.indexOf(clipped[index]!)]! : none))
    return counted.map((table) => ({ ...table, periods, base: spread(table.base, emptyCell), rows: table.rows.map((row) => ({ ...row, cells: spread(row.cells, emptyCell) })) }))
  }
}

function figuresOf({ table, periods }: Telling['parts'][number]): readonly OutsideFigure[] {
  return table.periods.flatMap(({ id }, index): readonly OutsideFigure[] => {
    const cell = table.base[index]
    return periods.includes(id) && cell?.state === 'shown' ? [{ table: 'months', codes: [], period: id, count: cell.count, atLeast: true }] : []
  })
}
