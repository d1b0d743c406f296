// Sending: one message however often it is tried, by hand or by itself, until the server has answered or the outbox has it.
import { ProblemError } from '@lykta/incident'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ReceiptAnswer } from '../../../server/src/api/types.ts'
import { FailureError } from '../api/ask.ts'
import type { Slip } from './check-answers.ts'
import { type Message, mayHaveArrived, type ToSend } from './send.ts'

export type Sending =
  | { readonly state: 'idle' | 'sealing' | 'sending' | 'not-sealed' }
  /** The membership log does not hold: nothing is sealed to it. */
  | { readonly state: 'log-wrong' }
  /** The server does not know whoever sends: a sign-in that has ended, a device that was removed. */
  | { readonly state: 'unknown' }
  /** A member's keys are needed for the text, and locked. */
  | { readonly state: 'locked' }
  /** Nobody answered (`reached` false), or not as it should: the message is kept as it was, and can only be sent again. */
  | { readonly state: 'unsure'; readonly reached: boolean }
  | { readonly state: 'refused'; readonly slips: readonly Slip[] }

export type SendingEnds = {
  /** Seals, and says how it is sent. */
  readonly prepare: (report: ToSend) => Promise<Message>
  readonly onReceipt: (receipt: ReceiptAnswer) => void
  /** It waits in the outbox, and is in no page any more. */
  readonly onKept: () => void
  readonly onRefused: () => void
}

const retryEvery = 5_000

export function useSending({ prepare, onReceipt, onKept, onRefused }: SendingEnds): { readonly sending: Sending; readonly send: (report: Omit<ToSend, 'id'> | null) => Promise<void> } {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const busy = useRef(false)
  const id = useRef<string>(undefined)
  const made = useRef<Message>(undefined)

  /** Null sends the message that was made again. */
  async function send(report: Omit<ToSend, 'id'> | null): Promise<void> {
    if (busy.current) return
    busy.current = true
    try {
      if (!made.current && report) {
        setSending({ state: 'sealing' })
        id.current ??= crypto.randomUUID()
        made.current = await prepare({ ...report, id: id.current })
      }
      if (!made.current) return setSending({ state: 'not-sealed' })
      await deliver(made.current, report === null)
    } catch (error) {
      setSending({ state: whyNotSealed(error) })
    } finally {
      busy.current = false
    }
  }

  async function deliver(message: Message, again: boolean): Promise<void> {
    setSending((before) => (before.state === 'unsure' && again ? before : { state: 'sending' }))
    let end: (() => void) | undefined
    const attempt = async (): Promise<'done' | 'waits'> => {
      try {
        const receipt = await message.send()
        end = () => finish(() => onReceipt(receipt))
        return 'done'
      } catch (error) {
        end = () => failed(error)
        return mayHaveArrived(error) ? 'waits' : 'done'
      }
    }
    // A browser that keeps nothing leaves it in the page, as where nobody is a member yet.
    const kept = message.keep !== null && (await import('./outbox/outbox.ts').then(({ whileKept }) => whileKept(message.keep!, async () => {
      const outcome = await attempt()
      if (outcome === 'waits') end = () => finish(onKept)
      return outcome
    })).catch(() => false))
    if (!kept && !end) await attempt()
    end?.()
  }

  function finish(then: () => void): void {
    made.current = undefined
    id.current = undefined
    setSending({ state: 'idle' })
    then()
  }

  function failed(error: unknown): void {
    if (mayHaveArrived(error)) return setSending({ state: 'unsure', reached: !(error instanceof FailureError) || error.failure.status !== 0 })
    // What was refused is not stored: it may be changed, and goes under the same id.
    made.current = undefined
    if (error instanceof FailureError && error.failure.status === 404) return setSending({ state: 'unknown' })
    const problems = error instanceof FailureError ? error.failure.problems : []
    setSending({ state: 'refused', slips: problems.map(({ where, text }) => ({ question: where.question, group: where.group, text })) })
    onRefused()
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

function whyNotSealed(error: unknown): 'not-sealed' | 'log-wrong' | 'locked' | 'unknown' {
  if (error instanceof FailureError && error.failure.status === 404) return 'unknown'
  if (error instanceof ProblemError) return error.problems.some(({ code }) => code.startsWith('membership.')) ? 'log-wrong' : 'locked'
  return error instanceof Error && error.name === 'LogError' ? 'log-wrong' : 'not-sealed'
}
