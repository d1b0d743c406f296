// Which categories stand alone and which are merged: along the catalogue's hierarchy first, else into "other".
import type { CountCell, CountTable, Grouping, Period, TableSpec } from '@lykta/statistics'
import { isExempt, rowFamily } from './cell-key.ts'
import { parentsOf, rowCodes } from './code-list.ts'
import { type Frame, judge } from './frame.ts'
import { hasSeveralAnswers, type PlannedTable } from './release-plan.ts'

/** Code of what is left when all else stands. */
export const restCode = 'other'

export type LaidRow = {
  readonly codes: readonly string[]
  /** Codes merged, those of the catalogue first; empty for a row that stands alone. */
  readonly members: readonly string[]
  readonly kind:
    | 'alone'
    | 'group'
    /** "Other": all that has no row. */
    | 'rest'
    /** Nearly the whole margin: may stand only as a band. */
    | 'dominant'
}

export type MergedRows = {
  readonly rows: readonly LaidRow[]
  /** Cells of the groups, by code; each unit once. */
  readonly groups: ReadonlyMap<string, readonly CountCell[]>
}

/** Counts the table again with these groups, over the table's periods. */
export type Recount = (groups: readonly Grouping[]) => Promise<CountTable>

/**
 * A category stands if it may in every period. The others merge with those that share their parent, then with those that
 * share its parent, and at last into the rest. A rest that may not stand takes in the smallest group, else the smallest
 * row, in classes of powers of two and then from the end of the catalogue, so that the choice does not give counts away.
 * Zero merges like one: whether anybody is in a category that has no row is never told.
 * If nothing but the rest would be left, nothing is taken in: the rest is hidden, and the audit decides what must be
 * hidden beside it. Where several answers are possible the rows do not give the rest away, so no row is taken in.
 */
export async function mergeRows(
  frame: Pick<Frame, 'policy' | 'recorded' | 'hierarchies'>,
  planned: PlannedTable,
  spec: TableSpec,
  periods: readonly Period[],
  recount: Recount,
): Promise<MergedRows> {
  const { recorded, hierarchies } = frame
  const codes = codesOf(spec, frame)
  const cellsOf = (code: string): readonly CountCell[] => periods.map(({ id }) => recorded.cell(rowFamily(spec.unit, spec.by, code.split('/')), id))
  const mayStand = (code: string, cells: readonly CountCell[]): boolean =>
    periods.every((period, index) => judge(frame, planned, spec, code.split('/'), cells[index]!, period).length === 0)
  const alone = (code: string): LaidRow => ({ codes: code.split('/'), members: [], kind: 'alone' })
  const exempt = codes.filter((code) => isExempt(spec.unit, spec.by, code.split('/')))
  const counted = codes.filter((code) => !exempt.includes(code))

  // A cross of two dimensions has no groups: its cells stand or are hidden.
  const [dimension, second] = spec.by
  if (dimension === undefined || second !== undefined || planned.apart) return { rows: codes.map(alone), groups: new Map() }

  const cells = async (groups: readonly Grouping[]): Promise<ReadonlyMap<string, readonly CountCell[]>> => {
    const merged = groups.length === 0 ? [] : (await recount(groups)).rows
    const empty = periods.map(() => ({ count: 0, atLeast: false, incidents: 0, organisations: 0, largest: 0 }))
    return new Map(groups.map(({ code }) => [code, merged.find((row) => row.codes[0] === code)?.cells ?? empty]))
  }

  const passing = counted.filter((code) => mayStand(code, cellsOf(code)))
  // The form's own "other" goes with the rest, so that the word has one meaning.
  const standing = passing.length === counted.length ? passing : passing.filter((code) => code !== restCode)
  const failing = counted.filter((code) => !standing.includes(code))
  const { groups, rest } = await groupByParents(failing, parentsOf(dimension, hierarchies), counted, async (candidates) => {
    const found = await cells(candidates)
    return candidates.filter(({ code }) => mayStand(code, found.get(code)!))
  })

  let kept: Kept = { standing, groups, rest }
  let merged = await cells(withRest(kept))
  const restStands = (): boolean => kept.rest.length === 0 || mayStand(restCode, merged.get(restCode)!)
  const [unabsorbed, unmerged] = [kept, merged]
  while (!restStands()) {
    const next = absorb(kept, !hasSeveralAnswers(spec), (code) => sizeClass(merged.get(code) ?? cellsOf(code)), codes)
    if (next) [kept, merged] = [next, await cells(withRest(next))]
    else {
      ;[kept, merged] = [unabsorbed, unmerged]
      break
    }
  }
  let dominant: string | undefined
  if (kept.standing.length + kept.groups.length === 0) {
    dominant = counted.find((code) => dominates(frame, planned, spec, code, periods))
    // A rest of everything would only repeat the margin.
    kept = { ...kept, rest: dominant === undefined ? [] : kept.rest.filter((code) => code !== dominant) }
    merged = await cells(withRest(kept))
  }
  const rows: LaidRow[] = [
    ...kept.standing.map(alone),
    ...(dominant === undefined ? [] : [{ ...alone(dominant), kind: 'dominant' as const }]),
    ...kept.groups.map(({ code, members }) => ({ codes: [code], members, kind: 'group' as const })),
    ...(kept.rest.length === 0 ? [] : [{ codes: [restCode], members: kept.rest, kind: 'rest' as const }]),
    ...exempt.map(alone),
  ]
  return { rows, groups: merged }
}

/** Those of the form, of a cross every pair, then the network's own that occur. */
function codesOf(spec: TableSpec, { recorded, hierarchies }: Pick<Frame, 'recorded' | 'hierarchies'>): readonly string[] {
  const known = rowCodes(spec.by, hierarchies)
  const list = [...known, ...recorded.codes(spec).filter((code) => !known.includes(code))]
  return spec.base === 'answered' ? list.filter((code) => code === 'distribution-not-known' || !isExempt(spec.unit, spec.by, [code])) : list
}

type Kept = { readonly standing: readonly string[]; readonly groups: readonly Grouping[]; readonly rest: readonly string[] }

function withRest({ groups, rest }: Kept): readonly Grouping[] {
  return rest.length === 0 ? groups : [...groups, { code: restCode, members: rest }]
}

/** Level by level: a group that may not stand hands its members on to its own parent. */
async function groupByParents(
  failing: readonly string[],
  parents: Readonly<Record<string, string | null>>,
  all: readonly string[],
  passing: (groups: readonly Grouping[]) => Promise<readonly Grouping[]>,
): Promise<{ readonly groups: readonly Grouping[]; readonly rest: readonly string[] }> {
  const under = (code: string, ancestor: string): boolean => {
    for (let parent = parents[code] ?? null; parent !== null; parent = parents[parent] ?? null) if (parent === ancestor) return true
    return false
  }
  const groups: Grouping[] = []
  let level = new Map(failing.map((code) => [code, parents[code] ?? null]))
  while ([...level.values()].some((ancestor) => ancestor !== null)) {
    const pools = Map.groupBy(level.keys(), (code) => level.get(code) ?? null)
    pools.delete(null)
    const candidates = [...pools].map(([ancestor, members]): Grouping => {
      const whole = all.filter((code) => under(code, ancestor!)).length === members.length
      // "Indoors" beside "hotel" would be read as all of it.
      return { code: whole || ancestor!.endsWith('-other') ? ancestor! : `${ancestor}-other`, members }
    })
    const passed = await passing(candidates)
    groups.push(...passed)
    const settled = new Set(passed.flatMap(({ members }) => members))
    level = new Map(
      [...level].filter(([code]) => !settled.has(code)).map(([code, ancestor]) => [code, ancestor === null ? null : (parents[ancestor] ?? null)]),
    )
  }
  return { groups, rest: [...level.keys()] }
}

/** The smallest group, else the smallest row, goes into the rest; undefined when nothing else would be left. */
function absorb({ standing, groups, rest }: Kept, alsoRows: boolean, classOf: (code: string) => number, order: readonly string[]): Kept | undefined {
  if (standing.length + groups.length < 2 || (groups.length === 0 && !alsoRows)) return undefined
  const smallest = (codes: readonly string[]): string | undefined =>
    codes.toSorted((a, b) => classOf(a) - classOf(b) || order.indexOf(b) - order.indexOf(a))[0]
  const group = groups.find(({ code }) => code === smallest(groups.map((candidate) => candidate.code)))
  const row = group ? undefined : smallest(standing)
  const inOrder = (codes: readonly string[]): readonly string[] => order.filter((code) => codes.includes(code))
  if (group) return { standing, groups: groups.filter((other) => other !== group), rest: inOrder([...rest, ...group.members]) }
  return { standing: standing.filter((code) => code !== row), groups, rest: inOrder([...rest, ...(row === undefined ? [] : [row])]) }
}

/** Powers of two: enough to hide little, too coarse to give a count away. */
export function sizeClass(cells: readonly CountCell[]): number {
  return Math.floor(Math.log2(1 + cells.reduce((sum, { count }) => sum + count, 0)))
}

/** Only its nearness to the margin keeps it from standing, and it is more than half. */
function dominates(frame: Pick<Frame, 'policy' | 'recorded'>, planned: PlannedTable, spec: TableSpec, code: string, periods: readonly Period[]): boolean {
  return periods.length === 1 && periods.every((period) => {
    const cell = frame.recorded.cell(rowFamily(spec.unit, spec.by, [code]), period.id)
    return judge(frame, planned, spec, [code], cell, period).join() === 'nearly-all'
  })
}
