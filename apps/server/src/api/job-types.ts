// Looks at a year, the jobs that make them, and what was decided for each cell.
import type { Language } from '@lykta/incident'
import type { AsOf, Instant, WordedProblem } from './types.ts'

// ── Editions and the jobs that make them ────────────────────────────────────────────────────────────────────────

export type JobStep = 'waiting' | 'counting' | 'protecting' | 'auditing' | 'writing' | 'typesetting' | 'done'

/** GET /api/jobs/:id; DELETE /api/jobs/:id cancels and answers with the job. */
export type Job = {
  readonly id: string
  readonly year: number
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly step: JobStep
  /** Of the whole, 0 to 1; null when it cannot be told. */
  readonly progress: number | null
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  /** Why it failed: a file of the template and its line (`where.row`), or what the audit refused. */
  readonly problems: readonly WordedProblem[]
}

export type EditionSummary = {
  readonly year: number
  /** "stale": made before the register's latest change. */
  readonly state: 'none' | 'ready' | 'stale'
  readonly madeAt: Instant | null
  readonly asOf: AsOf | null
  /** The job at work on it, or the last one that failed; null otherwise. */
  readonly job: Job | null
}

/** GET /api/editions, latest year first. */
export type EditionListAnswer = { readonly editions: readonly EditionSummary[] }

/** POST /api/editions/:year starts (202) or answers with the one already at work. */
export type JobAnswer = { readonly job: Job }

export type EditionFile = {
  /** Null for the manifest, which belongs to both. */
  readonly language: Language | null
  readonly kind: 'page' | 'pdf' | 'archive' | 'docx' | 'svg' | 'csv' | 'json' | 'px' | 'manifest'
  /** Table id for csv and json; null otherwise. */
  readonly table: string | null
  /** Address on this server, for instance "/editions/2019/sv/report.pdf". */
  readonly href: string
  readonly bytes: number
}

export type DecisionReason =
  /** Below the threshold of its unit, or too few incidents. */
  | 'few'
  /** Too few organisations, or nearly all from one. */
  | 'organisations'
  /** Nearly the whole of its margin. */
  | 'nearly-all'
  /** The attribute needs more, or a block of years. */
  | 'sensitive'
  /** Could be worked out from others. */
  | 'complementary'
  /** A year at the end that cannot stand alone, and whose neighbour has not been yet. */
  | 'waits'

/** One row of the private protocol: what was done to a cell of the tables. Never published. */
export type Decision = {
  readonly table: string
  /** Codes of the row; empty for the base. */
  readonly codes: readonly string[]
  readonly period: string
  /** 'waits': not in this edition, but in a later one together with years to come. */
  readonly action: 'shown' | 'merged' | 'hidden' | 'band' | 'waits'
  /** The merged row or period it stands in, for instance "other" or "2017-2018"; null unless merged. */
  readonly into: string | null
  /** All that speak against showing it as it is, each once. */
  readonly reasons: readonly DecisionReason[]
  readonly count: number
  readonly atLeast: boolean
}

/** GET /api/editions/:year; `files` and `decisions` are empty when the edition has not been made. */
export type EditionAnswer = {
  readonly edition: EditionSummary
  readonly draft: boolean
  /** Policy id and audience. */
  readonly policy: string
  readonly audience: 'core' | 'network' | 'public'
  /** The attacker's audit: linear programmes solved, and cells protected. */
  readonly audit: { readonly passed: boolean; readonly solved: number; readonly protectedCells: number } | null
  /** What to know before the edition goes anywhere, for instance that its year is not over. */
  readonly warnings: readonly WordedProblem[]
  /** What the checker asks about in the text, with its place. */
  readonly asked: readonly (WordedProblem & { readonly language: Language; readonly line: number })[]
  readonly files: readonly EditionFile[]
  readonly decisions: readonly Decision[]
}
