// Examples of what raised suspicion: those that are printed, those that wait for another's approval, and a new one.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import type { EditionFiguresAnswer, ExampleEntry, ExamplesAnswer } from '../../../../server/src/api/prose-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useAct } from '../../components/use-act.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { readingBeside } from '../editor/reading.ts'
import { useExampleWords } from './example-words.ts'
import './examples.css'
import { NewExample } from './new-example.tsx'

const key = ['examples']

export function ExamplesPage(): ReactNode {
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => ask<ExamplesAnswer>('examples', { signal }) })
  return <Loaded query={query}>{(answer) => <Examples answer={answer} />}</Loaded>
}

function Examples({ answer: { examples, others } }: { readonly answer: ExamplesAnswer }): ReactNode {
  const words = useExampleWords()
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const { latestYear } = useNetwork()
  const { busy, failure, said, act } = useAct()
  const rights = session.data?.rights ?? []
  const mayWrite = rights.includes('prose.write')
  const frame = useQuery({ queryKey: ['prose', 'figures', String(latestYear)], queryFn: ({ signal }) => ask<EditionFiguresAnswer>(`editions/${latestYear}/figures`, { signal }), enabled: mayWrite })
  const besides = useMemo(() => frame.data && { sv: readingBeside(frame.data, 'sv', []), en: readingBeside(frame.data, 'en', []) }, [frame.data])
  const keep = (answer: ExamplesAnswer): void => void client.setQueryData(key, answer)
  const settle = (id: string, what: 'approval' | 'withdrawal'): void => void act(async () => {
    keep(await ask<ExamplesAnswer>(`examples/${id}/${what}`, { method: 'POST' }))
    return what === 'approval' ? words.approved : words.withdrawn
  })
  return (
    <article className="examples">
      <PageHeading title={words.title} before={<Link to="/editions" className="back"><Icon name="back" />{words.back}</Link>} />
      <p className="examples-intro">{words.intro}</p>
      <section aria-labelledby="examples-list">
        <h2 id="examples-list">{words.list}</h2>
        {examples.length === 0 && <p>{words.none}</p>}
        {examples.some(({ state, mine }) => state === 'waiting' && !mine) && <p className="hint">{words.approveHint}</p>}
        <ul className="examples-list">
          {examples.map((example) => <Entry key={example.id} example={example} mayWrite={mayWrite} busy={busy} onSettle={settle} />)}
        </ul>
        <ActOutcome acting={{ said, failure }} />
      </section>
      {mayWrite && !others && <p className="examples-note">{words.noOthers}</p>}
      {mayWrite && besides && <NewExample besides={besides} mayOpen={session.data?.state === 'signed-in'} onProposed={keep} />}
    </article>
  )
}

type EntryProps = { readonly example: ExampleEntry; readonly mayWrite: boolean; readonly busy: boolean; readonly onSettle: (id: string, what: 'approval' | 'withdrawal') => void }

function Entry({ example: { id, sv, en, state, mine }, mayWrite, busy, onSettle }: EntryProps): ReactNode {
  const words = useExampleWords()
  return (
    <li>
      <Mark kind={state === 'waiting' ? 'lamp' : 'plain'}>{words.states[state]}</Mark>
      <p lang="sv">{sv}</p>
      <p lang="en" className="hint">{en}</p>
      {state === 'waiting' && mine && <p className="hint">{words.mine}</p>}
      <p className="examples-ways">
        {state === 'waiting' && !mine && <Button kind="primary" isDisabled={busy} aria-label={words.approveOf(sv)} onPress={() => onSettle(id, 'approval')}>{words.approve}</Button>}
        {state !== 'withdrawn' && mayWrite && <Button kind="quiet" isDisabled={busy} aria-label={words.withdrawOf(sv)} onPress={() => onSettle(id, 'withdrawal')}>{words.withdraw}</Button>}
      </p>
    </li>
  )
}
