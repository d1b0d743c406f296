// The situation report of one meeting: made here, its versions to read and to show, and for the second person to let go.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { ProblemList } from '../../components/problem-list.tsx'
import type { SituationsAnswer } from '../../../../server/src/api/situation-types.ts'
import { situationsQuery, useMaking } from './situation-queries.ts'
import { SituationVersionRow } from './situation-version.tsx'
import { useSituationWords } from './situation-words.ts'
import './situation.css'

export function SituationPart({ meeting }: { readonly meeting: string }): ReactNode {
  const words = useSituationWords()
  const query = useQuery(situationsQuery)
  return (
    <section aria-labelledby="situation-report" className="situation">
      <h2 id="situation-report">{words.title}</h2>
      <Loaded query={query}>{(answer) => <Versions answer={answer} meeting={meeting} />}</Loaded>
    </section>
  )
}

function Versions({ answer: { versions, job }, meeting }: { readonly answer: SituationsAnswer; readonly meeting: string }): ReactNode {
  const words = useSituationWords()
  const { data: session } = useQuery(sessionQuery)
  const making = useMaking(job)
  const own = versions.filter((version) => version.meeting === meeting)
  const newest = own[0]?.report
  const running = making.job?.state === 'running'
  const makes = session?.rights.includes('edition.make') === true
  const older = own.filter(({ report }) => report !== newest)
  return (
    <>
      {makes && <p>{words.about}</p>}
      {makes && <Button kind={newest === undefined ? 'primary' : 'secondary'} isDisabled={running || making.acting.busy} onPress={() => making.make(meeting)}>{newest === undefined ? words.make : words.again}</Button>}
      <p role="status" className="situation-running">{running ? `${words.running}: ${words.steps[making.job.step].toLowerCase()} …` : ''}</p>
      {running && <><progress aria-label={words.progress} max={1} {...(making.job.progress === null ? {} : { value: making.job.progress })} /><p className="hint">{words.goesOn}</p></>}
      {making.job?.state === 'failed' && <section className="failure" aria-label={words.failedTitle}><h3>{words.failedTitle}</h3><ProblemList problems={making.job.problems} /></section>}
      <ActOutcome acting={making.acting} />
      {own.length === 0 ? (!running && <p className="hint">{words.none}</p>) : <ul className="situation-versions">{own.filter(({ report }) => report === newest).toSorted(byAudience).map((version) => <SituationVersionRow key={version.audience} version={version} />)}</ul>}
      {older.length > 0 && <details><summary>{words.older}</summary><ul className="situation-versions">{older.map((version) => <SituationVersionRow key={`${version.report}${version.audience}`} version={version} />)}</ul></details>}
    </>
  )
}

const order = ['core', 'network', 'public']
const byAudience = (a: { readonly audience: string }, b: { readonly audience: string }): number => order.indexOf(a.audience) - order.indexOf(b.audience)
