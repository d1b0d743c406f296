// What the audit found short, as needs for the engine: who must be able to believe what of which cell.
import type { Prepared, Verdict } from './audit.ts'
import type { HidingTask } from './hiding-task.ts'
import { type Member, membersOf } from './member-bounds.ts'
import type { MemberVerdict } from './members.ts'
import type { OwnCounts } from './own-counts.ts'
import type { Bounds, Need } from './suppression/task.ts'

export type Needs = {
  /** False when nothing new is needed: then what is short is so in whole numbers alone. */
  readonly add: (short: readonly (Verdict | MemberVerdict)[]) => boolean
  readonly list: () => readonly Need[]
  /** What only must not be exact may lie below the truth instead of above; false when that was tried, or nothing is of that kind. */
  readonly turn: () => boolean
  /** Every safe pattern meets all of them. Not so of what depends on how much else is hidden, such as a hidden margin. */
  readonly isCertain: () => boolean
}

export function newNeeds({ built, truths, targets }: Prepared, { knownTo }: Pick<HidingTask, 'knownTo'>, own: readonly OwnCounts[]): Needs {
  const needs = new Map<string, Need>()
  const targetOf = new Map(targets.map((target) => [`${target.kind} ${target.key}`, target]))
  const { lower, upper } = built.system
  const members = new Map(membersOf({ built, targets }, own).map((member) => [member.organisation, member]))
  const known = new Map<string, Bounds>()
  const boundsOf = (organisation: string): Bounds => {
    const bounds = known.get(organisation) ?? knownTo(members.get(organisation)!)
    known.set(organisation, bounds)
    return bounds
  }
  /** Names of those that only must not be exact. */
  const inexact = new Set<string>()
  let isTurned = false
  /** So many must be possible of a margin in every safe pattern: as many as there are, or as are asked for of it. */
  const leastOf = (margin: number, member: Member | undefined): number => {
    const rest = truths[margin]! - (member?.own[margin] ?? 0)
    const asked = needs.get(` cell ${built.names[margin]}`)
    return member || !asked ? rest : rest + asked.up
  }
  let rounds = 0
  let certain = true
  const needOf = (verdict: Verdict | MemberVerdict, short: readonly Verdict[]): Need | undefined => {
    // Whoever must believe more than one value possible does not know the one.
    if (!verdict.demand && short.some(({ key, demand }) => demand && key === verdict.key)) return undefined
    const target = targetOf.get(`${verdict.kind} ${verdict.key}`)
    if (!target) return undefined
    const { variable: cell, margin, value } = target
    // Not exact: anything but the truth will do, and one above is tried.
    if (!verdict.demand) {
      certain = false
      inexact.add(nameOf(verdict))
      return isTurned ? { cell, up: 0, down: 1 } : { cell, up: 1, down: 0 }
    }
    const member: Member | undefined = 'organisation' in verdict ? members.get(verdict.organisation) : undefined
    if (rounds > 0 && margin !== null && lower[margin]! < upper[margin]! && verdict.demand.high > leastOf(margin, member)) certain = false
    const truth = value - (member?.own[cell] ?? 0)
    return { cell, up: Math.max(0, verdict.demand.high - truth), down: Math.max(0, truth - verdict.demand.low), known: member && boundsOf(member.organisation) }
  }
  return {
    add: (short) => {
      let isNew = false
      for (const verdict of short) {
        const name = nameOf(verdict)
        const [need, before] = [needOf(verdict, short), needs.get(name)]
        if (!need || (before && need.up <= before.up && need.down <= before.down)) continue
        needs.set(name, before ? { ...need, up: Math.max(need.up, before.up), down: Math.max(need.down, before.down) } : need)
        isNew = true
      }
      rounds += 1
      return isNew
    },
    list: () => [...needs.values()],
    turn: () => {
      if (isTurned || inexact.size === 0) return false
      isTurned = true
      for (const name of inexact) needs.set(name, { ...needs.get(name)!, up: 0, down: 1 })
      return true
    },
    isCertain: () => certain,
  }
}

function nameOf(verdict: Verdict | MemberVerdict): string {
  return `${'organisation' in verdict ? verdict.organisation : ''} ${verdict.kind} ${verdict.key}`
}
