// One year's edition: made here, read here, taken from here, and for the coordinator why each number is as it is.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EditionAnswer } from '../../../../server/src/api/types.ts'
import { editionQuery } from '../../api/queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { PublishedList } from '../workshop/edition-lists.tsx'
import { FreezeForm } from '../workshop/freeze-form.tsx'
import { publishedQuery } from '../workshop/workshop-queries.ts'
import { EditionDecisions } from './edition-decisions.tsx'
import { EditionFindings } from './edition-findings.tsx'
import { EditionFacts } from './edition-facts.tsx'
import { EditionReading } from './edition-reading.tsx'
import { EditionState } from './edition-state.tsx'
import { EditionTables } from './edition-tables.tsx'
import { EditionWork } from './edition-work.tsx'
import { findWhyNoYear, NoSuchYear } from './no-such-year.tsx'
import './editions.css'

const route = getRouteApi('/editions/$year')

export function EditionPage(): ReactNode {
  const { year } = route.useParams()
  const { network, today } = useNetwork()
  const why = findWhyNoYear(year, network.collectionStart, today)
  const query = useQuery({ ...editionQuery(Number(year)), enabled: why === undefined })
  return why !== undefined ? <NoSuchYear year={year} why={why} /> : <Loaded query={query}>{(answer) => <Edition key={year} answer={answer} />}</Loaded>
}

function Edition({ answer }: { readonly answer: EditionAnswer }): ReactNode {
  const { edition: words } = useMessages()
  const { network } = useNetwork()
  const language = useLanguage()
  const { edition, files, decisions, warnings } = answer
  const { year, state, madeAt } = edition
  const printed = useQuery(publishedQuery).data?.editions.filter((one) => one.year === year) ?? []
  return (
    <article className="edition">
      <PageHeading
        title={words.title(String(year))}
        before={<Link to="/editions" className="back"><Icon name="back" />{words.back}</Link>}
      />
      <div className="edition-marks">
        <EditionState edition={edition} />
        {network.sample && <Mark kind="lamp">{words.sample}</Mark>}
      </div>
      {state !== 'none' && <p>{words.draftText}</p>}
      {warnings.map(({ code, text }) => <p key={code} className="edition-warning">{text[language]}</p>)}
      {printed.length > 0 && <PublishedList editions={printed} year={year} />}
      <EditionWork edition={edition} />
      <EditionFindings year={year} asked={state === 'none' ? null : answer.asked} />
      {state !== 'none' && madeAt !== null && (
        <>
          <EditionReading year={year} files={files} madeAt={madeAt} />
          <EditionTables files={files} />
          <EditionFacts answer={answer} />
          <EditionDecisions decisions={decisions} />
        </>
      )}
      <FreezeForm year={year} over={!warnings.some(({ code }) => code === 'work.year-not-over')} />
    </article>
  )
}
