// Texts whose keys are still under an earlier epoch: how many, and going on with them, with progress.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId } from 'react'
import { serverMadeQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { renderCount } from '../../format/numbers.ts'
import { keys } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useFoundingWords } from '../found/found-words.ts'
import { useNetworkWords } from './network-words.ts'
import { rewrapJob, useRewrapJob } from './rewrap-job.ts'
import { rewrapLeftQuery, useRewrapLeft, useRewrapNeedsSession } from './use-rewrap-left.ts'

export function Rewrapping(): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const label = useId()
  const { state, done, left, failure } = useRewrapJob()
  const waiting = useRewrapLeft()
  const needsSession = useRewrapNeedsSession()
  useEffect(() => {
    if (state !== 'running') void queries.invalidateQueries({ queryKey: rewrapLeftQuery.queryKey })
  }, [state, queries])
  const serverMade = useQuery({ ...serverMadeQuery, enabled: waiting > 0 })
  const { done: takeOver } = useFoundingWords()
  const running = state === 'running'
  const finished = state === 'done' && waiting === 0
  if (!running && waiting === 0 && !finished && failure === undefined) return <p role="status" className="unseen" />
  const all = done + (running ? left : 0)
  return (
    <div className={finished ? 'waits rewrapping is-done' : 'waits rewrapping'}>
      <h3 id={label}>{words.rewrapTitle}</h3>
      {running && <progress aria-labelledby={label} max={Math.max(all, 1)} value={done} />}
      <p role="status">
        {running && words.rewrapWorking(renderCount(done, language), renderCount(all, language))}
        {finished && words.rewrapDone}
        {!running && !finished && waiting > 0 && words.rewrapLeft(renderCount(waiting, language), waiting === 1)}
      </p>
      {!finished && <p className="hint">{words.rewrapHint}</p>}
      <FailureNote error={failure} />
      {!running && waiting > 0 && needsSession && <p>{words.rewrapSession} <Link to="/sessions">{words.rewrapSessionLink}</Link></p>}
      {!running && waiting > 0 && serverMade.data && serverMade.data.epochs.length > 0 && <p><Link to="/take-over">{takeOver.oldKeys}</Link>. {takeOver.oldKeysText}</p>}
      {running ? (
        <Button kind="secondary" onPress={rewrapJob.stop}>{words.rewrapStop}</Button>
      ) : (
        waiting > 0 && !needsSession && (
          <Button
            kind="primary"
            onPress={() => void keys.askUnlock().then((open) => (open ? rewrapJob.run() : undefined))}
          >
            {words.rewrapGo}
          </Button>
        )
      )}
    </div>
  )
}
