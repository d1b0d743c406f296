// The coordinator's side of a question: what was asked and answered, a new one, and the neutral word of how it went.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { MessagesAnswer, NewMessage, OutcomeCode, QuestionCode } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { MessageList } from '../own/message-list.tsx'
import { useOwnIncidentWords } from '../own/own-words.ts'
import { useSealedReasonWords } from './sealed-reason.tsx'

const questions: readonly QuestionCode[] = ['when', 'where', 'how-many', 'signs', 'police', 'support', 'call-us']
const outcomes: readonly OutcomeCode[] = ['handled', 'passed-on', 'not-followed']

export const messagesOf = (ref: string): { queryKey: readonly string[]; queryFn: (context: { signal: AbortSignal }) => Promise<MessagesAnswer> } => ({
  queryKey: ['messages', ref],
  queryFn: ({ signal }) => ask<MessagesAnswer>(`incidents/${encodeURIComponent(ref)}/messages`, { signal }),
})

export function IncidentMessages({ incident }: { readonly incident: string }): ReactNode {
  const words = useSealedReasonWords()
  const session = useQuery(sessionQuery)
  const query = useQuery(messagesOf(incident))
  const asks = session.data?.caller?.role === 'coordinator'
  return (
    <div className="incident-messages">
      <Loaded query={query}>
        {({ messages }) => (messages.length === 0 ? <p className="faint">{words.noneAsked}</p> : <MessageList messages={messages} from={words.from} />)}
      </Loaded>
      {asks && <Asking incident={incident} />}
    </div>
  )
}

function Asking({ incident }: { readonly incident: string }): ReactNode {
  const words = useSealedReasonWords()
  const sentences = useOwnIncidentWords()
  const queries = useQueryClient()
  const acting = useAct()
  const [writing, setWriting] = useState<'question' | 'outcome'>()
  const { form, opener } = useFormFocus(writing)
  const [question, setQuestion] = useState<QuestionCode | null>(null)
  const [outcome, setOutcome] = useState<OutcomeCode | null>(null)
  const code = writing === 'question' ? question : outcome
  const send = (): Promise<void> =>
    acting.act(async () => {
      if (writing === undefined || code === null) return undefined
      const message: NewMessage = { id: crypto.randomUUID(), kind: writing, code, to: null }
      await ask(`incidents/${encodeURIComponent(incident)}/messages`, { method: 'POST', body: message })
      await queries.invalidateQueries({ queryKey: messagesOf(incident).queryKey })
      setWriting(undefined)
      setQuestion(null)
      setOutcome(null)
      return writing === 'question' ? words.asked : words.told
    })
  return (
    <div ref={form}>
      {writing === undefined && (
        <p className="incident-ways">
          <Button kind="secondary" ref={opener('question')} onPress={() => setWriting('question')}>{words.ask}</Button>
          <Button kind="secondary" ref={opener('outcome')} onPress={() => setWriting('outcome')}>{words.outcome}</Button>
        </p>
      )}
      {writing === 'question' && (
        <>
          <OneOf label={words.askWhat} selected={question} onSelect={setQuestion} options={questions.map((id) => ({ id, text: sentences.question[id] }))} />
          <p className="hint">{words.questionsHint}</p>
        </>
      )}
      {writing === 'outcome' && (
        <>
          <OneOf label={words.outcomeWhat} selected={outcome} onSelect={setOutcome} options={outcomes.map((id) => ({ id, text: sentences.outcome[id] }))} />
          <p className="hint">{words.outcomeHint}</p>
        </>
      )}
      {writing !== undefined && (
        <p className="incident-ways">
          <Button kind="primary" isDisabled={acting.busy || code === null} onPress={() => void send()}>{writing === 'question' ? words.send : words.sendOutcome}</Button>
          <Button kind="quiet" onPress={() => setWriting(undefined)}>{words.cancel}</Button>
        </p>
      )}
      <ActOutcome acting={acting} />
    </div>
  )
}
