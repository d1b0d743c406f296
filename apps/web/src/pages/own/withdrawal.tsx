// Withdrawing an incident: why, asked once; it keeps its number and is counted no more.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { OwnIncident } from '../../../../server/src/api/member-types.ts'
import type { WithdrawalReason, WithdrawalRequest } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { AskOnce } from '../../components/ask-once.tsx'
import { OneOf } from '../../components/one-of.tsx'
import type { Acting } from '../../components/use-act.ts'
import { useOwnIncidentWords } from './own-words.ts'

const reasons: readonly WithdrawalReason[] = ['duplicate', 'mistaken', 'not-ours', 'source-asked']

export type WithdrawalProps = { readonly incident: Pick<OwnIncident, 'ref' | 'revision'>; readonly isOpen: boolean; readonly onOpenChange: (open: boolean) => void; readonly acting: Acting }

/** What came of it is said by whoever asks for it: where it was asked there may be nothing left. */
export function Withdrawal({ incident: { ref, revision }, isOpen, onOpenChange, acting }: WithdrawalProps): ReactNode {
  const words = useOwnIncidentWords()
  const queries = useQueryClient()
  const [reason, setReason] = useState<WithdrawalReason>('mistaken')
  const withdraw = (): Promise<void> => acting.act(async () => {
    const body: WithdrawalRequest = { base: revision, reason }
    await ask(`incidents/${encodeURIComponent(ref)}/withdrawal`, { method: 'POST', body })
    // It stands in lists, in its own panel and in every count.
    await queries.invalidateQueries()
    return words.said.withdrawn(ref)
  })
  return (
    <AskOnce isOpen={isOpen} onOpenChange={onOpenChange} title={words.withdrawTitle(ref)} deed={words.withdraw} back={words.back} onDo={withdraw}>
      <p>{words.withdrawText}</p>
      <OneOf label={words.withdrawReason} selected={reason} onSelect={setReason} options={reasons.map((id) => ({ id, text: words.withdrawReasons[id] }))} />
    </AskOnce>
  )
}
