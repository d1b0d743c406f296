// The private protocol as the coordinator's page shows it.
import type { Protocol, ProtocolCell } from '@lykta/disclosure'
import type { Decision, DecisionReason } from '../api/types.ts'

/** Rows that the plan prints in no edition are left out. */
export function decisionsOf({ cells }: Protocol): readonly Decision[] {
  return cells.flatMap((cell): readonly Decision[] => {
    const action = actionOf(cell)
    if (action === undefined) return []
    const { table, codes, period, count, atLeast } = cell
    return [{ table, codes, period, action, into: intoOf(cell), reasons: reasonsOf(cell), count, atLeast }]
  })
}

function actionOf({ outcome, reasons: told }: ProtocolCell): Decision['action'] | undefined {
  if (outcome !== 'not-printed') return outcome
  return told.includes('waits-for-years') ? 'waits' : undefined
}

/** Several of the protocol's reasons may be one to a reader. */
function reasonsOf({ reasons: told }: ProtocolCell): readonly DecisionReason[] {
  return [...new Set(told.map((reason) => reasons[reason]).filter((reason) => reason !== null))]
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
  // That it is merged, its action says.
  'merged-years': null,
  'waits-for-years': 'waits',
  'merged-categories': null,
  'not-printed': null,
}
