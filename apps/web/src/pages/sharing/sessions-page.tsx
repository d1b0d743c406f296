// Reading many: what stands now, asking for it, searching while it runs, who can agree, and what was.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { NewSessionRequest, SessionPurpose, SessionsAnswer } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery, waitMilliseconds } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { useAct } from '../../components/use-act.ts'
import { useListAct } from '../../components/use-list-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { GlassPart } from './glass-part.tsx'
import { SealedSearch } from './sealed-search.tsx'
import { SecondPersons } from './second-persons.tsx'
import { SessionItem } from './session-item.tsx'
import { SharingFrame } from './sharing-frame.tsx'
import { sessionsQuery } from './sharing-queries.ts'
import { capital, useSharingWords } from './sharing-words.ts'

export function SessionsPage(): ReactNode {
  return <SharingFrame page="sessions"><Asked /></SharingFrame>
}

function Asked(): ReactNode {
  // Somebody else answers: the page looks again by itself.
  const query = useQuery({ ...sessionsQuery, refetchInterval: waitMilliseconds })
  return <Loaded query={query}>{(answer) => <Sessions answer={answer} />}</Loaded>
}

function Sessions({ answer: { sessions, glasses, mayBreak, limit, second, secondPersons } }: { readonly answer: SessionsAnswer }): ReactNode {
  const words = useSharingWords()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  const { acting, heading } = useListAct()
  const coordinates = session.data?.caller?.role === 'coordinator'
  const now = sessions.filter(({ state }) => state === 'waiting' || state === 'ready' || state === 'running')
  const earlier = sessions.filter((one) => !now.includes(one))
  return (
    <>
      <p className="lead">{words.sessionsLead(renderCount(limit.texts, language), renderCount(limit.minutes, language))} {second ? words.second : words.noSecond}</p>
      <ActOutcome acting={acting} />
      {now.length > 0 && (
        <section aria-labelledby="sessions-now">
          <h2 id="sessions-now" ref={heading} tabIndex={-1}>{words.now}</h2>
          <ul className="shares">
            {now.map((one) => <SessionItem key={one.id} session={one} acting={acting}>{one.purpose === 'search' && one.state === 'running' && one.by.me && <SealedSearch session={one.id} />}</SessionItem>)}
          </ul>
        </section>
      )}
      <AskFor coordinates={coordinates} taken={now.filter(({ by }) => by.me).map(({ purpose }) => purpose)} />
      <GlassPart glasses={glasses} mayBreak={mayBreak} />
      {coordinates && <SecondPersons named={secondPersons} />}
      <section aria-labelledby="sessions-earlier">
        <h2 id="sessions-earlier" {...(now.length > 0 ? {} : { ref: heading, tabIndex: -1 })}>{words.earlier}</h2>
        {earlier.length === 0 ? <p className="faint">{words.sessionsNone}</p> : <ul className="shares">{earlier.map((one) => <SessionItem key={one.id} session={one} acting={acting} />)}</ul>}
      </section>
    </>
  )
}

const purposes: readonly SessionPurpose[] = ['search', 'reading', 'annual-report', 're-sealing']

function AskFor({ coordinates, taken }: { readonly coordinates: boolean; readonly taken: readonly SessionPurpose[] }): ReactNode {
  const words = useSharingWords()
  const queries = useQueryClient()
  const acting = useAct()
  const [purpose, setPurpose] = useState<SessionPurpose | null>(null)
  const offered = purposes.filter((one) => !taken.includes(one) && (coordinates || (one !== 're-sealing' && one !== 'annual-report')))
  const send = (): Promise<void> => acting.act(async () => {
    if (purpose === null) return undefined
    const body: NewSessionRequest = { id: crypto.randomUUID(), purpose }
    queries.setQueryData(sessionsQuery.queryKey, await ask<SessionsAnswer>('reading-sessions', { method: 'POST', body }))
    setPurpose(null)
    return words.asked
  })
  return (
    <section aria-labelledby="sessions-ask">
      <h2 id="sessions-ask">{words.askTitle}</h2>
      <OneOf label={words.askWhat} selected={purpose} onSelect={setPurpose} options={offered.map((id) => ({ id, text: capital(words.purpose[id]), hint: words.purposeHint[id] }))} />
      <p className="sharing-ways"><Button kind="primary" isDisabled={acting.busy || purpose === null} onPress={() => void send()}>{words.ask}</Button></p>
      <ActOutcome acting={acting} />
    </section>
  )
}
