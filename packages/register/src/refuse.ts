// Ends the work with something that the user can mend.
import { problem, type Problem, ProblemError } from '@lykta/incident'

export function refuse(code: string, values: Problem['values'] = {}): never {
  throw new ProblemError([problem(code, values)])
}

/** The code of a system or PostgreSQL error ('ENOENT', '23505'); '' when it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { readonly code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}
