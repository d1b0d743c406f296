// One broken glass: by whom and why, how it stands, ending it, and what another found when it was over.
import { glassReasons } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { GlassEntry, GlassStepRequest, SessionsAnswer } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { useAct } from '../../components/use-act.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useGlassWords } from './glass-words.ts'
import { sessionsQuery } from './sharing-queries.ts'
import { useNamings } from './sharing-words.ts'

export function GlassItem({ glass: { id, reason, what, ref, by, at, expiresAt, state, texts, end, review, may } }: { readonly glass: GlassEntry }): ReactNode {
  const words = useGlassWords()
  const language = useLanguage()
  const { who, by: whom, moment } = useNamings()
  const queries = useQueryClient()
  const acting = useAct()
  const step = (body: GlassStepRequest): Promise<void> => acting.act(async () => {
    queries.setQueryData(sessionsQuery.queryKey, await ask<SessionsAnswer>(`break-glass/${id}/steps`, { method: 'POST', body }))
    await queries.invalidateQueries({ queryKey: ['shares'] })
    return body.act === 'end' ? words.saidEnd : words.saidReview
  })
  return (
    <li className="share">
      <p className="share-head">
        <strong>{glassReasons[reason][language]}</strong>
        <Mark kind={state === 'reviewed' ? 'plain' : 'lamp'}>{review ? words.finding[review.finding] : words.state[state]}</Mark>
      </p>
      <p className="session-about">
        {words.what[what]}{ref !== null && <> <Link to="/incidents/$ref" params={{ ref }}><code>{ref}</code></Link></>}: {words.by(who(by), moment(at))}
        {' '}{state === 'running' && words.until(moment(expiresAt))} {texts !== null && words.texts(texts)}
        {end && <> {words.ended(whom(end.by), moment(end.at))}</>}
        {review && <> {words.reviewed(whom(review.by), moment(review.at))}</>}
      </p>
      {may.includes('end') && <p className="sharing-ways"><Button kind="secondary" isDisabled={acting.busy} aria-label={words.endOf(moment(at))} onPress={() => void step({ act: 'end' })}>{words.end}</Button></p>}
      {may.includes('review') && (
        <>
          <p className="hint">{words.reviewHint}</p>
          <p className="sharing-ways">
            {(['justified', 'not-justified'] as const).map((finding) => (
              <Button key={finding} kind="secondary" isDisabled={acting.busy} aria-label={words.findingOf(words.finding[finding], moment(at))} onPress={() => void step({ act: 'review', finding })}>{words.finding[finding]}</Button>
            ))}
          </p>
        </>
      )}
      <ActOutcome acting={acting} />
    </li>
  )
}
