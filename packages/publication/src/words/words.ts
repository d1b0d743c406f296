// The fixed words of a publication, the same set in each language. They hold no numbers: every number comes in as text.
import type { Language } from '@lykta/incident'
import type { Unit } from '@lykta/statistics'
import type { NoChart } from '../charts/why-no-chart.ts'
import type { SignCode } from '../open-data/data-cell.ts'
import type { keySigns } from '../document/cell.ts'

/** A count with the period that it was published for, both as text. */
export type Told = { readonly count: string; readonly period: string }

/** What the interval of a ratio allows to be said. */
export type Verdict = 'increase' | 'decrease' | 'none'

export type Words = {
  readonly language: Language
  readonly atLeast: (count: string) => string
  /** After a number and in headings, in the plural. */
  readonly unit: Readonly<Record<Unit, string>>
  /** Names of tables and of key figures, by table id. */
  readonly tables: Readonly<Record<string, string>>
  /** What the rows of a breakdown are called, by table id. */
  readonly rowHeads: Readonly<Record<string, string>>
  readonly measureHead: string
  readonly periodHead: string
  /** All that has no row of its own, of everything or of a group. */
  readonly rest: string
  readonly restOf: (group: string) => string

  readonly signs: Readonly<Record<(typeof keySigns)[number], { readonly text: string; readonly spoken: string; readonly meaning: string }>>
  /** In a cell whose question was not put. */
  readonly notAsked: string
  readonly keyTitle: string
  /** By "numerator/denominator"; others are written with their numbers. */
  readonly fractions: Readonly<Record<string, string>>
  readonly moreThan: (fraction: string) => string

  readonly partOf: (part: string, whole: string) => string
  readonly percent: (text: string, percent: string) => string
  readonly months: (count: string, one: boolean) => string
  readonly rate: (rate: string, low: string, high: string) => string
  readonly ratio: (ratio: string, low: string, high: string) => string
  readonly direction: {
    readonly compared: (later: Told, earlier: Told) => string
    readonly verdict: Readonly<Record<Verdict, string>>
    readonly ratio: (text: string) => string
    /** Why no direction is given, by the reason of the rule. */
    readonly reason: Readonly<Record<string, string>>
    readonly notCompared: string
    /** Of two periods that overlap. */
    readonly notApart: string
  }

  /** Opens a sentence of opinion. */
  readonly opinion: string
  /** Before the examples of reasons. */
  readonly examples: string
  readonly quoted: (text: string) => string

  readonly note: {
    readonly base: (name: string, counts: string) => string
    readonly severalAnswers: string
    readonly personsByYear: string
    readonly mergedYears: string
    /** Before the sentences about the years: what they are about, and from what. */
    readonly aboutYears: string
    readonly partsOf: (incidents: string) => string
    readonly unknownPersons: string
    /** What a merged row holds: the categories by name, or how many they are. */
    readonly merged: (row: string, categories: string) => string
    readonly categories: (count: string) => string
    /** The rows of the table are never merged. */
    readonly apart: string
  }
  readonly source: (network: string, asOf: string) => string

  /** The chapter of an edition that replaces another. */
  readonly changes: Readonly<Record<'title' | 'replaces' | 'wordsAlone' | 'figures' | 'noFigures' | 'caption' | 'before' | 'after', string>> & {
    /** `tables`: their names, in quotation marks. */
    readonly otherwise: (tables: string) => string
  }

  readonly chart: {
    readonly bars: string
    readonly partial: string
    readonly interval: string
    /** Under a ranking that leaves rows out. */
    readonly hiddenRows: string
    readonly incidents: { readonly plain: string; readonly subtitle: string; readonly chance: Readonly<Record<Verdict, string>> }
    readonly persons: { readonly plain: string; readonly subtitle: string; readonly title: (persons: Told, contact: Told | null) => string }
    readonly months: { readonly plain: string; readonly subtitle: string; readonly title: (least: string, most: string) => string; readonly even: (count: string) => string }
    readonly indicators: { readonly plain: string; readonly subtitle: string; readonly title: (label: string, share: string) => string }
    readonly nationalities: { readonly plain: string; readonly subtitle: string; readonly title: (label: string, share: string) => string }
    readonly chain: { readonly plain: string; readonly subtitle: string; readonly title: (share: string) => string }
    readonly base: (counts: string, period: string) => string
    readonly noChart: Readonly<Record<NoChart, (name: string) => string>>
  }

  readonly marks: Readonly<Record<'draft' | 'sample', string>> & {
    readonly unfinished: (year: string, to: string) => string
    readonly audience: Readonly<Record<'core' | 'network', string>>
  }
  readonly facts: Readonly<Record<'period' | 'asOf' | 'policy' | 'version' | 'made', string>>
  readonly collected: (months: string) => string

  readonly page: Readonly<Record<
    'contents' | 'skip' | 'showTable' | 'scrollable' | 'footnotes' | 'backToText' | 'about' | 'pdf' | 'otherLanguage' | 'page' | 'figure'
    | 'table' | 'openData' | 'file' | 'content' | 'attention' | 'docx' | 'archivePdf' | 'linkHere', string
  >>
  readonly columns: Readonly<Record<
    'table' | 'figure' | 'unit' | 'code' | 'label' | 'period' | 'from' | 'to' | 'months' | 'value' | 'sign' | 'moreThan' | 'marks', string
  >>
  /** What a sign of the open data means. */
  readonly signCodes: Readonly<Record<SignCode, string>>
  readonly baseRow: string
  readonly notice: string
}
