// One incident: every coded answer, the persons it may be about, its indicators in words, and its versions.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IncidentAnswer } from '../../../../server/src/api/types.ts'
import { FailureError } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { incidentQuery } from '../../api/queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { deskQuery, useMedia } from '../../components/use-media.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { IndicatorList } from './indicator-list.tsx'
import { IncidentCase } from './incident-case.tsx'
import { IncidentMessages } from './incident-messages.tsx'
import { IncidentFacts } from './incident-facts.tsx'
import { OwnAnswers } from './own-answers.tsx'
import './incident-panel.css'
import { IncidentWays } from './incident-ways.tsx'
import { occurredWords } from './incident-words.ts'
import { PersonGroups } from './person-groups.tsx'
import { Revisions } from './revisions.tsx'
import { ExtractSection } from '../authority/extract-section.tsx'
import { useExtractWords } from '../authority/extract-words.ts'
import { SameSection } from '../same/same-section.tsx'
import { useSameWords } from '../same/same-words.ts'
import { SealedReason, useSealedReasonWords } from './sealed-reason.tsx'
import { IncidentSharing } from '../sharing/incident-sharing.tsx'
import { useSharingWords } from '../sharing/sharing-words.ts'

const route = getRouteApi('/incidents/$ref')

export function IncidentPanel(): ReactNode {
  const { incident: words } = useMessages()
  const { ref } = route.useParams()
  const filters = route.useSearch()
  const desk = useMedia(deskQuery)
  const query = useQuery(incidentQuery(ref))
  const missing = query.error instanceof FailureError && query.error.failure.status === 404
  return (
    <section className="panel" aria-label={words.title}>
      <p className="panel-bar">
        <Link to="/incidents" search={filters} className="panel-back" resetScroll={false}>
          <Icon name={desk ? 'close' : 'back'} />
          {desk ? words.close : words.back}
        </Link>
      </p>
      {missing ? (
        <>
          <PageHeading title={words.missingTitle} tab={words.title} level={desk ? 2 : 1} />
          <p>{words.missingText}</p>
        </>
      ) : (
        <Loaded query={query}>{(answer) => <Incident key={answer.ref} answer={answer} level={desk ? 2 : 1} />}</Loaded>
      )}
    </section>
  )
}

function Incident({ answer, level }: { readonly answer: IncidentAnswer; readonly level: 1 | 2 }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { incident: words, incidents } = messages
  const reasonWords = useSealedReasonWords()
  const sharingWords = useSharingWords()
  const sameWords = useSameWords()
  const extractWords = useExtractWords()
  const session = useQuery(sessionQuery)
  const { answers, ref, externalRef, sealed, withdrawn } = answer
  const Section = level === 1 ? 'h2' : 'h3'
  return (
    <article className="incident">
      <PageHeading title={occurredWords(answers, network, language, messages)} tab={words.title} level={level} />
      <p className="incident-refs">
        {answer.diary !== null && <strong className="incident-diary">{answer.diary}</strong>}
        <code>{ref}</code>
        {externalRef !== null && <span>{words.externalRef} {externalRef}</span>}
        {withdrawn && <Mark kind="lamp">{incidents.withdrawn}</Mark>}
      </p>
      {withdrawn && <p>{words.withdrawnText}</p>}
      <IncidentCase incident={answer} />
      <IncidentFacts answers={answers} level={level === 1 ? 2 : 3} />
      <Section>{words.persons}</Section>
      <PersonGroups persons={answers.persons} />
      <Section>{words.indicators}</Section>
      <IndicatorList ids={answers.indicators} />
      <OwnAnswers own={answers.own} heading={Section} />
      <Section>{words.reason}</Section>
      {sealed ? <SealedReason answer={answer} /> : <p>{incidents.noReasonLong}</p>}
      {session.data?.rights.includes('incident.share') && (
        <>
          <Section>{sharingWords.title}</Section>
          <IncidentSharing incident={ref} reportedBy={answers.reportedBy} />
        </>
      )}
      {session.data?.state === 'signed-in' && (
        <>
          <Section>{reasonWords.questions}</Section>
          <IncidentMessages incident={ref} />
        </>
      )}
      {session.data?.rights.includes('incident.link') && !withdrawn && (
        <>
          <Section>{sameWords.section}</Section>
          <SameSection incident={ref} />
        </>
      )}
      {network.authority && session.data?.rights.includes('authority.manage') && (
        <>
          <Section>{extractWords.under}</Section>
          <ExtractSection incident={ref} />
        </>
      )}
      <Section>{words.revisions}</Section>
      <Revisions revisions={answer.revisions} />
      {session.data?.state === 'signed-in' && <IncidentWays incident={answer} />}
    </article>
  )
}
