// Which incidents a right covers: all, those of one's organisation, or those that one has sent oneself.
import type { Id } from '@lykta/incident'
import type { CallerOf } from './caller.ts'

export type Scope = 'network' | 'organisation' | 'sent' | 'none'

/** Whose coded answers the caller may read, of those that a route lets her read at all. */
export function readingScope({ role }: CallerOf): Scope {
  if (role === 'coordinator' || role === 'core-member') return 'network'
  return writingScope(role)
}

/**
 * Whether she may fetch its sealed text; whether she can open it is decided by her keys. Having entered it for another
 * organisation opens nothing that this organisation writes later. Sharing between organisations comes later.
 */
export function coversText({ role, organisation }: CallerOf, { reportedBy }: Pick<Belonging, 'reportedBy'>): boolean {
  return role === 'coordinator' || (role === 'core-member' && organisation !== null && reportedBy === organisation)
}

/** Whose incidents the caller may correct, withdraw, and answer questions about. */
export function changingScope({ role }: CallerOf): Scope {
  return role === 'coordinator' ? 'network' : writingScope(role)
}

function writingScope(role: CallerOf['role']): Scope {
  if (role === 'device') return 'sent'
  return role === 'reporter' || role === 'core-member' ? 'organisation' : 'none'
}

/** What is asked about an incident to tell whose it is. */
export type Belonging = {
  readonly reportedBy: Id | null
  /** Who wrote its first revision. */
  readonly author: string
}

/** What a member entered on behalf of another is hers to mend, as well as her organisation's. */
export function covers(scope: Scope, { id, organisation }: CallerOf, { reportedBy, author }: Belonging): boolean {
  if (scope === 'network') return true
  if (scope === 'none') return false
  return author === id || (scope === 'organisation' && organisation !== null && reportedBy === organisation)
}
