// What a network has decided on how long it keeps each class: by whom and on which ground. What it has not decided on is a proposal.
import type { CivilDate } from './civil-date.ts'
import { type Retention, type RetentionClass, retentionClasses } from './retention.ts'

/** On what a decision rests: the joint arrangement of the parties (GDPR art. 26), a body's own weeding plan, or a decision under archive law. */
export const clockGrounds = ['arrangement', 'weeding-plan', 'archive-decision'] as const
export type ClockGround = (typeof clockGrounds)[number]

export const longestClock = 1200

export type DecidedClock = {
  readonly months: number
  readonly ground: ClockGround
  /** Where it stands: the number of a paragraph or of a decision. */
  readonly reference: string
  /** The day of the decision, and who wrote it down here, by id. */
  readonly decidedOn: CivilDate
  readonly writtenBy: string
}

export type DecidedClocks = Readonly<Partial<Record<RetentionClass, DecidedClock>>>

export type Clock = Retention & { readonly decided: DecidedClock | null }

/** In the order of the proposal, with what is decided in its place. What is kept stays kept. */
export function clocksOf(decided: DecidedClocks): readonly Clock[] {
  return retentionClasses.map((one) => {
    const own = one.months === null ? undefined : decided[one.id]
    return { ...one, months: own?.months ?? one.months, decided: own ?? null }
  })
}
