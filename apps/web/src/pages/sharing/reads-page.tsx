// Who has opened sealed texts of my organisation's incidents and notes of their cases, and when; a coordinator chooses whose.
import { glassReasons } from '@lykta/incident'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useState } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import '../../components/data-table.css'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { Mark } from '../../components/mark.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useGlassWords } from './glass-words.ts'
import { SharingFrame } from './sharing-frame.tsx'
import { fetchReads } from './sharing-queries.ts'
import { useNamings, useSharingWords } from './sharing-words.ts'

export function ReadsPage(): ReactNode {
  return <SharingFrame page="reads"><Reads /></SharingFrame>
}

function Reads(): ReactNode {
  const words = useSharingWords()
  const glassWords = useGlassWords()
  const language = useLanguage()
  const { organisations } = useNetwork()
  const { who, organisation, moment } = useNamings()
  const session = useQuery(sessionQuery)
  const all = session.data?.caller?.role === 'coordinator'
  const desk = session.data?.rights.includes('incident.search') === true
  const [whose, setWhose] = useState('')
  const query = useInfiniteQuery({
    queryKey: ['reads', whose], initialPageParam: null as number | null, queryFn: ({ pageParam, signal }) => fetchReads(whose === '' ? null : whose, pageParam, signal), getNextPageParam: ({ next }) => next,
  })
  const reads = query.data?.pages.flatMap((page) => page.reads) ?? []
  const sessions = query.data?.pages[0]?.sessions ?? []
  return (
    <>
      <p className="lead">{all ? words.readsLeadAll : words.readsLead}</p>
      {all && <SelectField label={words.whose} none={words.all} selected={whose} onSelect={setWhose} options={organisations.filter(({ joined }) => joined !== null).map(({ id, name }) => ({ id, text: name }))} />}
      <FailureNote error={query.error ?? undefined} />
      {query.isPending && <p role="status">{words.loading}</p>}
      {query.data && reads.length === 0 && sessions.length === 0 && <EmptyState title={words.readsNone}><p>{words.readsNoneText}</p></EmptyState>}
      {sessions.length > 0 && (
        <section aria-labelledby="reads-many">
          <h2 id="reads-many">{words.many}</h2>
          <ul className="reads-many">
            {sessions.map((one) => <li key={`${one.at} ${one.purpose}`}><strong>{words.manyRead(renderCount(one.texts, language), words.purpose[one.purpose])}</strong> {words.by(who(one.by), moment(one.at))}</li>)}
          </ul>
        </section>
      )}
      {reads.length > 0 && (
        <div className="reads-scroll">
          <table className="data-table reads">
            <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.who}</th><th scope="col">{words.read}</th></tr></thead>
            <tbody>
              {reads.map((one) => (
                <tr key={one.position}>
                  <td>{moment(one.at)}</td>
                  <td>{who(one.by)}{one.glass !== null && <><br /><Mark kind="lamp">{glassWords.inReads}{glassReasons[one.glass][language].toLocaleLowerCase(language)}</Mark></>}</td>
                  <td>
                    {one.note && <>{words.note(one.note.case)} </>}
                    {(one.note?.incidents ?? [one.ref]).map((ref, index) => (
                      <Fragment key={ref}>{index > 0 && ', '}{desk ? <Link to="/incidents/$ref" params={{ ref }}><code>{ref}</code></Link> : <code>{ref}</code>}</Fragment>
                    ))}
                    {one.revision !== null && one.revision > 1 && <> {words.revision(renderCount(one.revision, language))}</>}
                    {all && whose === '' && one.note === null && <span className="faint"> {organisation(one.organisation)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && <Button kind="secondary" isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{words.more}</Button>}
    </>
  )
}
