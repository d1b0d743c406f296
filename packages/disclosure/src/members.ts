// The audit once more for each member organisation, which knows what it reported itself: what can it tell of the others' part?
import { besideKnown, type Interval, meets } from './attack.ts'
import type { Prepared, Target, Verdict } from './audit.ts'
import { type Member } from './member-bounds.ts'
import { type MemberProgram, newMemberProgram } from './member-program.ts'
import type { Policy } from './policy.ts'
import { type Demand, demandOf, type ProtectionRule } from './protection-rule.ts'
import type { LoadProgram } from './suppression/program.ts'
import type { Witnesses } from './witness.ts'

/** The interval and the demand are of the others' part: the count less the member's own. */
export type MemberVerdict = Verdict & { readonly organisation: string; readonly variable: number; readonly rest: number }

export type MembersAudit = {
  readonly organisations: number
  /** Cells that were attacked, once for each member. */
  readonly attacked: number
  /** Where what the policy asks for is not possible: not safe, or known as well before this edition. */
  readonly short: readonly MemberVerdict[]
  /** The narrowest interval of the others' part of a cell that is safe, as far as it was asked for; null when there is none. */
  readonly minimumWidth: number | null
}

export type MembersMeans = { readonly policy: Policy; readonly rule: ProtectionRule; readonly load: LoadProgram; readonly witnesses: Witnesses }

/**
 * Safe: the others' part of a cell that a rule keeps back may be zero, and as many as the policy wants to remain without one
 * organisation's own; or all of the others' margin. (That the whole may reach the threshold is asked for everybody.)
 * Both are asked of linear programmes, in whole numbers; none is run for what a solution that was found already shows.
 */
export function attackAsMembers(prepared: Prepared, members: readonly Member[], means: MembersMeans): MembersAudit {
  const { load, witnesses } = means
  const targets = prepared.targets.filter(({ kind }) => kind !== 'hidden')
  const short: MemberVerdict[] = []
  if (targets.length === 0 || members.length === 0) return { organisations: members.length, attacked: 0, short, minimumWidth: null }
  const counts = { names: prepared.built.names, truths: prepared.truths }
  const program = newMemberProgram(prepared.built.system, counts, load, witnesses)
  let before: MemberProgram | undefined
  let attacker: Member | undefined
  let attacked = 0
  let minimumWidth = Infinity
  for (const member of members) {
    program.become(member)
    program.sweep(targets.flatMap((target) => {
      const { variable, value } = target
      const rest = value - member.own[variable]!
      const { low, high } = demandAtMost(program, means, prepared.truths, member, target, rest)
      return rest < 0 ? [] : [{ variable, sign: -1, enough: rest - low } as const, { variable, sign: 1, enough: high - rest } as const]
    }))
    for (const target of targets) {
      const rest = target.value - member.own[target.variable]!
      // A person whom others met too, and say otherwise of: nothing is left to be told apart.
      if (rest < 0) continue
      attacked += 1
      const { isShort, ...found } = tellOf(program, means, prepared.truths, member, target, rest)
      if (!isShort) {
        minimumWidth = Math.min(minimumWidth, found.interval.high - found.interval.low)
        continue
      }
      const { key, kind, rules, variable } = target
      const verdict = { key, kind, rules, ...found, organisation: member.organisation, variable, rest, safe: false, before: null }
      if (!prepared.before) {
        short.push(verdict)
        continue
      }
      before ??= newMemberProgram(prepared.before, counts, load, witnesses)
      if (attacker !== member) before.become(member)
      attacker = member
      short.push({ ...verdict, ...besideKnown(verdict, endsOf(before, variable, rest, found.demand)) })
    }
  }
  program.close()
  before?.close()
  return { organisations: members.length, attacked, short, minimumWidth: minimumWidth === Infinity ? null : minimumWidth }
}

/** What it can tell, and whether that is more than what is asked for allows. An end of the interval that goes further than that is given as what is asked. */
function tellOf(
  program: MemberProgram, { policy, rule }: MembersMeans, truths: readonly number[], { own }: Member, { variable, margin }: Target, rest: number,
): { readonly interval: Interval; readonly demand: Demand; readonly isShort: boolean } {
  const asked = demandAtMost(program, { policy, rule }, truths, { own }, { margin }, rest)
  const interval = endsOf(program, variable, rest, asked)
  if (meets(interval, asked)) return { interval, demand: asked, isShort: false }
  if (interval.high >= asked.high || margin === null) return { interval, demand: asked, isShort: true }
  // The others' margin need not be passed.
  const whole = truths[margin]! - own[margin]!
  const demand = demandOf(rule, rest, Math.min(policy.remaining, whole + program.furthest(margin, 1, asked.high - whole)))
  return { interval, demand, isShort: !meets(interval, demand) }
}

/** What is demanded when the others' margin is thought to reach as far as its own bound. */
function demandAtMost(program: MemberProgram, { policy, rule }: Pick<MembersMeans, 'policy' | 'rule'>, truths: readonly number[], { own }: Pick<Member, 'own'>, { margin }: Pick<Target, 'margin'>, rest: number): Demand {
  const most = margin === null ? Infinity : truths[margin]! - own[margin]! + program.room(margin)
  return demandOf(rule, rest, Math.min(policy.remaining, most))
}

/** What the member can say of the others' part, as far as it must be able to say so. */
function endsOf(program: MemberProgram, variable: number, rest: number, { low, high }: Demand): Interval {
  return { low: rest - program.furthest(variable, -1, rest - low) + 0, high: rest + program.furthest(variable, 1, high - rest) }
}
