// One incident as those who reported it see it: where it stands, what is asked, and the ways to answer, add or withdraw.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { AnswerCode, MessageEntry, NewMessage, OwnIncident } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { ownIncidentsQuery, sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import type { Acting } from '../../components/use-act.ts'
import { codeWord } from '../../format/code-words.ts'
import { ownAnswerRows } from '../../format/own-answer-rows.ts'
import { renderDay } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { findOpenQuestion, MessageList } from './message-list.tsx'
import { useOwnIncidentWords } from './own-words.ts'
import { Withdrawal } from './withdrawal.tsx'

const marks = { received: 'plain', question: 'lamp', answered: 'plain', handled: 'accent', withdrawn: 'plain' } as const
const answers: readonly AnswerCode[] = ['added', 'not-known', 'will-call']

/** `acting`: the page's; answered or withdrawn, it stands in another list. */
export function OwnIncidentCard({ incident, acting }: { readonly incident: OwnIncident; readonly acting: Acting }): ReactNode {
  const words = useOwnIncidentWords()
  const language = useLanguage()
  const heading = useId()
  const [withdrawing, setWithdrawing] = useState(false)
  const { data: session } = useQuery(sessionQuery)
  const may = (right: string): boolean => session?.rights.includes(right) === true
  const { ref, reportedOn, placeType, exploitation, revision, withdrawn, messages } = incident
  // "Unknown" says nothing without its question.
  const known = [exploitation !== null && exploitation !== 'unknown' && codeWord('exploitation', exploitation, language), placeType !== null && placeType !== 'unknown' && codeWord('place-type', placeType, language)]
    .filter((word) => word !== false)
  const state = withdrawn ? 'withdrawn' : incident.state
  const question = withdrawn ? undefined : findOpenQuestion(messages)
  return (
    <article className="own-card" aria-labelledby={heading}>
      <header className="own-head">
        <h3 id={heading}>
          {placeType === null && exploitation === null ? words.incident : known.length === 0 ? words.nothingKnown : known.join(' · ')}
        </h3>
        <Mark kind={marks[state]}>{words.state[state]}</Mark>
      </header>
      <p className="own-facts">
        <span>{words.reported(renderDay(reportedOn, language))}</span>
        <span>{words.ref} <code>{ref}</code></span>
        {incident.diary !== null && <span>{incident.diary}</span>}
        {revision > 1 && <span>{words.version(renderCount(revision, language))}</span>}
      </p>
      <OwnAsked own={incident.own} />
      <p>{words.stateText[state]}</p>
      {messages.length > 0 && <MessageList messages={messages} />}
      {question && <Answers incident={ref} question={question} acting={acting} />}
      {!withdrawn && (may('incident.correct') || may('incident.withdraw')) && (
        <p className="own-ways">
          {may('incident.correct') && <a className="button button-secondary" href={`/day/#change.${ref}`}>{words.change}</a>}
          {may('incident.withdraw') && <Button kind="quiet" onPress={() => setWithdrawing(true)}>{words.withdraw}</Button>}
        </p>
      )}
      <Withdrawal incident={incident} isOpen={withdrawing} onOpenChange={setWithdrawing} acting={acting} />
    </article>
  )
}

/** What was answered to the network's own questions. */
function OwnAsked({ own }: Pick<OwnIncident, 'own'>): ReactNode {
  const language = useLanguage()
  const { ownQuestions } = useNetwork()
  const rows = ownAnswerRows(own ?? undefined, ownQuestions, language)
  return rows.length === 0 ? null : (
    <ul className="own-asked">
      {rows.map(({ id, question, answer }) => <li key={id}>{question} <strong>{answer}</strong></li>)}
    </ul>
  )
}

/** Codes only: what is written freely goes into the incident, sealed. */
function Answers({ incident, question, acting: { busy, act } }: { readonly incident: string; readonly question: MessageEntry; readonly acting: Acting }): ReactNode {
  const words = useOwnIncidentWords()
  const queries = useQueryClient()
  const hint = useId()
  const send = (code: AnswerCode): Promise<void> => act(async () => {
    const message: NewMessage = { id: crypto.randomUUID(), kind: 'answer', code, to: question.id }
    await ask(`incidents/${encodeURIComponent(incident)}/messages`, { method: 'POST', body: message })
    await queries.invalidateQueries({ queryKey: ownIncidentsQuery.queryKey })
    return words.said.answer
  })
  return (
    <div className="own-answers" role="group" aria-label={words.answerGroup} aria-describedby={hint}>
      <p id={hint} className="hint">{words.answerHint}</p>
      <p className="own-ways">
        {answers.map((code) => (
          <Button key={code} kind="secondary" isDisabled={busy} onPress={() => void send(code)}>{words.answerButton[code]}</Button>
        ))}
      </p>
    </div>
  )
}
