// How long each kind is kept: what is decided, by whom and on which ground, and what is a proposal.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ClockEntry, ClockRequest, RetentionAnswer } from '../../../../server/src/api/retention-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { renderDay } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNamings } from '../sharing/sharing-words.ts'
import { ClockForm } from './clock-form.tsx'
import { retentionQuery } from './retention-queries.ts'
import { useRetentionWords } from './retention-words.ts'

export function ClocksPart({ answer: { clocks, today } }: { readonly answer: RetentionAnswer }): ReactNode {
  const words = useRetentionWords()
  return (
    <section aria-labelledby="weed-clocks">
      <h2 id="weed-clocks">{words.clocks}</h2>
      <p>{words.clocksLead}</p>
      <ul className="clocks">{clocks.map((clock) => <ClockItem key={clock.id} clock={clock} today={today} />)}</ul>
    </section>
  )
}

function ClockItem({ clock, today }: { readonly clock: ClockEntry; readonly today: string }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  const { by } = useNamings()
  const queries = useQueryClient()
  const acting = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const { form, opener } = useFormFocus(isOpen ? 'form' : undefined)
  const { id, months, from, decided, proposed } = clock
  const put = (body: ClockRequest, said: string): Promise<void> => acting.act(async () => {
    queries.setQueryData(retentionQuery.queryKey, await ask<RetentionAnswer>(`retention/clocks/${id}`, { method: 'PUT', body }))
    setIsOpen(false)
    return said
  })
  return (
    <li className="clock">
      <p className="clock-head"><strong>{words.what[id]}</strong> {months !== null && !decided && <Mark kind="plain">{words.proposal}</Mark>}</p>
      <p className="clock-about">
        {months === null ? words.kept : <><b>{words.months(renderCount(months, language))}</b> {words.from[from]}. {words.goes[id]}</>}
        {decided && <> {words.decided(renderDay(decided.decidedOn, language), words.grounds[decided.ground], decided.reference)} {words.writtenBy(by(decided.by))} {proposed !== months && proposed !== null && words.proposed(renderCount(proposed, language))}</>}
      </p>
      {months !== null && !isOpen && (
        <p className="retention-ways">
          <Button kind="secondary" ref={opener('form')} aria-label={`${decided ? words.change : words.decideShort}: ${words.what[id]}`} onPress={() => setIsOpen(true)}>{decided ? words.change : words.decideShort}</Button>
          {decided && <Button kind="quiet" isDisabled={acting.busy} aria-label={`${words.takeBack}: ${words.what[id]}`} onPress={() => setAsking(true)}>{words.takeBack}</Button>}
        </p>
      )}
      {isOpen && <ClockForm form={form} clock={clock} today={today} busy={acting.busy} onSave={(given) => void put({ decided: given }, words.saved)} onCancel={() => setIsOpen(false)} />}
      {decided && months !== null && (
        <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.takeBackTitle} deed={words.takeBack} back={words.keep} onDo={() => put({ decided: null }, words.takenBack)}>
          <p><strong>{words.what[id]}: {words.months(renderCount(months, language))}</strong> {words.decided(renderDay(decided.decidedOn, language), words.grounds[decided.ground], decided.reference)}</p>
          <p>{words.takeBackText}</p>
        </AskOnce>
      )}
      <ActOutcome acting={acting} />
    </li>
  )
}
