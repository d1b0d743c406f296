// GET /api/crossing?unit=incident&rows=place-type&columns=indicator&from=2017&to=2019, and GET /api/dark-figure?from=2017&to=2019&linkage=unknown, GET /api/completion, as types alone: raw, for the coordinator alone.
import type { Completion, Crossing, DarkFigure, Said } from '@lykta/statistics'
import type { AsOf } from './types.ts'

export type CrossingAnswer = { readonly asOf: AsOf; readonly crossing: Crossing }

export type DarkFigureAnswer = {
  /** Sectors that reported a person with a reference: two organisations of one sector are one list, for they talk to each other. */
  readonly lists: readonly { readonly sector: string; readonly persons: number }[]
  readonly found: DarkFigure
  readonly said: Said
}

export type CompletionAnswer = {
  readonly asOf: AsOf
  /** Months after an incident; what comes later is in no number. */
  readonly window: number
  /** The newest years; empty before a month is over. */
  readonly years: readonly { readonly year: number; readonly found: Completion; readonly said: Said }[]
}
