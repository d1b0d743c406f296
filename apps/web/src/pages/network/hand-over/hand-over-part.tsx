// The coordinator's role handed over to another organisation: begun, or where it stands and what comes next, and who has had it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { BeginHandOver, FormerRole, HandOverAnswer } from '../../../../../server/src/api/hand-over-types.ts'
import type { MembersAnswer } from '../../../../../server/src/api/member-types.ts'
import { ask } from '../../../api/ask.ts'
import { sessionQuery } from '../../../api/member-queries.ts'
import { ActOutcome } from '../../../components/act-outcome.tsx'
import { Button } from '../../../components/button.tsx'
import { Choice } from '../../../components/choice.tsx'
import { Loaded } from '../../../components/loaded.tsx'
import { OneOf } from '../../../components/one-of.tsx'
import { useAct } from '../../../components/use-act.ts'
import { renderMoment } from '../../../format/dates.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { Rewrapping } from '../rewrapping.tsx'
import { handOverQuery } from './hand-over-queries.ts'
import { HandOverSteps } from './hand-over-steps.tsx'
import { useHandOverWords } from './hand-over-words.ts'
import './hand-over.css'

const formerRoles: readonly FormerRole[] = ['removed', 'core-member']

export function HandOverPart({ answer }: { readonly answer: MembersAnswer }): ReactNode {
  const query = useQuery(handOverQuery)
  return <Loaded query={query}>{(handOver) => <HandOver members={answer} handOver={handOver} />}</Loaded>
}

function HandOver({ members, handOver }: { readonly members: MembersAnswer; readonly handOver: HandOverAnswer }): ReactNode {
  const words = useHandOverWords()
  const language = useLanguage()
  const { network, organisations } = useNetwork()
  // What came of an act is said here: what it was pressed in may be gone with it.
  const acting = useAct()
  const own = useQuery(sessionQuery).data?.caller?.organisation
  const { history, underWay, may } = handOver
  const nameOf = (id: string): string => organisations.find((one) => one.id === id)?.name ?? id
  const tookOver = history.length > 1 && history.at(-1)?.organisation === own && !underWay
  return (
    <>
      <ActOutcome acting={acting} />
      {underWay && <HandOverSteps members={members} underWay={underWay} may={may} acting={acting} nameOf={nameOf} />}
      {tookOver && (
        <section className="network-section" aria-labelledby="hand-over-after">
          <h2 id="hand-over-after">{words.afterTitle}</h2>
          <Rewrapping />
          <ul className="hand-over-list">
            <li>{words.after.sheets} <Link to="/network" search={{ part: 'keys' }}>{words.toKeys}</Link></li>
            <li>{words.after.papers}</li>
            <li>{words.after.exportKeys}</li>
          </ul>
        </section>
      )}
      {!underWay && may.includes('begin') && <Begin acting={acting} />}
      <section className="network-section" aria-labelledby="hand-over-history">
        <h2 id="hand-over-history">{words.historyTitle}</h2>
        <ul className="hand-over-history">
          {history.map(({ organisation, since }) => <li key={since}>{words.since(nameOf(organisation), renderMoment(since, network.timeZone, language))}</li>)}
        </ul>
      </section>
    </>
  )
}

function Begin({ acting }: { readonly acting: ReturnType<typeof useAct> }): ReactNode {
  const words = useHandOverWords()
  const queries = useQueryClient()
  const { organisations, today } = useNetwork()
  const own = useQuery(sessionQuery).data?.caller?.organisation
  const offered = organisations.filter(({ id, joined, left }) => id !== own && joined !== null && joined <= today && (left === null || left > today))
  const [to, setTo] = useState('')
  const [former, setFormer] = useState<FormerRole | null>(null)
  const begin = (): Promise<void> => acting.act(async () => {
    if (former === null) return undefined
    const body: BeginHandOver = { id: crypto.randomUUID(), to, former }
    queries.setQueryData(handOverQuery.queryKey, await ask<HandOverAnswer>('hand-over', { method: 'POST', body }))
    return words.begun
  })
  return (
    <section className="network-section hand-over-begin" aria-labelledby="hand-over-begin">
      <h2 id="hand-over-begin">{words.beginTitle}</h2>
      <p>{words.beginText}</p>
      {offered.length === 0 ? <p>{words.noOther}</p> : (
        <>
          <Choice label={words.to} selected={to} placeholder={words.choose} onSelect={setTo} options={offered.map(({ id, name }) => ({ id, text: name }))} />
          <OneOf label={words.formerLabel} selected={former} onSelect={setFormer} options={formerRoles.map((id) => ({ id, text: words.former[id], hint: words.formerHint[id] }))} />
          <p className="network-ways"><Button kind="primary" isDisabled={acting.busy || to === '' || former === null} onPress={() => void begin()}>{words.begin}</Button></p>
        </>
      )}
    </section>
  )
}
