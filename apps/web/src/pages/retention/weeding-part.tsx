// What can be weeded now, kind by kind; chosen, confirmed with what goes and what stays, and followed while it goes on.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { RetentionAnswer, WeedingClass, WeedingRequest } from '../../../../server/src/api/retention-types.ts'
import type { Job } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { jobQuery } from '../../api/queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { ProblemList } from '../../components/problem-list.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { DueList } from './due-list.tsx'
import { retentionQuery } from './retention-queries.ts'
import { useRetentionWords } from './retention-words.ts'

export function WeedingPart({ answer }: { readonly answer: RetentionAnswer }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  const acting = useAct()
  const { job, follow } = useWeedingJob(answer.job)
  const [chosen, setChosen] = useState<readonly WeedingClass[]>([])
  const [asks, setAsks] = useState(false)
  const some = answer.counts.filter(({ now, held, waiting }) => now + held + waiting > 0)
  const stopped = new Map(answer.clocks.map(({ id, stopped: why }) => [id, why]))
  const isReady = (of: WeedingClass): boolean => stopped.get(of) === null && some.some((one) => one.class === of && one.now > 0)
  const picked = chosen.filter(isReady)
  const isRunning = job?.state === 'running'
  const weed = (): Promise<void> => acting.act(async () => {
    const body: WeedingRequest = { classes: picked }
    follow(await ask<Job>('retention/weedings', { method: 'POST', body }))
    setChosen([])
    return words.started
  })
  const clear = (): Promise<void> => acting.act(async () => {
    follow(await ask<Job>('retention/weedings', { method: 'POST', body: { classes: [] } satisfies WeedingRequest }))
    return words.started
  })
  return (
    <section aria-labelledby="weed-now">
      <h2 id="weed-now">{words.now}</h2>
      {some.length === 0 && <p>{words.nowNone}</p>}
      {some.length > 0 && (
        <ul className="weed-kinds" aria-label={words.choose}>
          {some.map(({ class: of, now, held, waiting }) => (
            <li key={of}>
              {isReady(of) && !isRunning
                ? <TickBox isTicked={chosen.includes(of)} onTick={(ticked) => setChosen(ticked ? [...chosen, of] : chosen.filter((one) => one !== of))}>{words.what[of]}</TickBox>
                : <span className="weed-kind">{words.what[of]}</span>}
              <span className="weed-numbers">
                <span>{words.dueColumn}: <b>{renderCount(now, language)}</b></span>
                {held > 0 && <span>{words.heldColumn}: {renderCount(held, language)}</span>}
                {waiting > 0 && <span>{words.waitingColumn}: {renderCount(waiting, language)}</span>}
              </span>
              <Mark kind={stopped.get(of) === null ? 'accent' : 'plain'}>{stopped.get(of) === 'undecided' ? words.undecided : stopped.get(of) === 'no-decision' ? words.noDecision : words.ready}</Mark>
            </li>
          ))}
        </ul>
      )}
      {some.length > 0 && !some.some((one) => isReady(one.class)) && <p className="hint">{words.decideFirst}</p>}
      {some.some((one) => isReady(one.class)) && !isRunning && <p className="retention-ways"><Button kind="danger" isDisabled={picked.length === 0 || acting.busy} onPress={() => setAsks(true)}>{words.weed}</Button></p>}
      {answer.uncleared.length > 0 && !isRunning && (
        <>
          <p>{words.uncleared(answer.uncleared.map((of) => words.what[of]).join(', '))}</p>
          <p className="retention-ways"><Button kind="secondary" isDisabled={acting.busy} onPress={() => void clear()}>{words.clear}</Button></p>
        </>
      )}
      {isRunning && <p className="weed-progress"><label>{words.working} <progress value={job.progress ?? 0} max={1} /></label></p>}
      {job?.state === 'failed' && <ProblemList problems={job.problems} />}
      <ActOutcome acting={{ ...acting, said: job?.state === 'done' ? words.done : acting.said }} />
      <AskOnce isOpen={asks} onOpenChange={setAsks} title={words.weedTitle} deed={words.weedDeed} back={words.keep} onDo={weed}>
        <p>{words.willGo}</p>
        <ul>{picked.map((of) => <li key={of}><b>{words.what[of]}: {renderCount(some.find((one) => one.class === of)!.now, language)}.</b> {words.goes[of]}</li>)}</ul>
        <p>{words.onlyThis}</p>
        <p><b>{words.stays}</b> {words.staysText}</p>
        {!answer.ownDatabase && <p>{words.otherDatabase}</p>}
      </AskOnce>
      {answer.due.length > 0 && <DueList answer={answer} />}
    </section>
  )
}

/** The one at work when the page came, or the one that was started here; what it weeded is read again when it ends. */
function useWeedingJob(known: Job | null): { readonly job: Job | null; readonly follow: (job: Job) => void } {
  const client = useQueryClient()
  const [started, setStarted] = useState<Job | null>(null)
  const first = started ?? known
  const followed = useQuery({ ...jobQuery(first?.id ?? ''), enabled: first !== null, ...(first ? { initialData: first } : {}) })
  const job = first === null ? null : (followed.data ?? first)
  const state = job === null ? null : job.state
  useEffect(() => {
    if (state !== null && state !== 'running') void client.invalidateQueries({ queryKey: retentionQuery.queryKey })
  }, [client, state])
  return { job, follow: setStarted }
}
