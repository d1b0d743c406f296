// An approved edition for whoever it is for: to read and to take along, what it replaces, and for whoever makes editions a new one of it.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PublishedAnswer } from '../../../../server/src/api/edition-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { EditionReading } from '../editions/edition-reading.tsx'
import { EditionTables } from '../editions/edition-tables.tsx'
import { ReviseForm } from './revise-form.tsx'
import { publishedEditionQuery } from './workshop-queries.ts'
import { useWorkshopWords } from './workshop-words.ts'
import '../editions/editions.css'
import './workshop.css'

const route = getRouteApi('/reading/$id')

export function ReadingPage(): ReactNode {
  const { id } = route.useParams()
  const query = useQuery(publishedEditionQuery(id))
  return <Loaded query={query}>{(answer) => <Reading key={id} answer={answer} />}</Loaded>
}

function Reading({ answer: { edition, files } }: { readonly answer: PublishedAnswer }): ReactNode {
  const { edition: editionWords } = useMessages()
  const { reading: words, draft: draftWords, audiences, list } = useWorkshopWords()
  const { network } = useNetwork()
  const language = useLanguage()
  const { data: session } = useQuery(sessionQuery)
  const { year, audience, number, approvedAt, releaseAt, released, replaces, replacedBy, changed } = edition
  const moment = (instant: string): string => renderMoment(instant, network.timeZone, language)
  return (
    <article className="edition">
      <PageHeading title={words.title(String(year))} before={<Link to="/editions" className="back"><Icon name="back" />{draftWords.back}</Link>} />
      <div className="edition-marks">
        <Mark kind="plain">{audiences[audience]}</Mark>
        <Mark kind="plain">{list.number(String(number))}</Mark>
        {released && <Mark kind="plain">{list.released(moment(releaseAt ?? approvedAt))}</Mark>}
        {network.sample && <Mark kind="lamp">{editionWords.sample}</Mark>}
      </div>
      {!released && releaseAt !== null && <p className="edition-warning">{words.embargo(moment(releaseAt))}</p>}
      {replacedBy !== null && <p className="edition-warning">{words.replacedBy} <Link to="/reading/$id" params={{ id: replacedBy }}>{words.toNewer}</Link></p>}
      {replaces !== null && <p>{words.replaces} <Link to="/reading/$id" params={{ id: replaces }}>{words.toOlder}</Link></p>}
      {changed && <section className="workshop-changed"><h2>{words.changed}</h2><p>{changed[language]}</p></section>}
      {files.length === 0 ? <p>{words.noFiles}</p> : (
        <>
          <EditionReading year={year} files={files} madeAt={approvedAt} />
          <EditionTables files={files} />
        </>
      )}
      {session?.rights.includes('edition.make') === true && replacedBy === null && <ReviseForm edition={edition} />}
    </article>
  )
}
