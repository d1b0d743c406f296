// One opening: between whom, what, on which ground, what became of it, and what the caller may do about it.
import { legalGrounds } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { ShareAct, ShareEntry, ShareStepRequest } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import type { Acting } from '../../components/use-act.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNamings, useSharingWords } from './sharing-words.ts'

/** `under`: beneath the incident itself, which needs no name there. `acting`: the list's; answered, it stands in another one. */
export function ShareItem({ share, acting, under = false }: { readonly share: ShareEntry; readonly acting: Acting; readonly under?: boolean }): ReactNode {
  const words = useSharingWords()
  const language = useLanguage()
  const { by, organisation, moment } = useNamings()
  const queries = useQueryClient()
  const [ending, setEnding] = useState(false)
  const { id, ref, reportedBy, organisation: to, way, what, ground, at, by: sharedBy, expiresAt, answer, end, state, may } = share
  const found = legalGrounds.find(({ code }) => code === ground)
  const step = (act: ShareAct): Promise<void> => acting.act(async () => {
    const body: ShareStepRequest = { act }
    await ask(`shares/${id}/steps`, { method: 'POST', body })
    await Promise.all([queries.invalidateQueries({ queryKey: ['shares'] }), queries.invalidateQueries({ queryKey: ['incident', ref] })])
    return { accept: words.saidAccept, decline: words.saidDecline, end: words.saidEnd }[act]
  })
  return (
    <li className="share">
      <p className="share-head">
        {!under && <Link to="/incidents/$ref" params={{ ref }} className="share-ref"><code>{ref}</code></Link>}
        <strong>{under ? organisation(to) : words.entry(organisation(reportedBy), organisation(to))}</strong>
        <Mark kind={state === 'waiting' || way === 'taken' ? 'lamp' : state === 'open' ? 'accent' : 'plain'}>{words.state[state]}</Mark>
      </p>
      <dl className="share-facts">
        <div><dt>{words.way[way]}</dt><dd>{words.what[what]}</dd></div>
        <div><dt>{words.ground}</dt><dd>{found ? words.groundOf(found.words[language], found.source) : ground}</dd></div>
        <div><dt>{words.given}</dt><dd>{words.by(by(sharedBy), moment(at))}</dd></div>
        {answer && <div><dt>{answer.act === 'accept' ? words.accepted : words.declined}</dt><dd>{words.by(by(answer.by), moment(answer.at))}</dd></div>}
        {end && <div><dt>{words.ended}</dt><dd>{words.by(by(end.by), moment(end.at))}</dd></div>}
      </dl>
      {expiresAt !== null && state === 'open' && <p className="hint">{words.until(moment(expiresAt))}</p>}
      {may.length > 0 && (
        <p className="sharing-ways">
          {may.includes('accept') && <Button kind="primary" isDisabled={acting.busy} aria-label={words.acceptOf(ref)} onPress={() => void step('accept')}>{words.accept}</Button>}
          {may.includes('decline') && <Button kind="secondary" isDisabled={acting.busy} aria-label={words.declineOf(ref)} onPress={() => void step('decline')}>{words.decline}</Button>}
          {may.includes('end') && <Button kind="quiet" isDisabled={acting.busy} aria-label={words.endOf(ref, organisation(to))} onPress={() => setEnding(true)}>{words.end}</Button>}
        </p>
      )}
      <AskOnce isOpen={ending} onOpenChange={setEnding} title={words.endTitle} deed={words.end} back={words.endBack} onDo={() => step('end')}><p>{words.endText}</p></AskOnce>
    </li>
  )
}
