// The work of freezing, while it runs and when it could not be done.
import type { ReactNode } from 'react'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { ProblemList } from '../../components/problem-list.tsx'
import { useMessages } from '../../messages/messages.ts'
import { useWorkshopWords } from './workshop-words.ts'
import type { Freezing } from './workshop-queries.ts'

export function FreezingState({ freezing: { job, cancel, acting } }: { readonly freezing: Freezing }): ReactNode {
  const { edition: words } = useMessages()
  const { freeze: own } = useWorkshopWords()
  const running = job?.state === 'running'
  return (
    <>
      <p role="status" className="edition-running-title">{running ? `${own.running}: ${words.steps[job.step].toLowerCase()} …` : job?.state === 'cancelled' ? own.cancelled : ''}</p>
      {running && (
        <div className="edition-running">
          <progress aria-label={words.progress} max={1} {...(job.progress === null ? {} : { value: job.progress })} />
          <Button kind="secondary" onPress={cancel}>{words.cancel}</Button>
        </div>
      )}
      {job?.state === 'failed' && (
        <section className="failure" aria-labelledby="freeze-failed">
          <h3 id="freeze-failed">{own.failedTitle}</h3>
          <p>{job.problems.some(({ code }) => code === 'server.defect') ? words.failedDefect : own.failedText}</p>
          <ProblemList problems={job.problems} />
        </section>
      )}
      <ActOutcome acting={acting} />
    </>
  )
}
