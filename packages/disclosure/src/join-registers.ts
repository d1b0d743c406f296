// One system of several registers: each state of the printed years, and what entered and left between two; each count of the later is that of the earlier and the difference.
import type { Collection } from '@lykta/statistics'
import type { Prepared, Target } from './audit.ts'
import { joinedNames } from './join-members.ts'
import type { Constraint, LinearSystem } from './linear.ts'
import { isRepeat } from './model-repeats.ts'
import { periodFrom } from './period-from.ts'

/** A year was printed anew: names of the four registers. */
export type Step = { readonly year: number; readonly before: string; readonly after: string; readonly entering: string; readonly leaving: string }

export type Joint = {
  readonly joint: Prepared
  /** Of each target. */
  readonly registerOf: readonly string[]
}

/** Throws when the difference does not explain the change: then nothing would be proven. */
export function joinRegisters(all: ReadonlyMap<string, Prepared>, steps: readonly Step[], collection: Collection): Joint {
  const offsets = new Map<string, number>()
  let size = 0
  for (const [name, { truths }] of all) {
    offsets.set(name, size)
    size += truths.length
  }
  const list = [...all]
  const truths = list.flatMap(([, prepared]) => prepared.truths)
  const { links, still, twins } = linksOf(all, steps, offsets, truths, collection)
  const targets: Target[] = []
  const registerOf: string[] = []
  for (const [name, prepared] of list) {
    const offset = offsets.get(name)!
    for (const target of prepared.targets) {
      // What has not changed is the same unknown of both: it is attacked as the later one.
      if (still.has(offset + target.variable) || (target.margin !== null && still.has(offset + target.margin)) || (target.kind !== 'hidden' && twins.has(`${name} ${target.key}`))) continue
      targets.push({ ...target, variable: offset + target.variable, margin: target.margin === null ? null : offset + target.margin })
      registerOf.push(name)
    }
  }
  const system = composed(list.map(([, { built }]) => built.system), links, still)
  const before = composed(list.map(([, { before: own, built }]) => own ?? built.system), links, still)
  const [[, { built }]] = list as [(typeof list)[number]]
  return { joint: { built: { ...built, names: joinedNames(all), system }, truths, targets, before }, registerOf }
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
  /** Counts of the earlier register in those periods, by its name and theirs: the same as in the later. */
  readonly twins: ReadonlySet<string>
}

function linksOf(all: ReadonlyMap<string, Prepared>, steps: readonly Step[], offsets: ReadonlyMap<string, number>, truths: readonly number[], collection: Collection): Links {
  const links: Constraint[] = []
  const still = new Set<number>()
  const twins = new Set<string>()
  const place = (name: string, key: string): number | undefined => {
    const index = all.get(name)!.built.indexOf.get(key)
    return index === undefined ? undefined : offsets.get(name)! + index
  }
  for (const { year, ...names } of steps) {
    const isStill = (key: string): boolean => {
      const period = periodFrom(key.slice(key.lastIndexOf('@') + 1), collection)
      return period !== undefined && (period.to < `${year}-01-01` || period.from > `${year}-12-31`)
    }
    for (const key of all.get(names.after)!.built.names) {
      // Who was met again follows from the counts that are tied here, and is the same where these are.
      if (isRepeat(key)) {
        if (isStill(key)) twins.add(`${names.before} ${key}`)
        continue
      }
      const [before, after, entering, leaving] = [names.before, names.after, names.entering, names.leaving].map((name) => place(name, key))
      if (before === undefined || after === undefined || entering === undefined || leaving === undefined || key.startsWith('organisation|')) continue
      if (isStill(key)) {
        if (truths[entering] !== 0 || truths[leaving] !== 0) throw new Error(`revision of ${year}: ${key} changes too`)
        still.add(entering).add(leaving)
        twins.add(`${names.before} ${key}`)
      }
      const difference = truths[after]! - truths[before]!
      if (!key.startsWith('person|')) {
        if (difference !== truths[entering]! - truths[leaving]!) throw new Error(`revision of ${year}: what enters and leaves does not explain ${key}`)
        links.push({ terms: [[after, 1], [before, -1], [entering, -1], [leaving, 1]], lower: 0, upper: 0 })
        continue
      }
      // The same person may be in what stays: no more are new than enter, no more are gone than leave. Usual, so given where true.
      if (difference <= truths[entering]!) links.push({ terms: [[after, 1], [before, -1], [entering, -1]], lower: -Infinity, upper: 0 })
      if (-difference <= truths[leaving]!) links.push({ terms: [[after, 1], [before, -1], [leaving, 1]], lower: 0, upper: Infinity })
    }
  }
  return { links, still, twins }
}
