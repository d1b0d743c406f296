// Bringing in a spreadsheet from the browser: coded rows and sealed texts, held by the server until all of it is stored at once.
import type { CodedTables, Id, Problem } from '@lykta/incident'
import type { Instant } from './types.ts'

// ── POST /api/imports ───────────────────────────────────────────────────────────────────────────────────────────

/** A column of reasons among the tables is refused: they are sealed, and follow. */
export type ImportRequest = {
  readonly tables: CodedTables
  /** References of incidents that have a reason. */
  readonly reasons: readonly string[]
  /** Rows take the place of what was changed in the form since; without it they are refused. */
  readonly overwriteCorrections: boolean
}

/** What a text is bound to; its author is `import`, and nobody signs it. */
export type TextToBring = {
  readonly ref: string
  readonly incident: Id
  readonly revision: number
  readonly previous: string | null
  readonly formVersion: string
  readonly codedHash: string
}

export type ImportCounts = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Incidents that were imported once and stand in none of the files; they stay as they are. */
  readonly absent: number
  /** Organisations and own indicators, new or changed. */
  readonly others: number
  /** False when rows that say what stands have reasons, which nobody has opened to compare. */
  readonly reasonsCompared: boolean
}

/** 422 with the problems when anything hinders; nothing is held then. */
export type PlannedImportAnswer = ImportCounts & {
  /** Known to whoever began it; gone when she begins another, after half an hour, or when the server stops. */
  readonly id: Id
  /** Warnings. */
  readonly problems: readonly Problem[]
  /** When all of it is said to have been written: the texts are sealed with it. */
  readonly createdAt: Instant
  /** In this order; what is sent is known by its index here. */
  readonly texts: readonly TextToBring[]
  /** How many bytes of sealed files the server holds at the most. */
  readonly room: number
}

// ── PUT /api/imports/:id/texts ──────────────────────────────────────────────────────────────────────────────────

/** Any number at a time; one that is sent again takes the place of itself. */
export type BroughtTexts = {
  readonly texts: readonly { readonly index: number; readonly sealedId: Id; readonly epoch: number; readonly body: string; readonly key: string }[]
}

export type HeldTextsAnswer = { readonly held: number; readonly of: number }

// ── POST /api/imports/:id ───────────────────────────────────────────────────────────────────────────────────────

/** Once however often it is asked for. DELETE lets go of it. */
export type BroughtAnswer = ImportCounts
