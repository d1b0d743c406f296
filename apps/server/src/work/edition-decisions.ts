// The private protocol as the coordinator's page shows it.
import type { Protocol, ProtocolCell } from '@lykta/disclosure'
import type { Decision, DecisionReason } from '../api/types.ts'

export function decisionsOf({ cells }: Protocol): readonly Decision[] {
  return cells.filter(({ outcome }) => outcome !== 'not-printed').map((cell) => ({
    table: cell.table,
    codes: cell.codes,
    period: cell.period,
    action: cell.outcome === 'not-printed' ? 'hidden' : cell.outcome,
    into: intoOf(cell),
    reason: cell.reasons[0] === undefined ? null : reasons[cell.reasons[0]],
    count: cell.count,
    atLeast: cell.atLeast,
  }))
}

function intoOf({ into, codes, period }: ProtocolCell): string | null {
  if (!into) return null
  return into.period !== period && into.codes.join() === codes.join() ? into.period : into.codes.join('/')
}

const reasons: Readonly<Record<ProtocolCell['reasons'][number], DecisionReason | null>> = {
  few: 'few',
  'few-incidents': 'few',
  'few-organisations': 'organisations',
  'one-organisation': 'organisations',
  'nearly-all': 'nearly-all',
  complementary: 'complementary',
  'merged-years': null,
  'waits-for-years': null,
  'merged-categories': null,
  'not-printed': null,
}
