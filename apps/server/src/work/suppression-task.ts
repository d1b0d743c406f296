// What passes between the calling thread and the one that searches or audits: data alone, which both can copy.
import type { Instance, PatternAudit, Suppression, SuppressionProgress } from '@lykta/disclosure'
import type { ThrownError } from './edition-task.ts'

export type SuppressionWork =
  /** Seconds: left, from the moment of asking. */
  | { readonly kind: 'protect'; readonly instance: Instance; readonly seconds: number }
  | { readonly kind: 'audit'; readonly instance: Instance; readonly hidden: ReadonlySet<number> }

export type SuppressionDone = {
  /** Undefined when no pattern is safe. */
  readonly protect: Suppression | undefined
  readonly audit: PatternAudit
}

export type SuppressionNews =
  | ({ readonly kind: 'protecting' } & SuppressionProgress)
  | { readonly kind: 'auditing'; readonly done: number; readonly all: number }

export type SuppressionMessage =
  | { readonly kind: 'news'; readonly news: SuppressionNews }
  | { readonly kind: 'done'; readonly result: SuppressionDone[SuppressionWork['kind']] }
  | { readonly kind: 'defect'; readonly error: ThrownError }
