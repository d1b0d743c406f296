// What a situation report says of the time that it tells of: since the last meeting, where there was one, and why nothing of it is counted, where nothing is.
import type { Scene } from './situation-scene.ts'

/** The first is called so only where none was made before: a group may have had reports before a meeting that was noted as held. */
export function subtitleOf({ own, day, input: { context } }: Scene): string {
  const { since, isFirst, meeting, today } = context
  return since !== null ? own.since(day(since)) : isFirst ? own.first : own.upTo(day(meeting < today ? meeting : today))
}

export function countsHeading({ own, input: { context } }: Scene): string {
  return context.since === null ? own.heading.told : own.heading.counts
}

export function uncountedWords({ own, day, input: { uncounted, context } }: Scene): string {
  return own.uncounted[uncounted ?? 'too-few'](day(context.network.collectionStart))
}
