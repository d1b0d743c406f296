// Whoever acted, in words: by name where the caller may see names; else by role and organisation.
import type { Who } from '../../../../server/src/api/sharing-types.ts'

export type NamingWords = {
  /** The caller, in the form that the sentence takes. */
  readonly me: string
  readonly onServer: string
  readonly someone: string
  readonly at: (name: string | undefined, role: NonNullable<Who['role']>, organisation: string | null) => string
  readonly nameOf: (id: Who['id']) => string | null | undefined
}

export function nameWho({ id, role, organisation, me }: Who, words: NamingWords): string {
  if (me) return words.me
  const named = words.nameOf(id) || undefined
  if (named === undefined && role === 'operator' && organisation === null) return words.onServer
  if (role === null) return words.someone
  return words.at(named, role, organisation)
}
