// Adds one event to a case, and shows the case anew.
import { useQueryClient } from '@tanstack/react-query'
import type { NewCaseAct, NewCaseEventRequest, SealedNote } from '../../../../server/src/api/case-types.ts'
import { ask } from '../../api/ask.ts'
import { timeNow } from '../meetings/time-now.ts'

export type AddToCase = (act: NewCaseAct, note?: { readonly id: string; readonly sealed: SealedNote; readonly createdAt: string }) => Promise<void>

export function useCaseAct(ref: string): AddToCase {
  const client = useQueryClient()
  return async (act, note) => {
    const body: NewCaseEventRequest = { id: note?.id ?? crypto.randomUUID(), act, sealed: note?.sealed ?? null, createdAt: note?.createdAt ?? timeNow() }
    await ask(`cases/${encodeURIComponent(ref)}/events`, { method: 'POST', body })
    // A police report makes a revision of its incident; what belongs to a case stands on the incident's page too.
    await Promise.all([['cases'], ['incident'], ['chain']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
