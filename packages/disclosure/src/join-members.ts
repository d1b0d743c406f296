// What each member reported itself, in all registers at once: in every state of the printed years, and of what entered and left.
import { cellKey, type CellKey } from './cell-key.ts'
import type { Prepared } from './audit.ts'
import { type Member, membersOf } from './member-bounds.ts'
import type { OwnCounts } from './own-counts.ts'

/** One name for each unknown of all: that of its count, with the register beside its period, so that a period stays one. */
export function joinedNames(all: ReadonlyMap<string, Prepared>): readonly CellKey[] {
  return [...all].flatMap(([register, { built, truths }]) => truths.map((_, variable) => {
    const name = built.names[variable]
    if (name === undefined) return ''
    const at = name.lastIndexOf('@')
    return cellKey(name.slice(0, at), `${name.slice(at + 1)}~${register}`)
  }))
}

/** `ownOf`: counts of each organisation's own reports, by the name of the register. Who reported nothing of one has no part in it. */
export function joinMembers(all: ReadonlyMap<string, Prepared>, ownOf: (register: string) => readonly OwnCounts[]): readonly Member[] {
  const registers = [...all].map(([name, prepared]) => ({ size: prepared.truths.length, members: new Map(membersOf(prepared, ownOf(name)).map(({ organisation, own }) => [organisation, own])) }))
  const organisations = [...new Set(registers.flatMap(({ members }) => [...members.keys()]))].sort()
  return organisations.map((organisation) => ({ organisation, own: registers.flatMap(({ size, members }) => members.get(organisation) ?? Array.from({ length: size }, () => 0)) }))
}
