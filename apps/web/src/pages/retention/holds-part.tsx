// Legal holds: those that stand, what waits for the second person, and asking for one.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { HoldEntry, HoldRequestEntry, HoldsAnswer, NewHoldRequest } from '../../../../server/src/api/retention-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import type { Acting } from '../../components/use-act.ts'
import { useListAct } from '../../components/use-list-act.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNamings } from '../sharing/sharing-words.ts'
import { HoldForm } from './hold-form.tsx'
import { holdsQuery, retentionQuery } from './retention-queries.ts'
import { useRetentionWords } from './retention-words.ts'

export function HoldsPart({ answer }: { readonly answer: HoldsAnswer }): ReactNode {
  const words = useRetentionWords()
  const { acting, heading } = useListAct()
  const { holds, requests, mayAsk, alone, second } = answer
  const waiting = requests.filter((one) => one.answer === null)
  return (
    <section aria-labelledby="weed-holds">
      <h2 id="weed-holds" ref={heading} tabIndex={-1}>{words.holds}</h2>
      <p>{words.holdsLead} {alone ? words.alone : !second && mayAsk ? words.nobody : ''}</p>
      <ActOutcome acting={acting} />
      {waiting.length > 0 && <><h3>{words.requests}</h3><ul className="clocks">{waiting.map((one) => <RequestItem key={one.id} request={one} acting={acting} />)}</ul></>}
      {holds.length === 0 ? <p className="faint">{words.holdsNone}</p> : <ul className="clocks">{holds.map((one) => <HoldItem key={one.subject} hold={one} answer={answer} acting={acting} />)}</ul>}
      {mayAsk && <HoldForm answer={answer} />}
    </section>
  )
}

function RequestItem({ request: { id, act, kind, name, reason, until, by, at, stopsUntil, may }, acting }: { readonly request: HoldRequestEntry; readonly acting: Acting }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  const { by: whom, moment } = useNamings()
  const queries = useQueryClient()
  const answer = (given: HoldRequestEntry['may'][number]): Promise<void> => acting.act(async () => {
    queries.setQueryData(holdsQuery.queryKey, await ask<HoldsAnswer>(`holds/${id}/answers`, { method: 'POST', body: { act: given } }))
    void queries.invalidateQueries({ queryKey: retentionQuery.queryKey })
    return words.said[given]
  })
  const title = `${words.acts[act]}: ${words.kinds[kind]} ${kind === 'meeting' ? renderDay(name, language) : name}`
  return (
    <li className="clock">
      <p className="clock-head"><strong>{title}</strong></p>
      <p className="clock-about">{words.reasons[reason]}{act === 'place' && <>, {words.until(renderDay(until, language))}</>}. {words.askedBy(whom(by), moment(at))} {stopsUntil !== null && words.stopsUntil(moment(stopsUntil))}</p>
      {may.length > 0 && (
        <p className="retention-ways">
          {may.map((one) => <Button key={one} kind={one === 'agree' ? 'primary' : one === 'refuse' ? 'secondary' : 'quiet'} isDisabled={acting.busy} aria-label={`${words.answers[one]}: ${title}`} onPress={() => void answer(one)}>{words.answers[one]}</Button>)}
        </p>
      )}
    </li>
  )
}

function HoldItem({ hold: { kind, subject, name, reason, until, stands, by }, answer: { mayAsk, alone, requests }, acting }: { readonly hold: HoldEntry; readonly answer: HoldsAnswer; readonly acting: Acting }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  const { by: whom, moment } = useNamings()
  const queries = useQueryClient()
  const [asks, setAsks] = useState(false)
  const [both, setBoth] = useState(false)
  const lift = (): Promise<void> => acting.act(async () => {
    const body: NewHoldRequest = { id: crypto.randomUUID(), act: 'lift', kind, of: kind === 'meeting' ? subject : name, reason, ...(alone ? { both } : {}) }
    queries.setQueryData(holdsQuery.queryKey, await ask<HoldsAnswer>('holds', { method: 'POST', body }))
    void queries.invalidateQueries({ queryKey: retentionQuery.queryKey })
    return alone ? words.said.agree : words.liftAsked
  })
  const last = requests.find((one) => one.kind === kind && one.name === name && one.answer?.act === 'agree')
  return (
    <li className="clock">
      <p className="clock-head"><strong>{words.kinds[kind]} {kind === 'meeting' ? renderDay(name, language) : <code>{name}</code>}</strong> <Mark kind={stands ? 'lamp' : 'plain'}>{stands ? words.stands : words.over}</Mark></p>
      <p className="clock-about">{words.reasons[reason]}, {words.until(renderDay(until, language))}. {last && words.askedBy(whom(last.by), moment(last.at))} {words.answered.agree(whom(by))}</p>
      {stands && mayAsk && <p className="retention-ways"><Button kind="secondary" aria-label={`${words.lift} ${words.kinds[kind]} ${name}`} onPress={() => setAsks(true)}>{words.lift}</Button></p>}
      <AskOnce isOpen={asks} onOpenChange={setAsks} title={words.liftTitle} deed={words.acts.lift} back={words.cancel} danger={false} onDo={lift}>
        {alone ? <TickBox isTicked={both} onTick={setBoth}>{words.both}</TickBox> : <p>{words.liftText}</p>}
      </AskOnce>
    </li>
  )
}
