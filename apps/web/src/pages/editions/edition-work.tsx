// Making the draft: the button, what the work is doing and a way to stop it, or why it could not be done.
import { type ReactNode, useEffect, useRef, useState } from 'react'
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
  const [finished, setFinished] = useState(false)
  const ended = !running && job === null
  useEffect(() => {
    if (was.current === running) return
    // The button that was pressed is gone: focus goes to what took its place, but is not taken from someone who reads on.
    const focused = document.activeElement
    if (focused === null || focused === document.body || place.current?.contains(focused)) place.current?.focus({ preventScroll: true })
    setFinished(was.current && ended)
    was.current = running
  }, [running, ended])
  const made = edition.state !== 'none'
  return (
    <div ref={place} className="edition-work" tabIndex={-1} aria-label={words.title(String(edition.year))} role="group">
      {running && <p className="edition-running-title">{words.working}</p>}
      {/* One place that stays, so that what changes in it is read aloud. */}
      <p role="status">{running ? `${words.steps[job.step]} …` : job?.state === 'cancelled' ? words.cancelled : finished ? words.finished : ''}</p>
      {running ? (
        <Running job={job} onCancel={cancel} />
      ) : (
        <>
          {job?.state === 'failed' && <Failed job={job} />}
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
      <progress aria-label={words.progress} max={1} {...(job.progress === null ? {} : { value: job.progress })} />
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
