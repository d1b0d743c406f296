// One session of reading many: who asked and what for, how it stands, and what the caller may do about it.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { SessionAct, SessionEntry, SessionsAnswer, SessionStepRequest } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import type { Acting } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { sessionsQuery } from './sharing-queries.ts'
import { capital, useNamings, useSharingWords } from './sharing-words.ts'

/** `acting`: the list's; answered, a session stands in another one. */
export function SessionItem({ session, acting, children }: { readonly session: SessionEntry; readonly acting: Acting; readonly children?: ReactNode }): ReactNode {
  const words = useSharingWords()
  const language = useLanguage()
  const { who, by: whom, moment } = useNamings()
  const queries = useQueryClient()
  const { id, purpose, by, at, state, readyAt, endsAt, steps, texts, may } = session
  const step = (act: SessionAct): Promise<void> => acting.act(async () => {
    const body: SessionStepRequest = { act }
    queries.setQueryData(sessionsQuery.queryKey, await ask<SessionsAnswer>(`reading-sessions/${id}/steps`, { method: 'POST', body }))
    return words.saidAct[act]
  })
  const title = words.purpose[purpose]
  return (
    <li className="share">
      <p className="share-head">
        <strong>{capital(title)}</strong>
        <Mark kind={state === 'waiting' || state === 'running' ? 'lamp' : state === 'ready' ? 'accent' : 'plain'}>{words.sessionState[state]}</Mark>
      </p>
      <p className="session-about">
        {capital(words.askedBy(who(by), moment(at)))}. {state === 'waiting' && words.readyAt(moment(readyAt))}
        {steps.map((one) => <span key={one.act}> {words.did[one.act]} {words.by((one.act === 'begin' ? who : whom)(one.by), moment(one.at))}.</span>)}
        {texts !== null && <> {(purpose === 're-sealing' ? words.opensKeys : words.opens)(renderCount(texts, language))}</>}
        {state === 'running' && endsAt !== null && <> {words.endsAt(moment(endsAt))}</>}
      </p>
      {may.length > 0 && (
        <p className="sharing-ways">
          {may.map((act) => (
            <Button key={act} kind={act === 'approve' || act === 'begin' ? 'primary' : act === 'refuse' ? 'secondary' : 'quiet'} isDisabled={acting.busy} aria-label={words.actOf(words.act[act], title)} onPress={() => void step(act)}>
              {words.act[act]}
            </Button>
          ))}
        </p>
      )}
      {children}
    </li>
  )
}
