// The server's answers about the reports' prose, its figures, and the examples of reasons.
import type { ProtectedTable } from '@lykta/disclosure'
import type { Id, Language, OwnIndicator } from '@lykta/incident'
import type { EditionContext } from '@lykta/publication'

/** By the report's year, what each bound figure printed when its text was last confirmed; null: hidden. */
export type ProseFigures = Readonly<Record<string, Readonly<Record<string, string | null>>>>

export type ProseText = {
  readonly language: Language
  /** 0: the program's own text, which nobody has changed yet. */
  readonly revision: number
  readonly text: string
  readonly figures: ProseFigures
  readonly savedAt: string | null
  /** A member's id, or 'operator'. */
  readonly savedBy: string | null
}

/** GET /api/prose. */
export type ProseAnswer = {
  readonly texts: Readonly<Record<Language, ProseText>>
  /** The server was started with a folder of templates: its editions are made from those, and nothing is saved here. */
  readonly fixed: boolean
}

/** PUT /api/prose/:language; 409 when another revision came between: GET it, and send again with its number as `base`. */
export type SaveProse = {
  readonly base: number
  readonly text: string
  readonly figures: ProseFigures
}

/** What it is called now; the words are whoever sent them's, and no answer repeats them. */
export type ProseSaved = { readonly saved: Omit<ProseText, 'text' | 'figures'> }

/** GET /api/prose/:language/revisions/:revision. */
export type ProseTextAnswer = { readonly text: ProseText }

/** GET /api/prose/:language/revisions, newest first; at most 200. */
export type ProseHistoryAnswer = { readonly revisions: readonly { readonly revision: number; readonly savedAt: string; readonly savedBy: string }[] }

/** GET /api/editions/:year/figures: what a text is read beside; without a draft no tables, and every figure is hidden. */
export type EditionFiguresAnswer = {
  readonly context: Omit<EditionContext, 'language'>
  readonly tables: readonly ProtectedTable[]
  readonly ownIndicators: readonly OwnIndicator[]
  /** Those that may be printed. */
  readonly examples: readonly ExampleTexts[]
}

export type ExampleTexts = { readonly sv: string; readonly en: string }

export type ExampleEntry = ExampleTexts & {
  readonly id: Id
  readonly state: 'waiting' | 'approved' | 'withdrawn'
  /** The caller wrote it, so that another has to approve it. */
  readonly mine: boolean
}

/** GET /api/examples. */
export type ExamplesAnswer = {
  readonly examples: readonly ExampleEntry[]
  /** Whether there is anybody else who could approve what the caller writes. */
  readonly others: boolean
}

/** POST /api/examples, with the texts beside it. The id is the browser's own. */
export type NewExample = ExampleTexts & { readonly id: Id }
