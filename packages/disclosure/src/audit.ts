// The audit: whether anything that may not be shown can be worked out from what is printed. It reads the printed tables.
import { canonicalText } from '@lykta/incident'
import type { CountCell, Period } from '@lykta/statistics'
import { attack, AttackError, besideKnown, type Interval, meets } from './attack.ts'
import { type CellKey, cellKey, groupFamily, marginFamily, rowFamily, totalFamily } from './cell-key.ts'
import { type Frame, judge } from './frame.ts'
import type { LinearSystem, SolveExtremes } from './linear.ts'
import type { Known } from './known.ts'
import { attackersModel, printedOf, thoughtPeriods } from './model.ts'
import { membersOf } from './member-bounds.ts'
import type { Witnesses } from './witness.ts'
import { attackAsMembers, type MembersAudit, type MemberVerdict } from './members.ts'
import { isUnseen } from './model-groups.ts'
import { isRepeat, mostRepeats } from './model-repeats.ts'
import type { OwnCounts } from './own-counts.ts'
import type { TableBody } from './protected-table.ts'
import { type Demand, demandOf, type ProtectionRule } from './protection-rule.ts'
import type { PlannedPart, PlannedTable } from './release-plan.ts'
import { type Rule, thresholdOf } from './sensitive.ts'
import type { LoadProgram } from './suppression/program.ts'
import { type BuiltSystem, publicBound } from './system-builder.ts'

export type Verdict = {
  readonly key: CellKey
  /** What is protected: the cell; all the others of its margin; or that a cell hidden for another's sake is not exact. */
  readonly kind: 'cell' | 'others' | 'hidden'
  readonly rules: readonly Rule[]
  readonly interval: Interval
  /** What must remain possible; null for a cell hidden for another's sake, which must only not be exact. */
  readonly demand: Demand | null
  readonly safe: boolean
  /**
   * What could be told before this edition, where that was too much already: what others published cannot be undone,
   * but each end of the interval that fell short then comes no closer now. Null where the cell is safe as it should be.
   */
  readonly before: Interval | null
}

export type Audit = {
  readonly verdicts: readonly Verdict[]
  readonly built: BuiltSystem
  /** The same attack by those who know what they reported themselves. */
  readonly members: MembersAudit
}

export type AuditInput = Frame & {
  readonly published: readonly TableBody[]
  /** What the readers have in hand already. */
  readonly known: Known
  readonly groupCells: ReadonlyMap<CellKey, CountCell>
  /** Of each organisation's own reports, in the merged rows of this edition. */
  readonly ownGroups: OwnCounts
}

/** Who solves, and what must remain possible. */
export type Attacker = { readonly rule: ProtectionRule; readonly solve: SolveExtremes; readonly load: LoadProgram; readonly witnesses: Witnesses }

/** A cell that must not be worked out. */
export type Target = Omit<Verdict, 'interval' | 'demand' | 'safe' | 'before'> & {
  readonly variable: number
  /** What the cell is a part of: it need not reach further. */
  readonly margin: number | null
  readonly threshold: number
  /** What is protected really is so many. */
  readonly value: number
  /** As many of its incidents one organisation knows for its own. */
  readonly own: number
}

export type Prepared = {
  readonly built: BuiltSystem
  /** The true value of every unknown. */
  readonly truths: readonly number[]
  readonly targets: readonly Target[]
  /** The same unknowns without this edition; null when nothing was published before. */
  readonly before: LinearSystem | null
}

/** The attacker's system and all that it must not give away, from the printed tables. */
export function prepareAudit(input: AuditInput): Prepared {
  const groupCounts = new Map([...input.known.groupCells, ...input.groupCells].map(([key, { count }]) => [key, count]))
  const model = attackersModel({ ...input, groupCounts })
  const built = model.build()
  const demands = [...demandsOf(input, built), ...repeatsOf(input, built, model.truth)]
  const others = demands.filter(({ kind }) => kind === 'others')
  const targets = demands.map((demand): Target => {
    const { key, kind, margin } = demand
    const truth = model.truth(key)
    return {
      ...demand,
      // The others of a margin are an unknown of their own: margin − cell.
      variable: kind === 'others' ? built.names.length + others.indexOf(demand) : built.indexOf.get(key)!,
      margin: margin === null ? null : built.indexOf.get(margin)!,
      value: kind === 'others' && margin !== null ? model.truth(margin) - truth : truth,
    }
  })
  const isFirst = input.known.tables.length === 0 && input.known.figures.length === 0
  return {
    built: { ...built, system: withOthers(built.system, built, others) },
    truths: [...built.names.map(model.truth), ...others.map(({ key, margin }) => model.truth(margin!) - model.truth(key))],
    targets,
    before: isFirst ? null : withOthers(built.before, built, others),
  }
}

/** Attacks the listed targets. `freed`: unknowns that are thought of as hidden although they are printed. */
export async function assess(
  { built, before }: Prepared, targets: readonly Target[], { rule, solve }: Pick<Attacker, 'rule' | 'solve'>, freed: readonly number[] = [],
): Promise<readonly Verdict[]> {
  const { system } = built
  const tried: LinearSystem = {
    ...system,
    lower: system.lower.map((bound, variable) => (freed.includes(variable) ? 0 : bound)),
    upper: system.upper.map((bound, variable) => (freed.includes(variable) ? publicBound : bound)),
  }
  const asked = (list: readonly Target[]): readonly number[] => list.flatMap(({ variable, margin }) => [variable, margin ?? variable])
  const intervals = await attack(tried, asked(targets), solve)
  const verdicts = targets.map(({ key, kind, rules, variable, margin, threshold, value, own }) => {
    const interval = intervals.get(variable)!
    const most = margin === null ? Infinity : intervals.get(margin)!.high
    const demand = kind === 'hidden' ? null : demandOf(rule, value, Math.min(Math.max(threshold, own), most))
    const safe = demand ? meets(interval, demand) : interval.high > interval.low
    return { verdict: { key, kind, rules, interval, demand, safe, before: null }, variable }
  })
  const short = verdicts.filter(({ verdict }) => !verdict.safe)
  if (before === null || short.length === 0) return verdicts.map(({ verdict }) => verdict)
  const earlier = await attack(before, short.map(({ variable }) => variable), solve)
  return verdicts.map(({ verdict, variable }) => {
    const known = earlier.get(variable)
    if (verdict.safe || !known) return verdict
    return { ...verdict, ...besideKnown(verdict, known) }
  })
}

export async function audit(input: AuditInput, attacker: Attacker): Promise<Audit> {
  const prepared = prepareAudit(input)
  return { verdicts: await assess(prepared, prepared.targets, attacker), built: prepared.built, members: assessMembers(input, prepared, attacker) }
}

export function assessMembers(input: AuditInput, prepared: Prepared, { rule, load, witnesses }: Omit<Attacker, 'solve'>): MembersAudit {
  return attackAsMembers(prepared, membersOf(prepared, [input.ownCounts, input.ownGroups, input.known.ownGroups]), { policy: input.policy, rule, load, witnesses })
}

/** Everything that can be told too well. */
export function shortIn({ verdicts, members }: Pick<Audit, 'verdicts' | 'members'>): readonly (Verdict | MemberVerdict)[] {
  return [...verdicts, ...members.short].filter(({ safe }) => !safe)
}

type Demanded = Omit<Target, 'variable' | 'margin' | 'value'> & { readonly margin: CellKey | null }

function withOthers(system: LinearSystem, { indexOf, names }: BuiltSystem, others: readonly Demanded[]): LinearSystem {
  return {
    ...system,
    lower: [...system.lower, ...others.map(() => 0)],
    upper: [...system.upper, ...others.map(() => publicBound)],
    constraints: [
      ...system.constraints,
      ...others.map(({ key, margin }, index) => ({
        terms: [[names.length + index, 1], [indexOf.get(key)!, 1], [indexOf.get(margin!)!, -1]] as const,
        lower: 0,
        upper: 0,
      })),
    ],
  }
}

/** Every category in every fine and printed period that a rule forbids and that is not shown; every hidden cell. */
function demandsOf(input: AuditInput, built: BuiltSystem): readonly Demanded[] {
  const targets = new Map<string, Demanded>()
  const put = (target: Demanded): void => {
    if (!targets.has(`${target.kind} ${target.key}`)) targets.set(`${target.kind} ${target.key}`, target)
  }
  for (const planned of input.thought) {
    for (const part of planned.parts.filter(({ spec }) => spec.unit !== 'organisation')) {
      for (const period of thoughtPeriods(input, planned, part)) {
        for (const { key, codes, cell } of cellsOf(input, part, period, built)) {
          const rules = judge(input, planned, part.spec, codes, cell, period)
          const shown = built.shown.has(built.indexOf.get(key)!)
          if (shown && rules.length > 0) throw new AttackError(`audit: ${key} is shown against ${rules.join(', ')}`)
          if (!shown) for (const target of demanded(input, planned, part, period, { key, codes, cell }, rules)) put(target)
        }
      }
      // What any edition hid for another's sake stays inexact, unless this one shows it.
      for (const key of hiddenOf(part, printedOf(part, input.published), new Map())) if (built.indexOf.has(key)) put(hidden(key))
      for (const { body, groupNames } of input.known.tables.filter((one) => printedOf(part, [one.body]).length > 0)) {
        for (const key of hiddenOf(part, [body], groupNames)) if (built.indexOf.has(key) && !built.fixed.has(built.indexOf.get(key)!)) put(hidden(key))
      }
    }
  }
  return [...targets.values()]
}

/**
 * So few were met again that it may be said of one of them. None is what everybody would suppose: nobody was noted as met before,
 * which is no statement on a person (docs/disclosure.md), and without it persons by year and by block could stand together nowhere.
 */
function repeatsOf({ policy }: AuditInput, { names }: BuiltSystem, truth: (key: CellKey) => number): readonly Demanded[] {
  return names.filter((key) => isRepeat(key) && truth(key) > 0 && truth(key) < policy.threshold)
    .map((key) => ({ key, kind: 'cell', rules: ['few'], margin: null, threshold: Math.min(policy.threshold, mostRepeats(key, truth)), own: 0 }))
}

function hidden(key: CellKey): Demanded {
  return { key, kind: 'hidden', rules: [], margin: null, threshold: 0, own: 0 }
}

type Cell = { readonly key: CellKey; readonly codes: readonly string[]; readonly cell: CountCell }

/** All unknowns of one table in one period: total, margin, categories (also those that stand for what does not occur), groups. */
function cellsOf({ recorded, groupCells, known }: AuditInput, { spec }: PlannedPart, { id }: Period, { families, indexOf }: BuiltSystem): readonly Cell[] {
  const total = { key: cellKey(totalFamily(spec.unit), id), codes: [], cell: recorded.cell(totalFamily(spec.unit), id) }
  if (spec.by.length === 0) return [total]
  const prefix = rowFamily(spec.unit, spec.by, [''])
  const answered = marginFamily(spec)
  const margin = answered === totalFamily(spec.unit) ? [] : [{ key: cellKey(answered, id), codes: [], cell: recorded.cell(answered, id) }]
  const categories = families.flatMap((family): readonly Cell[] => {
    const key = cellKey(family, id)
    if (!family.startsWith(prefix) || family === answered || !indexOf.has(key)) return []
    const code = family.slice(prefix.length)
    const merged = groupCells.get(key) ?? known.groupCells.get(key)
    if (merged) return [{ key, codes: [code.slice(1)], cell: merged }]
    return [{ key, codes: code.split('/'), cell: recorded.cell(family, id) }]
  })
  return [total, ...margin, ...categories]
}

/**
 * A member that reported incidents of the cell subtracts its own: the cell must reach as far above them as the policy
 * wants to remain. (Persons are not counted by organisation here, so for them the threshold alone must do.)
 */
function demanded(
  { policy }: AuditInput, { harmless }: PlannedTable, { spec }: PlannedPart, period: Period, { key, codes, cell }: Cell, rules: readonly Rule[],
): readonly Demanded[] {
  const margin = codes.length === 0 ? null : cellKey(marginFamily(spec), period.id)
  const threshold = codes.length === 0 ? policy.threshold : thresholdOf(policy, spec.by)
  const own = spec.unit === 'incident' && cell.largest > 0 ? cell.largest + policy.remaining : 0
  const targets: Demanded[] = []
  if (rules.some((rule) => rule !== 'nearly-all')) targets.push({ key, kind: 'cell', rules, margin, threshold, own })
  // What stands for all that does not occur is no attribute that everybody could have.
  if (!harmless && rules.includes('nearly-all') && !isUnseen(codes)) targets.push({ key, kind: 'others', rules, margin, threshold, own: 0 })
  return targets
}

/** Cells printed as hidden. */
function hiddenOf({ spec, figures }: PlannedPart, printed: readonly TableBody[], groupNames: ReadonlyMap<string, string>): readonly CellKey[] {
  return printed.flatMap((body) =>
    body.periods.flatMap(({ id }, index) => {
      const keys: CellKey[] = []
      const figure = figures === 'rows' ? null : (figures.find(({ id: own }) => own === body.id)?.code ?? null)
      const own = figure === null ? marginFamily(spec) : rowFamily(spec.unit, spec.by, [figure])
      if (body.base[index]?.state === 'hidden') keys.push(cellKey(own, id))
      for (const row of body.rows) {
        if (row.cells[index]?.state !== 'hidden') continue
        const code = row.codes.join('/')
        keys.push(cellKey(rowFamily(spec.unit, spec.by, row.codes), id), cellKey(groupFamily(spec.unit, spec.by, groupNames.get(code) ?? code), id))
      }
      return keys
    }),
  )
}

/** RFC 8785 text of a system, for its digest; infinities as null. */
export function systemText({ lower, upper, integer, constraints }: LinearSystem): string {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
  return canonicalText({
    lower: lower.map(finite),
    upper: upper.map(finite),
    integer,
    constraints: constraints.map((one) => ({ terms: one.terms, lower: finite(one.lower), upper: finite(one.upper) })),
  })
}
