// What the audit says of an incident that was entered, corrected or withdrawn; the coded reason stands there and nowhere else.
import type { Id } from '@lykta/incident'
import type { Act } from '@lykta/register'
import type { CorrectionReason, WithdrawalReason } from '../api/types.ts'

export const correctionReasons = ['addition', 'mistake'] as const satisfies readonly CorrectionReason[]
export const withdrawalReasons = ['duplicate', 'mistaken', 'not-ours', 'source-asked'] as const satisfies readonly WithdrawalReason[]

const correct = 'incident.correct'
const withdraw = 'incident.withdraw'

export const enterAct = (id: Id): Act => ({ action: 'incident.enter', object: `incident:${id}` })
export const correctAct = (id: Id, reason: CorrectionReason): Act => ({ action: `${correct}:${reason}`, object: `incident:${id}` })
export const withdrawAct = (id: Id, reason: WithdrawalReason): Act => ({ action: `${withdraw}:${reason}`, object: `incident:${id}` })

/** Null for an act that has none. */
export function reasonOf(action: string | undefined): CorrectionReason | WithdrawalReason | null {
  const [act, said] = (action ?? '').split(':')
  const reasons: readonly (CorrectionReason | WithdrawalReason)[] = act === correct ? correctionReasons : act === withdraw ? withdrawalReasons : []
  return reasons.find((reason) => reason === said) ?? null
}
