// Series of others beside the network's own figures, as types alone. Never counted together with incidents.
import type { CivilDate, Id } from '@lykta/incident'
import type { Instant, Texts } from './types.ts'

/** Which date decides the period: of the report's filing, of what happened, or another (a decision, a meeting). */
export type DatedBy = 'filing' | 'event' | 'other'

export type SeriesValue = {
  /** "2019", "2019-Q1", "2019-H1", "2019-04". */
  readonly period: string
  readonly from: CivilDate
  readonly to: CivilDate
  /** Null where the publisher gives none. */
  readonly value: number | null
  readonly status: 'preliminary' | 'final'
  /** What the publisher calls it in this period, where it is not the series' name. */
  readonly label: string | null
  /** Why this period is not comparable with those before; null where it is. */
  readonly break: string | null
}

export type OfficialSeries = {
  readonly name: string
  /** 'own': the network's own earlier totals, of which there are no incidents. */
  readonly kind: 'official' | 'own'
  readonly area: string | null
  readonly source: string
  readonly unit: string
  readonly datedBy: DatedBy
  /** In order of time. */
  readonly values: readonly SeriesValue[]
}

export type SeriesAnswer = OfficialSeries & {
  readonly id: Id
  readonly revision: number
  readonly enteredAt: Instant
  /** Breaks that the program knows of, whether or not the file told: from a day on, in words. */
  readonly knownBreaks: readonly { readonly from: CivilDate; readonly text: Texts }[]
}

/** GET /api/official, in the order of entry. */
export type OfficialAnswer = { readonly series: readonly SeriesAnswer[] }

/** POST /api/official: a file as it is; what it does not say itself may be said beside it. */
export type OfficialRequest = {
  /** For messages. */
  readonly name: string
  /** Base64. */
  readonly content: string
  readonly datedBy?: DatedBy | undefined
  readonly source?: string | undefined
  readonly unit?: string | undefined
  readonly status?: SeriesValue['status'] | undefined
  readonly kind?: OfficialSeries['kind'] | undefined
}

/** How many series, and of their values how many are new and how many are others than before. */
export type OfficialOutcome = { readonly series: number; readonly added: number; readonly changed: number }
