// To every member, on every page: two recovery sheets are to be used, from when, and the way to stop it.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import { ask } from '../api/ask.ts'
import { sessionQuery } from '../api/member-queries.ts'
import { ActOutcome } from '../components/act-outcome.tsx'
import { AskOnce } from '../components/ask-once.tsx'
import { Button } from '../components/button.tsx'
import { useAct } from '../components/use-act.ts'
import { renderMoment } from '../format/dates.ts'
import { useLanguage } from '../messages/messages.ts'
import { useRecoveryNoteWords } from './recovery-note-words.ts'

export function RecoveryNote({ session: { recovery, network, rights } }: { readonly session: SessionAnswer }): ReactNode {
  const words = useRecoveryNoteWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const acting = useAct()
  const [asking, setAsking] = useState(false)
  if (!recovery) return acting.said === '' ? null : <p role="status" className="recovery-note outcome">{acting.said}</p>
  const moment = (instant: string): string => renderMoment(instant, network.timeZone, language)
  const stop = (): Promise<void> =>
    acting.act(async () => {
      await ask('keys/recovery', { method: 'DELETE' })
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      return words.stopped
    })
  return (
    <aside className="alarm recovery-note" aria-label={words.title}>
      <p><strong>{words.title}</strong> {words.text(moment(recovery.announcedAt), moment(recovery.usableFrom))}</p>
      {rights.includes('keys.own') && (
        <>
          <p>{words.doubt}</p>
          <Button kind="secondary" isDisabled={acting.busy} onPress={() => setAsking(true)}>{words.stop}</Button>
        </>
      )}
      <ActOutcome acting={acting} />
      <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.stopAsk} deed={words.stop} back={words.keep} danger={false} onDo={stop}>
        <p>{words.stopText}</p>
      </AskOnce>
    </aside>
  )
}
