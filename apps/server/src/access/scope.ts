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
 * Whether she may fetch its sealed text of that revision; whether she can open it is decided by her keys. Having entered it for another
 * organisation opens nothing that this organisation writes later; what was opened to her own, and accepted, does.
 */
export function coversText(caller: CallerOf, { reportedBy, shares }: Pick<Belonging, 'reportedBy'> & { readonly shares: readonly Opening[] }, revision: number): boolean {
  if (coversSharing(caller, reportedBy)) return true
  return caller.role === 'core-member' && shares.some(({ open, organisation, what, upTo }) => open && organisation === caller.organisation && (what !== 'written' || revision <= upTo))
}

/** What is asked about an opening: to whom, of what, and whether it stands. */
export type Opening = { readonly organisation: Id; readonly what: 'written' | 'reasons' | 'follow-up'; readonly upTo: number; readonly open: boolean }

/** Whose sealed part she has in hand, and may disclose. */
export function coversSharing({ role, organisation }: CallerOf, reportedBy: Id | null): boolean {
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
