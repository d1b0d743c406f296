// What a situation report is made from, for one audience: the core group's has counts of the days since its last meeting, the others' what may be told.
import type { Audience, ProtectedTable } from '@lykta/disclosure'
import type { ChainStep, CivilDate, Language } from '@lykta/incident'
import type { Period, StepTime } from '@lykta/statistics'
import type { PublishedNetwork } from '../binding/edition-context.ts'
import type { CodeLabel } from '../binding/known-tables.ts'

export type SituationContext = {
  readonly language: Language
  readonly network: PublishedNetwork
  readonly audience: Audience
  /** Whose meeting it is made for; null where that is not its readers' to know. */
  readonly circle: 'core' | 'network' | null
  /** The meeting's day; without a circle the day on which it was made. */
  readonly meeting: CivilDate
  /** Day of that group's last meeting; null before the first. */
  readonly since: CivilDate | null
  /** No report was made for another meeting before. */
  readonly isFirst: boolean
  readonly asOf: { readonly position: number; readonly time: string; readonly head: string }
  readonly today: CivilDate
  /** Name of the rules that decide what is shown. */
  readonly policy: string
  readonly version: string
}

/** The period since the last meeting and as long a one before it, in whole months: what the core group reads. */
export type SituationWindows = {
  readonly before: Period
  readonly now: Period
  /** Their periods are `slots`, which stand for the two windows, or for both together. */
  readonly tables: readonly ProtectedTable[]
  /** How the tables `chain.STEP` came to be; null where there are none. */
  readonly chain: SituationChain | null
}

/** The network's own steps, and which of them are counted together: each class has a table of its own, called by its first step. */
export type SituationChain = {
  readonly steps: readonly ChainStep[]
  readonly classes: readonly (readonly string[])[]
}

/** How long the steps took, of cases whose first incident was reported on these days. */
export type SituationTimes = {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly steps: readonly ChainStep[]
  readonly told: readonly StepTime[]
}

/** One number beside the counts, told once for its years. */
export type Apart = {
  /** 'withdrawn' or 'unfounded'. */
  readonly table: ProtectedTable
  readonly on: CivilDate
}

/** Ids of the periods in the tables of the windows. */
export const slots = { before: '1001', now: '1002', both: '1001-1002' } as const

/** Parts of a year as they are told once and never anew, and the day on which they were. */
export type Told = {
  /** Incidents by parts of a year. */
  readonly table: ProtectedTable
  /** Ids of the periods that were told; the table may hold more. */
  readonly periods: readonly string[]
  readonly on: CivilDate
}

/** No month is over since the last meeting; none of the months that are was collected; too few incidents or organisations for any number. */
export type Uncounted = 'no-month' | 'not-collected' | 'too-few'

/** Why the newest part of the year that is over is not told yet; null when it is, or none is over. */
export type Untold = 'rest-too-small' | 'too-few' | null

export type SituationEffort = {
  /** The months that it speaks of. */
  readonly period: Period
  /** Organisations that were members on any day of them. */
  readonly members: number
  /** Of those: reported, said "nothing to report" or made an effort: which of them is not told, since who reported says that something was there. */
  readonly active: number
  /** Null is "not collected", which is not none; of the people, where trainings were, that nobody counted them. */
  readonly trainings: number | null
  readonly peopleTrained: number | null
  readonly peopleAreLeast: boolean
  readonly outreachPasses: number | null
  /** YYYY-MM: the number is of this month and those after it, because nothing of the kind was entered for earlier ones; null where it is of all of the period. */
  readonly trainingsFrom: string | null
  readonly outreachFrom: string | null
}

export type OpenAction = {
  /** Name of the organisation that does it; null when the meeting named nobody. */
  readonly organisation: string | null
  readonly madeOn: CivilDate
  readonly due: CivilDate | null
}

export type SituationActions = {
  readonly open: readonly OpenAction[]
  /** Settled since the last meeting. */
  readonly settled: number
}

export type SituationInput = {
  readonly context: SituationContext
  readonly label: CodeLabel
  /** For the core group alone; null where no whole month is over since its last meeting, or nothing of it may be shown. */
  readonly windows: SituationWindows | null
  /** Why they are null; null where they are not, and for others than the core group. */
  readonly uncounted: Uncounted | null
  /** The chain of the last whole year, in the later window: for the core group, whose months are often too few. */
  readonly yearChain: SituationWindows | null
  /** For the large network and the public, oldest first. */
  readonly told: readonly Told[]
  readonly untold: Untold
  /** The newest edition that the audience has, with what it prints; null before the first. */
  readonly edition: { readonly year: number; readonly tables: readonly ProtectedTable[] } | null
  /** Null where there is no time to speak of: before the first edition, for all but the core group. */
  readonly times: SituationTimes | null
  readonly apart: readonly Apart[]
  readonly effort: SituationEffort
  /** Of the group's own meetings; null for the public. */
  readonly actions: SituationActions | null
}
