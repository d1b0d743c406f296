// What passes between the server's thread and the one that makes an edition: data alone, which both can copy.
import type { Certificate, Count, LateReports, LedgerEntry, ProtectedTable, ProtectRequest, Protocol } from '@lykta/disclosure'
import type { Language, OwnIndicator, Problem } from '@lykta/incident'
import type { CompilePdf, EditionContext, Finding, Manifest } from '@lykta/publication'
import type { JobStep } from '../api/types.ts'
import type { EditionProse } from './prose.ts'
import type { CountedRegister } from './register-states.ts'

/** The counts of one of the registers that an edition is made from. */
export type CountIn = (register: CountedRegister) => Count

export type EditionTask = {
  readonly context: Omit<EditionContext, 'language'>
  readonly collection: ProtectRequest['collection']
  readonly ownIndicators: readonly OwnIndicator[]
  /** Everything published before, but of earlier states. */
  readonly earlier: readonly LedgerEntry[]
  /** Where printed years were printed anew, the last of them perhaps by this edition: which years, and what was printed before each. */
  readonly states?: readonly { readonly year: number; readonly ledger: readonly LedgerEntry[] }[] | undefined
  /** Of an edition that replaces another: what changed and why, and what the other printed where the figures are revised. */
  readonly replaces?: { readonly changed: Readonly<Record<Language, string>>; readonly before: readonly ProtectedTable[] | null } | undefined
  /** It prints its year anew. */
  readonly anew?: boolean | undefined
  /** Incidents that came after their year was printed; undefined before anything was. */
  readonly late: LateReports | undefined
  /** The words that it is written with. */
  readonly prose: EditionProse
  /** Of a draft: as it will be published, too. */
  readonly finals?: boolean | undefined
  /** A table whose rows are not merged: an override. */
  readonly apart?: string | undefined
}

export type EditionResult = {
  /** By path: "manifest.json", "sv/report.pdf", "en/tables/years.csv". All of it is for the public. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The same without the mark of a draft; empty unless it was asked for. */
  readonly finals: ReadonlyMap<string, Uint8Array>
  readonly manifest: Manifest
  readonly tables: readonly ProtectedTable[]
  /** For the coordinator only. */
  readonly protocol: Protocol
  readonly certificate: Certificate
  /** What the checker asks about in the prose of both languages. */
  readonly findings: readonly Finding[]
  /** The same as problems to tell. */
  readonly asked: readonly Problem[]
}

export type OnStep = (step: JobStep, progress: number | null) => void

/** An error as data: a copy of the thread's own would lose its name. */
export type ThrownError = {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
}

/** To the thread: the address of a module that exports its `ThreadWork` as `work`. */
export type ThreadTask = {
  readonly script: string
  readonly task: object
}

export type ThreadWork<Task, Result> = (task: Task, means: ThreadWorkMeans) => Promise<Result>

/** Counts are asked of the other thread, which has the register. */
export type ThreadWorkMeans = {
  readonly count: Count
  readonly countIn: CountIn
  readonly onStep: OnStep
  readonly compilePdf: CompilePdf
}

/** From the thread: what it is doing, what it wants counted, and how it ended. */
export type ThreadMessage<Result = EditionResult> =
  | { readonly kind: 'step'; readonly step: JobStep; readonly progress: number | null }
  | { readonly kind: 'count'; readonly id: number; readonly register: CountedRegister; readonly asked: Parameters<Count> }
  | { readonly kind: 'made'; readonly result: Result }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly cause: ThrownError | undefined }
  | { readonly kind: 'defect'; readonly error: ThrownError }

/** To the thread. A count that failed is not told why: the thread is ended. */
export type CountAnswer = {
  readonly id: number
  readonly counted: Awaited<ReturnType<Count>>
}

export function thrownFrom(error: unknown): ThrownError {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'Error', message: 'unknown', stack: undefined }
}

export function errorFrom({ name, message, stack }: ThrownError): Error {
  return Object.assign(new Error(message), { name, stack })
}
