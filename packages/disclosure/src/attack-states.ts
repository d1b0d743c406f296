// One group of readers attacks all states of the printed years at once, and each member with what it reported itself in every one of them.
import { assessByWitnesses, searchFor } from './assess-by-witnesses.ts'
import type { Prepared, Target, Verdict } from './audit.ts'
import { joinMembers } from './join-members.ts'
import { type Joint, joinRegisters, type Step } from './join-registers.ts'
import { carriedOver, type Kept } from './kept-witnesses.ts'
import { attackAsMembers, type MembersAudit, type MembersMeans } from './members.ts'
import type { OwnCounts } from './own-counts.ts'
import type { SolveExtremes } from './linear.ts'
import type { Collection } from '@lykta/statistics'

/** What can be told too well, and of which register; to everybody, or to one organisation. */
export type Told = { readonly register: string; readonly verdict: Verdict; readonly organisation: string | null }

export type StatesAttack = {
  readonly told: readonly Told[]
  /** Cells that everybody attacked. */
  readonly attacked: number
  /** The narrowest interval of a sensitive cell, as far as it was asked for; null when there is none. */
  readonly minimumWidth: number | null
  readonly members: Pick<MembersAudit, 'organisations' | 'attacked' | 'minimumWidth'>
  /** For the next attack. */
  readonly kept: Kept
}

export type StatesMeans = Omit<MembersMeans, 'witnesses'> & { readonly solve: SolveExtremes; readonly collection: Collection }

/** Those of `first` are asked before all others, everybody before members; it ends where something is told too well. */
export async function attackStates(
  prepared: ReadonlyMap<string, Prepared>, steps: readonly Step[], ownOf: (register: string) => readonly OwnCounts[], means: StatesMeans,
  { first, kept }: { readonly first: (target: Target, register: string) => boolean; readonly kept: Kept },
): Promise<StatesAttack> {
  const joined = joinRegisters(prepared, steps, means.collection)
  const { joint } = joined
  const witnesses = carriedOver(kept, joint.built.names, joint.built.system)
  const found: StatesAttack = { told: [], attacked: 0, minimumWidth: null, members: { organisations: 0, attacked: 0, minimumWidth: null }, kept: { names: joint.built.names, witnesses } }
  const everybody = await attackTogether(joined, means, first, witnesses)
  if (everybody.told.length > 0) return { ...found, ...everybody }
  // Members know more, and what everybody can tell they can: they are asked last.
  const members = attackAsMembers(joint, joinMembers(prepared, ownOf), { ...means, witnesses })
  const at = new Map(joint.targets.map(({ kind, variable }, index) => [`${kind} ${variable}`, joined.registerOf[index]!]))
  const told = members.short.flatMap((verdict): readonly Told[] => (verdict.safe ? [] : [{ register: at.get(`${verdict.kind} ${verdict.variable}`)!, verdict, organisation: verdict.organisation }]))
  return { ...found, ...everybody, told, members }
}

async function attackTogether(
  { joint, registerOf }: Joint, means: StatesMeans, first: (target: Target, register: string) => boolean, witnesses: Kept['witnesses'],
): Promise<Pick<StatesAttack, 'told' | 'attacked' | 'minimumWidth'>> {
  const isFirst = joint.targets.map((target, index) => first(target, registerOf[index]!))
  const told: Told[] = []
  const widths: number[] = []
  let attacked = 0
  for (const chosen of [true, false]) {
    const asked = [...joint.targets.keys()].filter((index) => isFirst[index] === chosen)
    const targets = asked.map((index) => joint.targets[index]!)
    searchFor(joint, targets, means, witnesses)
    const verdicts = await assessByWitnesses(joint, targets, means, witnesses)
    attacked += verdicts.length
    for (const [place, verdict] of verdicts.entries()) {
      if (!verdict.safe) told.push({ register: registerOf[asked[place]!]!, verdict, organisation: null })
      if (verdict.kind !== 'hidden' && verdict.before === null) widths.push(verdict.interval.high - verdict.interval.low)
    }
    if (told.length > 0) break
  }
  return { told, attacked, minimumWidth: widths.length === 0 ? null : widths.reduce((least, width) => Math.min(least, width)) }
}
