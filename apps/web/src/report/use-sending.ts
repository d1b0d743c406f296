// Sending: one message however often it is tried, by hand or by itself, until the server has answered.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { NewIncidentRequest, ReceiptAnswer } from '../../../server/src/api/types.ts'
import { FailureError } from '../api/ask.ts'
import type { Slip } from './check-answers.ts'
import { makeRequest, mayHaveArrived, sendRequest, type ToSend } from './send.ts'

export type Sending =
  | { readonly state: 'idle' | 'sealing' | 'sending' | 'not-sealed' }
  /** Nobody answered (`reached` false), or not as it should: the message is kept as it was, and can only be sent again. */
  | { readonly state: 'unsure'; readonly reached: boolean }
  | { readonly state: 'refused'; readonly slips: readonly Slip[] }

const retryEvery = 5_000

export function useSending(onReceipt: (receipt: ReceiptAnswer) => void, onRefused: () => void): { readonly sending: Sending; readonly send: (report: Omit<ToSend, 'id'> | null) => Promise<void> } {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const busy = useRef(false)
  const id = useRef<string>(undefined)
  const kept = useRef<NewIncidentRequest>(undefined)

  /** Null sends the kept message again. */
  async function send(report: Omit<ToSend, 'id'> | null): Promise<void> {
    if (busy.current) return
    busy.current = true
    try {
      if (!kept.current && report) {
        setSending({ state: 'sealing' })
        id.current ??= crypto.randomUUID()
        kept.current = await makeRequest({ ...report, id: id.current }).catch(() => undefined)
      }
      if (!kept.current) return setSending({ state: 'not-sealed' })
      setSending((before) => (before.state === 'unsure' && report === null ? before : { state: 'sending' }))
      const receipt = await sendRequest(kept.current)
      kept.current = undefined
      id.current = undefined
      setSending({ state: 'idle' })
      onReceipt(receipt)
    } catch (error) {
      if (mayHaveArrived(error)) return setSending({ state: 'unsure', reached: !(error instanceof FailureError) || error.failure.status !== 0 })
      // What was refused is not stored: it may be changed, and goes under the same id.
      kept.current = undefined
      const problems = error instanceof FailureError ? error.failure.problems : []
      setSending({ state: 'refused', slips: problems.map(({ where, text }) => ({ question: where.question, group: where.group, text })) })
      onRefused()
    } finally {
      busy.current = false
    }
  }

  const again = useEffectEvent(() => void send(null))
  const waits = sending.state === 'unsure' && !sending.reached
  useEffect(() => {
    if (!waits) return undefined
    const timer = setInterval(again, retryEvery)
    const online = (): void => again()
    window.addEventListener('online', online)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', online)
    }
  }, [waits])

  return { sending, send }
}
