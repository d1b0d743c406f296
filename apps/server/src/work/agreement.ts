// Who may do what with a draft, and how it stands: two persons agree, or one where nobody else could, a day later (docs/decisions/0026).
import type { Role, StoredDraft } from '@lykta/register'
import type { DraftAct, DraftSummary } from '../api/edition-types.ts'

export const waitHours = 24

export type Situation = {
  /** Who asks, and as what. */
  readonly member: string
  readonly role: Role
  /** The database's time, ISO 8601. */
  readonly now: string
  readonly ledgerLength: number
  /** The last position at which anything changed that is counted. */
  readonly lastChange: number
  /** Active ones in the network. */
  readonly coordinators: number
  /** It keeps the figures of the one that it replaces. */
  readonly wordsAlone: boolean
  /** The year was over when it was frozen. */
  readonly over: boolean
}

export type Standing = Pick<DraftSummary, 'state' | 'outdated' | 'waitsForYou'> & {
  readonly may: readonly DraftAct[]
  /** From when the one who asked may complete it herself; null where another has to agree. */
  readonly aloneFrom: string | null
}

const states = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const

export function standingOf(draft: StoredDraft, { member, role, now, ledgerLength, lastChange, coordinators, wordsAlone, over }: Situation): Standing {
  const [asked, ended] = draft.steps
  if (ended) return { state: states[ended.act as keyof typeof states], outdated: 'no', waitsForYou: false, may: [], aloneFrom: null }
  const outdated = ledgerLength !== draft.ledgerLength ? 'ledger' : !wordsAlone && lastChange > draft.asOf ? 'register' : 'no'
  const isCoordinator = role === 'coordinator'
  if (!asked) return { state: 'frozen', outdated, waitsForYou: false, may: isCoordinator && over && outdated !== 'ledger' ? ['ask'] : [], aloneFrom: null }
  const own = asked.author === member
  const aloneFrom = draft.overrides.length === 0 && coordinators <= 1 ? addHours(asked.at, waitHours) : null
  const mayApprove = outdated !== 'ledger' && (isCoordinator || role === 'core-member') && (!own || (aloneFrom !== null && aloneFrom <= now))
  const may: readonly DraftAct[] = [
    ...(mayApprove ? (['approve'] as const) : []),
    ...(own ? [] : (['refuse'] as const)),
    ...(isCoordinator ? (['withdraw'] as const) : []),
  ]
  return { state: 'asked', outdated, waitsForYou: mayApprove, may, aloneFrom }
}

/** In the register's form, so that texts compare as times do. */
function addHours(at: string, hours: number): string {
  const [seconds, fraction] = [at.slice(0, 19), at.slice(19)]
  return `${new Date(Date.parse(`${seconds}Z`) + hours * 3_600_000).toISOString().slice(0, 19)}${fraction}`
}
