// One system of four registers: as printed, as revised, what enters, what leaves; each count of the new is that of the old and the difference.
import type { Collection } from '@lykta/statistics'
import type { Prepared, Target } from './audit.ts'
import type { Constraint, LinearSystem } from './linear.ts'
import { periodFrom } from './period-from.ts'
import type { State } from './revise.ts'

export type Joint = {
  readonly joint: Prepared
  /** Of each target. */
  readonly stateOf: readonly State[]
}

/** Throws when the difference does not explain the change: then nothing would be proven. */
export function joinStates(all: ReadonlyMap<State, Prepared>, year: number, collection: Collection): Joint {
  const offsets = new Map<State, number>()
  let size = 0
  for (const [state, { truths }] of all) {
    offsets.set(state, size)
    size += truths.length
  }
  const list = [...all]
  const truths = list.flatMap(([, prepared]) => prepared.truths)
  const { links, still } = linksOf(all, offsets, truths, year, collection)
  const targets: Target[] = []
  const stateOf: State[] = []
  for (const [state, prepared] of list) {
    const offset = offsets.get(state)!
    for (const target of prepared.targets) {
      // What enters and leaves is printed nowhere, so nothing of it is hidden for another's sake.
      if (target.kind === 'hidden' && (state === 'entering' || state === 'leaving')) continue
      if (still.has(offset + target.variable)) continue
      targets.push({ ...target, variable: offset + target.variable, margin: target.margin === null ? null : offset + target.margin })
      stateOf.push(state)
    }
  }
  const system = composed(list.map(([, { built }]) => built.system), links, still)
  const before = composed(list.map(([state, prepared]) => (state === 'before' ? prepared.built.system : (prepared.before ?? prepared.built.system))), [], new Set())
  const { built } = all.get('before')!
  return { joint: { built: { ...built, system }, truths, targets, before }, stateOf }
}

function composed(systems: readonly LinearSystem[], links: readonly Constraint[], still: ReadonlySet<number>): LinearSystem {
  let offset = 0
  const constraints = systems.flatMap(({ lower, constraints: own }) => {
    const from = offset
    offset += lower.length
    return own.map((constraint): Constraint => ({ ...constraint, terms: constraint.terms.map(([variable, coefficient]) => [from + variable, coefficient] as const) }))
  })
  return {
    lower: systems.flatMap(({ lower }) => lower),
    upper: systems.flatMap(({ upper }) => upper).map((bound, variable) => (still.has(variable) ? 0 : bound)),
    integer: true,
    constraints: [...constraints, ...links],
  }
}

type Links = {
  readonly links: readonly Constraint[]
  /** What enters or leaves in periods that have no day of the revised year: nothing, and everybody knows. */
  readonly still: ReadonlySet<number>
}

function linksOf(all: ReadonlyMap<State, Prepared>, offsets: ReadonlyMap<State, number>, truths: readonly number[], year: number, collection: Collection): Links {
  const links: Constraint[] = []
  const still = new Set<number>()
  const place = (state: State, key: string): number | undefined => {
    const index = all.get(state)!.built.indexOf.get(key)
    return index === undefined ? undefined : offsets.get(state)! + index
  }
  for (const key of all.get('revised')!.built.names) {
    const [before, revised, entering, leaving] = (['before', 'revised', 'entering', 'leaving'] as const).map((state) => place(state, key))
    if (before === undefined || revised === undefined || entering === undefined || leaving === undefined || key.startsWith('organisation|')) continue
    const period = periodFrom(key.slice(key.lastIndexOf('@') + 1), collection)
    if (period && (period.to < `${year}-01-01` || period.from > `${year}-12-31`)) {
      if (truths[entering] !== 0 || truths[leaving] !== 0) throw new Error(`revision of ${year}: ${key} changes too`)
      still.add(entering).add(leaving)
    }
    const difference = truths[revised]! - truths[before]!
    if (!key.startsWith('person|')) {
      if (difference !== truths[entering]! - truths[leaving]!) throw new Error(`revision of ${year}: what enters and leaves does not explain ${key}`)
      links.push({ terms: [[revised, 1], [before, -1], [entering, -1], [leaving, 1]], lower: 0, upper: 0 })
      continue
    }
    // The same person may be in what stays: no more are new than enter, no more are gone than leave. Usual, so given where true.
    if (difference <= truths[entering]!) links.push({ terms: [[revised, 1], [before, -1], [entering, -1]], lower: -Infinity, upper: 0 })
    if (-difference <= truths[leaving]!) links.push({ terms: [[revised, 1], [before, -1], [leaving, 1]], lower: 0, upper: Infinity })
  }
  return { links, still }
}
