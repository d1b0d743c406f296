// Making the draft: the button, what the work is doing and a way to stop it, or why it could not be done.
import { type ReactNode, useEffect, useRef } from 'react'
import type { EditionSummary, Job } from '../../../../server/src/api/types.ts'
import { FailureError } from '../../api/ask.ts'
import { Button } from '../../components/button.tsx'
import { ProblemList } from '../../components/problem-list.tsx'
import { useMessages } from '../../messages/messages.ts'
import { useEditionJob } from './use-edition-job.ts'

export function EditionWork({ edition }: { readonly edition: EditionSummary }): ReactNode {
  const { edition: words } = useMessages()
  const { job, start, cancel, error } = useEditionJob(edition)
  const running = job?.state === 'running'
  const place = useRef<HTMLDivElement>(null)
  const was = useRef(running)
  useEffect(() => {
    // The button that was pressed is gone: focus goes to what took its place.
    if (was.current !== running) place.current?.focus({ preventScroll: true })
    was.current = running
  }, [running])
  const made = edition.state !== 'none'
  return (
    <div ref={place} className="edition-work" tabIndex={-1} aria-label={words.title(String(edition.year))} role="group">
      {running ? (
        <Running job={job} onCancel={cancel} />
      ) : (
        <>
          {job?.state === 'failed' && <Failed job={job} />}
          {job?.state === 'cancelled' && <p role="status">{words.cancelled}</p>}
          {Boolean(error) && <NotAsked error={error} />}
          {!made && job === null && <p>{words.noneText}</p>}
          {edition.state === 'stale' && <p className="edition-stale">{words.stale}</p>}
          <Button kind={made && edition.state === 'ready' ? 'secondary' : 'primary'} onPress={start}>{made ? words.remake : words.make}</Button>
        </>
      )}
    </div>
  )
}

function Running({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }): ReactNode {
  const { edition: words } = useMessages()
  return (
    <div className="edition-running">
      <p className="edition-running-title">{words.working}</p>
      <progress aria-label={words.progress} max={1} {...(job.progress === null ? {} : { value: job.progress })} />
      <p role="status">{words.steps[job.step]} …</p>
      <p className="hint">{words.leaveHint}</p>
      <Button kind="secondary" onPress={onCancel}>{words.cancel}</Button>
    </div>
  )
}

/** The server could not be asked, or refused to begin. */
function NotAsked({ error }: { readonly error: unknown }): ReactNode {
  const { failure: words } = useMessages()
  const failure = error instanceof FailureError ? error.failure : undefined
  if (failure && failure.problems.length > 0) return <ProblemList problems={failure.problems} />
  return <p role="alert" className="edition-error">{failure?.status === 0 ? words.offlineText : words.text}</p>
}

function Failed({ job }: { readonly job: Job }): ReactNode {
  const { edition: words } = useMessages()
  const defect = job.problems.some(({ code }) => code === 'server.defect')
  return (
    <section className="failure" aria-labelledby="edition-failed">
      <h2 id="edition-failed">{words.failedTitle}</h2>
      <p>{defect ? words.failedDefect : words.failedText}</p>
      <ProblemList problems={job.problems} />
    </section>
  )
}
