// A hand-over that is under way: its four steps, which of them is done, and what whoever looks may do now.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { HandOverAct, HandOverAnswer } from '../../../../../server/src/api/hand-over-types.ts'
import type { MembersAnswer } from '../../../../../server/src/api/member-types.ts'
import { ask } from '../../../api/ask.ts'
import { AskOnce } from '../../../components/ask-once.tsx'
import { Button } from '../../../components/button.tsx'
import { Choice } from '../../../components/choice.tsx'
import { Mark } from '../../../components/mark.tsx'
import type { Acting } from '../../../components/use-act.ts'
import { renderMoment } from '../../../format/dates.ts'
import { keys } from '../../../keys/keys.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { handOverQuery } from './hand-over-queries.ts'
import { useHandOverWords } from './hand-over-words.ts'
import { TakeOver } from './take-over.tsx'

export type UnderWay = NonNullable<HandOverAnswer['underWay']>

type Props = { readonly members: MembersAnswer; readonly underWay: UnderWay; readonly may: readonly HandOverAct[]; readonly acting: Acting; readonly nameOf: (organisation: string) => string }

export function HandOverSteps({ members, underWay, may, acting, nameOf }: Props): ReactNode {
  const words = useHandOverWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { from, to, begunAt, takers, exportedAt, offer } = underWay
  const person = (id: string): string => members.members.find((one) => one.id === id)?.name ?? id
  const done = [takers.length > 0, exportedAt !== null, offer?.state === 'waiting', false]
  const now = done.indexOf(false)
  const heading = (index: number, text: string): ReactNode => (
    <h3>
      {text} <Mark kind={done[index] ? 'plain' : index === now ? 'lamp' : 'plain'}>{words.stepState[done[index] ? 'done' : index === now ? 'now' : 'later']}</Mark>
    </h3>
  )
  return (
    <section className="network-section" aria-labelledby="hand-over-steps">
      <h2 id="hand-over-steps">{words.underWay(nameOf(from), nameOf(to))}</h2>
      <p>{words.begunAt(renderMoment(begunAt, network.timeZone, language))}</p>
      <ol className="hand-over-steps">
        <li>
          {heading(0, words.stepPerson)}
          <p>{takers.length > 0 ? words.stepPersonDone(takers.map(person).join(', ')) : words.stepPersonText(nameOf(to))}</p>
          {takers.length === 0 && (
            <p className="network-ways">
              <Link to="/network" search={{ part: 'invitations' }}>{words.toInvitations}</Link>
              <Link to="/network" search={{ part: 'members' }}>{words.toMembers}</Link>
            </p>
          )}
        </li>
        <li>
          {heading(1, words.stepExport)}
          <p>{exportedAt === null ? words.stepExportText : words.stepExportDone(renderMoment(exportedAt, network.timeZone, language))}</p>
          {exportedAt === null && <p className="network-ways"><Link to="/network" search={{ part: 'export' }}>{words.toExport}</Link></p>}
        </li>
        <li>
          {heading(2, words.stepSign(nameOf(from)))}
          <p>{offer?.state === 'waiting' ? words.signed(person(offer.signer), person(offer.approver)) : offer ? words.outdated : words.stepSignText}</p>
          {may.includes('offer') && offer?.state !== 'waiting' && <Sign underWay={underWay} person={person} acting={acting} />}
        </li>
        <li>
          {heading(3, words.stepAccept(nameOf(to)))}
          <p>{words.stepAcceptText}</p>
          <ul className="hand-over-list">
            <li>{words.happens.role(nameOf(to))}</li>
            <li>{underWay.former === 'removed' ? words.happens.removed(nameOf(from)) : words.happens.kept(nameOf(from))}</li>
            <li>{words.happens.key}</li>
            <li>{words.happens.told}</li>
          </ul>
          {may.includes('accept') && offer && <TakeOver underWay={underWay} line={offer.line} person={person} acting={acting} nameOf={nameOf} />}
        </li>
      </ol>
      {may.includes('withdraw') && <p className="network-ways"><Button kind="quiet" isDisabled={acting.busy} onPress={() => setAsking(true)}>{words.withdraw}</Button></p>}
      <AskOnce
        isOpen={asking} onOpenChange={setAsking} title={words.withdrawAsk} deed={words.withdraw} back={words.back}
        onDo={() => acting.act(async () => {
          queries.setQueryData(handOverQuery.queryKey, await ask<HandOverAnswer>('hand-over', { method: 'DELETE' }))
          return words.withdrawn
        })}
      >
        <p>{words.withdrawText}</p>
      </AskOnce>
    </section>
  )
}

function Sign({ underWay: { from, to, former, takers, offer }, person, acting }: { readonly underWay: UnderWay; readonly person: (id: string) => string; readonly acting: Acting }): ReactNode {
  const words = useHandOverWords()
  const queries = useQueryClient()
  const [taker, setTaker] = useState(takers[0] ?? '')
  const sign = (): Promise<void> => acting.act(async () => {
    if (!(await keys.askUnlock())) return undefined
    const line = await keys.propose({ type: 'hand-over', subject: { from, to, former } }, taker)
    queries.setQueryData(handOverQuery.queryKey, await ask<HandOverAnswer>('hand-over/offer', { method: 'POST', body: { line } }))
    return words.said
  })
  return (
    <>
      {takers.length > 1 && <Choice label={words.taker} selected={taker} onSelect={setTaker} options={takers.map((id) => ({ id, text: person(id) }))} />}
      <p className="network-ways"><Button kind="primary" isDisabled={acting.busy} onPress={() => void sign()}>{offer ? words.signAgain : words.sign}</Button></p>
    </>
  )
}
