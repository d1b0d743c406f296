// The same report for a wall: one figure a screen, in as few words as can be read from the back of a room.
import { textOf } from '../document/inline.ts'
import { renderQuantity } from '../words/quantity.ts'
import { drawnChain } from './chain-chapter.ts'
import { headline } from './situation-document.ts'
import { type Scene, sceneOf } from './situation-scene.ts'
import type { SituationInput } from './situation.ts'
import { saysOf } from './standing-chapter.ts'
import { standingOut } from './standing-out.ts'
import { countsHeading, subtitleOf, uncountedWords } from './time-told.ts'
import { isOverdue } from './work-chapters.ts'

export type Screen = {
  readonly id: string
  readonly title: string
  /** In the largest type; null where the screen says a sentence instead. */
  readonly value: string | null
  readonly lines: readonly string[]
  /** Steps with their numbers, drawn as bars. */
  readonly bars: readonly { readonly label: string; readonly value: string; readonly of: number }[]
}

export function situationScreens(input: SituationInput): readonly Screen[] {
  const scene = sceneOf(input)
  const { own, count, period, day, month } = scene
  const screen = (id: string, title: string, value: string | null, lines: readonly string[], bars: Screen['bars'] = []): Screen => ({ id, title, value, lines, bars })
  const { effort, actions, context } = input
  const first = headline(scene)
  const title = context.circle === null ? own.publicTitle(day(context.meeting)) : own.title[context.circle](day(context.meeting))
  const chain = chainBars(scene)
  const entered = (label: string, amount: number | null, from: string | null, isLeast = false, lacking = own.effort.notCollected): string =>
    amount === null ? `${label}: ${lacking}` : `${isLeast ? renderQuantity(scene.words, amount, true) : count(amount)} ${label}${from === null ? '' : ` (${own.effort.since(month(from))})`}`
  return [
    screen('title', context.network.name, null, [title, subtitleOf(scene)]),
    first ? screen('incidents', first.label, textOf(first.value), first.remarks) : screen('incidents', countsHeading(scene), null, [context.audience === 'core' ? uncountedWords(scene) : own.noneTold, ...(context.audience === 'core' ? [] : [own.little])]),
    screen('stands', own.heading.stands, null, saysOf(scene, standingOut(input))),
    ...(chain.length > 1 ? [screen('chain', own.chain.title, null, [period(drawnChain(scene)!.period)], chain)] : []),
    screen('active', own.heading.effort, count(effort.active), [own.effort.active(count(effort.members)), own.effort.activeMeans, period(effort.period)]),
    screen('effort', own.heading.effort, null, [
      entered(own.effort.trainings, effort.trainings, effort.trainingsFrom),
      entered(own.effort.trained, effort.peopleTrained, effort.trainingsFrom, effort.peopleAreLeast, effort.trainings === null ? undefined : own.effort.notCounted),
      entered(own.effort.passes, effort.outreachPasses, effort.outreachFrom),
    ]),
    ...(actions ? [screen('actions', own.heading.actions, count(actions.open.length), [own.actions.counts(actions.open.length, actions.open.filter((one) => isOverdue(one, context)).length, actions.settled, context.since !== null)])] : []),
    ...(context.audience === 'public' ? [screen('signs', own.publicTitle(day(context.meeting)), null, [own.signs])] : []),
  ]
}

function chainBars(scene: Scene): Screen['bars'] {
  const bars = drawnChain(scene)?.bars ?? []
  const base = bars[0]?.cell.sign === 'number' ? bars[0].cell.count : 0
  return base === 0 ? [] : bars.flatMap(({ label, cell }) => (cell.sign === 'number' ? [{ label, value: renderQuantity(scene.words, cell.count, cell.atLeast), of: cell.count / base }] : []))
}
