// The fixed words of situation reports, the same facts in each language.
import type { Audience } from '@lykta/disclosure'
import type { Language } from '@lykta/incident'
import type { responseChain } from '@lykta/statistics'
import { situationEn } from './situation-en.ts'
import { situationSv } from './situation-sv.ts'
import type { Uncounted, Untold } from './situation.ts'

export type SituationWords = {
  readonly title: Readonly<Record<'core' | 'network', (day: string) => string>>
  readonly publicTitle: (day: string) => string
  readonly since: (from: string) => string
  readonly first: string
  /** Where no meeting was held before, and reports were made. */
  readonly upTo: (day: string) => string
  readonly audience: Readonly<Record<Audience, string>>
  readonly about: string
  readonly facts: { readonly period: string; readonly meeting: string; readonly compared: string }
  readonly heading: Readonly<Record<'short' | 'counts' | 'stands' | 'chain' | 'rows' | 'told' | 'edition' | 'effort' | 'actions' | 'how', string>>

  /** What is counted, and what it is compared with, or why it is not. */
  readonly counted: {
    readonly alone: (now: string) => string
    readonly compared: (before: string) => string
    readonly shorterBefore: (before: string, start: string) => string
    readonly noneBefore: (start: string) => string
    readonly nowCut: (start: string) => string
  }
  readonly uncounted: Readonly<Record<Uncounted, (start: string) => string>>
  readonly columns: { readonly measure: string; readonly both: string }
  readonly incidents: (period: string) => string
  readonly before: (count: string, period: string) => string
  readonly hiddenFigure: string

  readonly stands: {
    readonly nothing: string
    readonly notCompared: string
    readonly noNumbers: string
    readonly tested: (count: number, tooFew: number) => string
    readonly more: (what: string, now: string, before: string) => string
    readonly fewer: (what: string, now: string, before: string) => string
    readonly how: string
    /** A word for each thing that may stand out; else the name of its table or row. */
    readonly total: string
  }
  readonly chain: {
    readonly title: string
    readonly subtitle: (period: string) => string
    readonly steps: Readonly<Record<(typeof responseChain)[number], string>>
    readonly ofEdition: (period: string) => string
    readonly none: string
    readonly nested: string
    readonly answers: string
    readonly joined: (steps: string) => string
    readonly unfounded: (count: string) => string
  }
  readonly times: {
    readonly intro: (from: string, to: string) => string
    readonly one: (step: string, time: string) => string
    readonly day: (count: number) => string
    readonly week: (count: number) => string
    readonly how: string
    readonly none: string
  }
  readonly apart: { readonly means: string; readonly none: string; readonly withdrawn: (count: string, period: string) => string; readonly unfounded: (count: string, period: string) => string }
  readonly police: string
  readonly rowsIntro: string

  readonly toldIntro: string
  readonly told: (count: string, period: string, day: string) => string
  readonly toldTable: string
  /** Under a number: the day on which it was told, since what came in later is not in it. */
  readonly toldOn: (day: string) => string
  readonly noneTold: string
  readonly untold: Readonly<Record<NonNullable<Untold>, string>>
  readonly little: string
  readonly edition: (year: string) => string
  readonly noEdition: string

  readonly effort: {
    readonly intro: (period: string) => string
    readonly active: (members: string) => string
    readonly activeMeans: string
    readonly trainings: string
    readonly trained: string
    readonly passes: string
    readonly notCollected: string
    /** Of people trained, where trainings were held and nobody counted at any of them. */
    readonly notCounted: string
    readonly uncounted: string
    /** Of a kind of effort of which nothing was entered for the months before. */
    readonly since: (month: string) => string
    readonly why: string
  }
  readonly actions: {
    readonly counts: (open: number, overdue: number, settled: number, isSince: boolean) => string
    readonly one: (organisation: string | null, made: string, due: string | null) => string
    readonly overdue: string
    readonly none: string
    readonly sealed: string
  }
  readonly how: Readonly<Record<'core' | 'wider', readonly string[]>>
  readonly signs: string
}

export const situationWords: Readonly<Record<Language, SituationWords>> = { sv: situationSv, en: situationEn }
