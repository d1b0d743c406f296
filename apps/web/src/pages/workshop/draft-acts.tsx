// What has been said of a draft, and what the caller may do now: ask, agree, say no, take back. Each is asked once more in words.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { DraftAct, DraftAnswer, DraftStepRequest, RefusalReason, Who } from '../../../../server/src/api/edition-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { AskForm } from './ask-form.tsx'
import { draftQuery } from './workshop-queries.ts'
import { useWorkshopWords } from './workshop-words.ts'

const reasons: readonly RefusalReason[] = ['figures', 'words', 'time', 'other']

export function DraftActs({ answer }: { readonly answer: DraftAnswer }): ReactNode {
  const { draft: words, act: own, forWhom } = useWorkshopWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const client = useQueryClient()
  const acting = useAct()
  const [open, setOpen] = useState<DraftAct | null>(null)
  const [reason, setReason] = useState<RefusalReason>('figures')
  const { draft, digest, steps, may, aloneFrom } = answer
  const moment = (instant: string): string => renderMoment(instant, network.timeZone, language)
  const said: Readonly<Record<DraftAct, string>> = { ask: own.asked, approve: own.approved, refuse: own.refused, withdraw: own.withdrawn }
  const take = (step: Omit<DraftStepRequest, 'digest'>): Promise<void> => acting.act(async () => {
    try {
      client.setQueryData(draftQuery(draft.id).queryKey, await ask<DraftAnswer>(`drafts/${draft.id}/steps`, { method: 'POST', body: { ...step, digest } }))
    } finally {
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'drafts' || queryKey[0] === 'published' })
    }
    return said[step.act]
  })
  const asked = steps[0]
  const isOwn = asked?.who.self === true
  return (
    <section className="edition-section workshop-form" aria-labelledby="draft-steps">
      <h2 id="draft-steps">{words.steps}</h2>
      {steps.length > 0 && (
        <ol className="workshop-steps">
          {steps.map((step) => (
            <li key={step.at}>
              <Person who={step.who} /> {words.step[step.act]}{step.reason === null ? '' : `: ${words.reasons[step.reason]}`} <small>{moment(step.at)}</small>
            </li>
          ))}
        </ol>
      )}
      {asked && <p>{draft.releaseAt === null ? words.release.now : words.release.at(moment(draft.releaseAt))}</p>}
      {draft.state === 'asked' && isOwn && !may.includes('approve') && <p>{aloneFrom === null ? own.another : `${own.another} ${own.aloneFrom(moment(aloneFrom))}`}</p>}
      {may.includes('ask') && <AskForm alone={answer.mayBeAlone} busy={acting.busy} onAsk={(releaseOn) => void take({ act: 'ask', releaseOn })} />}
      <p className="workshop-buttons">
        {may.includes('approve') && <Button kind="primary" isDisabled={acting.busy} onPress={() => setOpen('approve')}>{isOwn ? own.approveAlone : own.approve}</Button>}
        {may.includes('refuse') && <Button kind="secondary" onPress={() => setOpen('refuse')}>{own.refuse}</Button>}
        {may.includes('withdraw') && <Button kind="secondary" onPress={() => setOpen('withdraw')}>{own.withdraw}</Button>}
      </p>
      <ActOutcome acting={acting} />
      <AskOnce isOpen={open === 'approve'} onOpenChange={(is) => setOpen(is ? 'approve' : null)} title={own.approveTitle} deed={own.approve} back={own.back} danger={false} onDo={() => take({ act: 'approve' })}>
        <p>{own.approveText(String(draft.year), forWhom[draft.audience])}</p>
      </AskOnce>
      <AskOnce isOpen={open === 'refuse'} onOpenChange={(is) => setOpen(is ? 'refuse' : null)} title={own.refuseTitle} deed={own.refuse} back={own.back} onDo={() => take({ act: 'refuse', reason })}>
        <p>{own.refuseText}</p>
        <OneOf label={own.why} options={reasons.map((id) => ({ id, text: words.reasons[id] }))} selected={reason} onSelect={setReason} />
      </AskOnce>
      <AskOnce isOpen={open === 'withdraw'} onOpenChange={(is) => setOpen(is ? 'withdraw' : null)} title={own.withdrawTitle} deed={own.withdraw} back={own.back} onDo={() => take({ act: 'withdraw' })}>
        <p>{own.withdrawText}</p>
      </AskOnce>
    </section>
  )
}

function Person({ who: { role, organisation, self } }: { readonly who: Who }): ReactNode {
  const { draft: { role: roles, you } } = useWorkshopWords()
  return <strong>{roles[role]}{organisation === null ? '' : `, ${organisation}`}{self ? ` (${you})` : ''}</strong>
}
