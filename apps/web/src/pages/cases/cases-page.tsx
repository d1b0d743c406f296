// All cases that the caller follows: what is overdue first, then what has no next step; the closed ones; and the chain in figures.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { CasesAnswer, CaseSummary } from '../../../../server/src/api/case-types.ts'
import { casesQuery } from '../../api/case-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderDay } from '../../format/dates.ts'
import { dayOfInstant, daysSince } from '../../format/day-of-instant.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { RetentionLink } from '../retention/retention-link.tsx'
import { stepWords, useCaseWords } from './case-words.ts'
import './cases.css'
import { Funnel } from './funnel.tsx'

const route = getRouteApi('/cases')

export function CasesPage(): ReactNode {
  const words = useCaseWords()
  const session = useQuery(sessionQuery)
  const { closed = false } = route.useSearch()
  const query = useQuery(casesQuery(closed))
  const manages = session.data?.rights.includes('case.manage') ?? false
  return (
    <div className="cases-page">
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <nav className="cases-states" aria-label={words.title}>
        <Link to="/cases" aria-current={closed ? undefined : 'page'} activeOptions={{ exact: true, includeSearch: true }}>{words.open}</Link>
        <Link to="/cases" search={{ closed: true }} aria-current={closed ? 'page' : undefined} activeOptions={{ exact: true, includeSearch: true }}>{words.closed}</Link>
      </nav>
      <Loaded query={query}>{(answer) => <List answer={answer} closed={closed} manages={manages} />}</Loaded>
      {manages && <Funnel />}
      <RetentionLink />
    </div>
  )
}

function List({ answer: { cases, steps, today }, closed, manages }: { readonly answer: CasesAnswer; readonly closed: boolean; readonly manages: boolean }): ReactNode {
  const words = useCaseWords()
  const list = useRef<HTMLOListElement>(null)
  if (cases.length === 0) {
    if (closed) return <p>{words.emptyClosed}</p>
    return <EmptyState title={words.emptyTitle}><p>{manages ? words.emptyText : words.emptyMember}</p><p><Link to="/incidents">{words.toIncidents}</Link></p></EmptyState>
  }
  const move = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = { j: 1, k: -1 }[event.key.toLowerCase()]
    if (step === undefined) return
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a.case-link') ?? [])]
    links[links.indexOf(document.activeElement as HTMLElement) + step]?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The keys move between the links inside.
    <ol ref={list} className="cases" onKeyDown={move}>
      {cases.map((one) => <Row key={one.id} one={one} steps={steps} today={today} />)}
    </ol>
  )
}

function Row({ one, steps, today }: { readonly one: CaseSummary; readonly steps: CasesAnswer['steps']; readonly today: string }): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const { codes } = useMessages()
  const { organisations, network: { timeZone } } = useNetwork()
  const { ref, closed, incidents, chain, next, overdue, due, silentSince } = one
  const silent = daysSince(silentSince, today, timeZone)
  const forms = [...new Set(incidents.map(({ exploitation }) => codes.exploitation[exploitation]))].join(', ')
  const by = organisations.find(({ id }) => id === next?.organisation)?.name
  return (
    <li className={overdue ? 'case-late' : undefined}>
      <p className="case-row-head">
        <Link to="/cases/$ref" params={{ ref }} className="case-link"><code>{ref}</code></Link>
        <span>{words.incidentCount(renderCount(incidents.length, language), incidents.length === 1)}</span>
        <span>{forms}</span>
      </p>
      <p className="case-row-stands">{words.stands(chain.stands === null ? words.nowhere : stepWords(steps, chain.stands, language))}</p>
      {closed
        ? <p>{words.closedAs(words.closeReasons[closed.reason].toLocaleLowerCase(language), renderDay(dayOfInstant(closed.at, timeZone), language))}</p>
        : (
          <p className="case-row-next">
            <span>{next === null ? <Mark kind="lamp">{words.noNext}</Mark> : `${words.next}: ${stepWords(steps, next.step, language)}${by === undefined ? '' : `, ${by}`}`}</span>
            {due !== null && <span>{overdue ? <Mark kind="lamp">{words.overdue(renderDay(due, language))}</Mark> : words.due(renderDay(due, language))}</span>}
            <span className="faint">{silent === 0 ? words.today : words.silent(renderCount(silent, language), silent === 1)}</span>
          </p>
        )}
    </li>
  )
}
