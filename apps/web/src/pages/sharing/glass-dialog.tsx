// Asked once, with the reason: not waiting for another's answer, since somebody is in danger.
import { glassReasonCodes, type GlassReason, glassReasons } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { BreakGlassRequest, SessionsAnswer } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'
import { AskOnce } from '../../components/ask-once.tsx'
import type { Acting } from '../../components/use-act.ts'
import { OneOf } from '../../components/one-of.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { useGlassWords } from './glass-words.ts'
import { sessionsQuery } from './sharing-queries.ts'

export type GlassDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** The incident to open; null: to read many. */
  readonly incident: string | null
  readonly acting: Acting
  /** What to say then. */
  readonly onBroken: () => Promise<string>
}

export function GlassDialog({ isOpen, onOpenChange, incident, acting, onBroken }: GlassDialogProps): ReactNode {
  const words = useGlassWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const [reason, setReason] = useState<GlassReason | null>(null)
  const [missing, setMissing] = useState(false)
  const send = (): Promise<void> => acting.act(async () => {
    if (reason === null) return undefined
    const body: BreakGlassRequest = { id: crypto.randomUUID(), reason, incident }
    queries.setQueryData(sessionsQuery.queryKey, await ask<SessionsAnswer>('break-glass', { method: 'POST', body }))
    setReason(null)
    return onBroken()
  })
  const isReady = (): boolean => {
    setMissing(reason === null)
    return reason !== null
  }
  return (
    <AskOnce isOpen={isOpen} onOpenChange={onOpenChange} title={incident === null ? words.manyTitle : words.incidentTitle} deed={words.breakDo} back={words.breakBack} isReady={isReady} onDo={send}>
      <p>{incident === null ? words.manyText : words.incidentText} {words.seen}</p>
      <OneOf label={words.why} selected={reason} onSelect={(chosen) => {
        setReason(chosen)
        setMissing(false)
      }} options={glassReasonCodes.map((id) => ({ id, text: glassReasons[id][language] }))} />
      {missing && <p className="problem problem-error" role="alert">{words.missing}</p>}
    </AskOnce>
  )
}
