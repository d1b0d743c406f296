// The private protocol: what became of every cell, why, and what an attacker can still say of it. Never published.
import type { Period, TableSpec, Unit } from '@lykta/statistics'
import type { Interval } from './attack.ts'
import type { Audit, Verdict } from './audit.ts'
import { type CellKey, cellKey, marginFamily, rowFamily } from './cell-key.ts'
import { type Frame, judge } from './frame.ts'
import type { Weighed } from './hide.ts'
import type { DifferentFigure, Known } from './known.ts'
import type { LaidTable } from './lay-out.ts'
import type { MemberVerdict } from './members.ts'
import type { Decisions, Fraction } from './print-tables.ts'
import type { Reason } from './reasons.ts'

export type ProtocolCell = {
  /** Id of the printed table. */
  readonly table: string
  readonly unit: Unit
  readonly by: TableSpec['by']
  /** None for a total, or for the margin of the rows. */
  readonly codes: readonly string[]
  readonly period: string
  readonly count: number
  readonly atLeast: boolean
  readonly outcome: 'shown' | 'merged' | 'hidden' | 'band' | 'not-printed'
  /** Where a merged cell went. */
  readonly into: { readonly codes: readonly string[]; readonly period: string } | null
  readonly band: Fraction | null
  readonly reasons: readonly Reason[]
  /** What the attacker can say of the cell, and of all the others of its margin; null where that was not asked. */
  readonly interval: Interval | null
  readonly others: Interval | null
}

/** A cell that could be told too well before this edition: what was published cannot be undone, and this edition adds nothing to it. */
export type ExposedBefore = {
  /** Name of the count: unit, dimensions, codes, period. */
  readonly key: CellKey
  /** The member organisation that can tell, by what it reported itself; null for everybody. The intervals are of the others' part then. */
  readonly member: string | null
  /** The cell itself, all the others of its margin, or a cell that was hidden for another's sake. */
  readonly kind: Verdict['kind']
  readonly reasons: readonly Reason[]
  readonly before: Interval
  readonly interval: Interval
}

export type Protocol = {
  readonly plan: string
  readonly policy: string
  readonly asOf: number
  readonly cells: readonly ProtocolCell[]
  /** The ledger's entries that the edition was tried with. */
  readonly ledger: readonly string[]
  readonly suppression: Weighed
  readonly exposedBefore: readonly ExposedBefore[]
  /** Figures of others that the register does not bear out: the attacker was not given them. */
  readonly different: readonly DifferentFigure[]
}

export function writeProtocol(frame: Frame, tables: readonly LaidTable[], decisions: Decisions, { verdicts, members }: Audit, known: Known, asOf: number, suppression: Weighed): Protocol {
  const intervals = new Map(verdicts.map(({ kind, key, interval }) => [`${kind} ${key}`, interval]))
  const find = (kind: 'cell' | 'others', key: CellKey): Interval | null => intervals.get(`${kind} ${key}`) ?? null
  const printed = tables.flatMap((table) => [...table.base.entries()].map(([index, cell]) => ({ table, codes: [] as readonly string[], index, cell })).concat(
    table.rows.flatMap((row) => [...row.cells.entries()].map(([index, cell]) => ({ table, codes: row.codes, index, cell }))),
  ))
  const outcomes = printed.map(({ table, codes, index, cell }): ProtocolCell => {
    const band = decisions.bands.get(cell.key) ?? null
    const hidden = decisions.hidden.get(cell.key)
    return {
      table: table.id,
      unit: table.unit,
      by: table.by,
      codes: table.by.length === 0 ? figureCodes(table) : codes,
      period: table.periods[index]!.id,
      count: cell.cell.count,
      atLeast: cell.cell.atLeast,
      outcome: band ? 'band' : hidden ? 'hidden' : 'shown',
      into: null,
      band,
      reasons: hidden === 'complementary' || (hidden && cell.rules.length === 0) ? ['complementary'] : cell.rules,
      interval: find('cell', cell.key) ?? intervals.get(`hidden ${cell.key}`) ?? null,
      others: find('others', cell.key),
    }
  })
  const merged = tables.flatMap((table) => fineCells(frame, table).map(({ codes, period, key, into }): ProtocolCell => {
    const cell = frame.recorded.cell(key.slice(0, key.lastIndexOf('@')), period.id)
    return {
      table: table.id,
      unit: table.unit,
      by: table.part.spec.by,
      codes,
      period: period.id,
      count: cell.count,
      atLeast: cell.atLeast,
      outcome: into ? 'merged' : 'not-printed',
      into,
      band: null,
      reasons: [
        ...judge(frame, table.planned, table.part.spec, codes, cell, period),
        ...(into && into.period !== period.id ? (['merged-years'] as const) : []),
        ...(into && into.codes.join('/') !== codes.join('/') ? (['merged-categories'] as const) : []),
        ...(into ? [] : [waits(table, period) ? ('waits-for-years' as const) : ('not-printed' as const)]),
      ],
      interval: find('cell', key),
      others: find('others', key),
    }
  }))
  const exposedBefore = [...verdicts, ...members.short].flatMap((verdict): readonly ExposedBefore[] => {
    const { key, kind, rules, before, interval } = verdict
    const member = 'organisation' in verdict ? (verdict as MemberVerdict).organisation : null
    return before === null ? [] : [{ key, kind, member, reasons: kind === 'hidden' ? ['complementary'] : rules, before, interval }]
  })
  return {
    plan: frame.plan.id, policy: frame.policy.id, asOf, cells: [...outcomes, ...merged],
    ledger: known.entries.map(({ id }) => id), suppression, exposedBefore, different: known.different,
  }
}

/** Years at the end whose run is not closed yet. */
function waits({ planned, periods }: LaidTable, { from }: Period): boolean {
  const last = periods.at(-1)
  return planned.release === 'year' && (last === undefined || from > last.to)
}

function figureCodes({ id, part }: LaidTable): readonly string[] {
  const code = part.figures === 'rows' ? null : part.figures.find((figure) => figure.id === id)?.code
  return code === null || code === undefined ? [] : [code]
}

type FineCell = { readonly codes: readonly string[]; readonly period: Period; readonly key: CellKey; readonly into: ProtocolCell['into'] }

/** Cells as counted that are printed only as a part of another, or not at all. */
function fineCells(frame: Frame, table: LaidTable): readonly FineCell[] {
  const { spec, figures } = table.part
  const fine = [...new Map([...frame.own[table.planned.release], ...table.periods].map((period) => [period.id, period])).values()]
  const lists = figures === 'rows' ? [[], ...frame.recorded.codes(spec).map((code) => code.split('/'))] : listsOf(frame, table)
  return lists.flatMap((codes) => fine.flatMap((period): readonly FineCell[] => {
    const family = codes.length === 0 ? marginFamily(spec) : rowFamily(spec.unit, spec.by, codes)
    const whole = table.periods.find(({ from, to }) => from <= period.from && to >= period.to)
    const into = whole ? destination(table, codes) : undefined
    const key = cellKey(family, period.id)
    if (!whole || !into) return [{ codes, period, key, into: null }]
    if (whole.id === period.id && into.join('/') === codes.join('/')) return []
    return [{ codes, period, key, into: { codes: into, period: whole.id } }]
  }))
}

/** A figure is one category; those that are not printed are told with the first figure. */
function listsOf({ recorded }: Frame, table: LaidTable): readonly (readonly string[])[] {
  const { spec, figures } = table.part
  if (figures === 'rows') return []
  const silent = table.id === figures[0]?.id ? recorded.codes(spec).filter((code) => !figures.some((figure) => figure.code === code)) : []
  return [figureCodes(table), ...silent.map((code) => [code])]
}

/** The printed row that holds a category; undefined when none does. */
function destination(table: LaidTable, codes: readonly string[]): readonly string[] | undefined {
  const code = codes.join('/')
  if (table.part.figures !== 'rows') return figureCodes(table).join('/') === code ? codes : undefined
  if (codes.length === 0) return codes
  const own = table.rows.find((row) => row.members.length === 0 && row.codes.join('/') === code)
  return (own ?? table.rows.find((row) => row.members.includes(code)))?.codes
}
