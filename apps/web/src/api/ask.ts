// Asks the server: JSON in and out, every failure in one shape.
import type { Failure } from '../../../server/src/api/types.ts'
import { noteServerTime } from './clock.ts'

/** Status 0: the server could not be reached. */
export class FailureError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.title)
    this.name = 'FailureError'
    this.failure = failure
  }
}

export const unreachable: Failure = { type: 'about:blank', title: 'Unreachable', status: 0, problems: [] }

export type Asking = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Throws a `FailureError` for everything but an answer. The answer's shape is the server's promise (api/types.ts). */
export async function ask<Answer>(path: string, { method = 'GET', body, signal }: Asking = {}): Promise<Answer> {
  const response = await fetch(`/api/${path}`, {
    method,
    ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new FailureError(unreachable)
  })
  noteServerTime(response.headers.get('date'))
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as Answer
  throw new FailureError(isFailure(answer) ? answer : { type: 'about:blank', title: response.statusText, status: response.status, problems: [] })
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'status' in value && 'problems' in value && Array.isArray(value.problems)
}
