// The list of incidents, and beside it on a desk, or in its place on a phone, the one that is open.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import type { IncidentSearch } from '../../../../server/src/api/types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { incidentsQuery } from '../../api/queries.ts'
import { Busy } from '../../components/busy.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailurePanel } from '../../components/failure-panel.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { AuthorityLink } from '../authority/authority-link.tsx'
import { SharingLink } from '../sharing/sharing-link.tsx'
import { deskQuery, useMedia } from '../../components/use-media.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useLetterKeys } from '../../shell/use-letter-keys.ts'
import { useInboxWords } from './inbox-words.ts'
import { IncidentCards } from './incident-cards.tsx'
import { IncidentFilters } from './incident-filters.tsx'
import { IncidentTable } from './incident-table.tsx'
import './incidents.css'
import { moveInList } from './move-in-list.ts'
import { SavedViews } from './saved-views.tsx'
import { useDebounced } from './use-debounced.ts'
import { useReturnToList } from './use-return-to-list.ts'
import { AskedNotice } from '../meetings/asked-notice.tsx'
import { WaitingCases } from './waiting-cases.tsx'
import { WaitingStrip } from './waiting-strip.tsx'
import { Rest } from './windowed.tsx'

const route = getRouteApi('/incidents')

export function IncidentsPage(): ReactNode {
  const { incidents: words, shell } = useMessages()
  const inbox = useInboxWords()
  const language = useLanguage()
  const network = useNetwork()
  const navigate = useNavigate()
  const filters = route.useSearch()
  const open = useParams({ strict: false }).ref
  const desk = useMedia(deskQuery)
  const searchField = useRef<HTMLInputElement>(null)
  // What is searched for may be about a case: it stays here and never reaches an address.
  const [text, setText] = useState('')
  const rested = useDebounced(text)
  const list = useInfiniteQuery(incidentsQuery(searchOf(filters, rested)))
  const found = list.data?.pages.flatMap((page) => page.incidents) ?? []
  const total = list.data?.pages[0]?.total ?? 0

  useReturnToList(open)
  useLetterKeys((key) => {
    if (key === '/') {
      searchField.current?.focus()
      return true
    }
    if (key === 'Escape' && open !== undefined) {
      void navigate({ to: '/incidents', search: filters })
      return true
    }
    return (key === 'j' || key === 'k') && moveInList(key === 'j' ? 1 : -1)
  })

  if (open !== undefined && !desk) return <Outlet />
  if (network.incidents === 0) return <NoIncidents />
  return (
    <div className={open === undefined ? 'incidents' : 'incidents incidents-split'}>
      <div className="incidents-list">
        <div className="incidents-head">
          <PageHeading title={words.title} />
          {open === undefined && desk && <Logs folds={false} />}
        </div>
        {open === undefined && <WaitingStrip filters={filters} />}
        {open === undefined && <AskedNotice />}
        {open === undefined && <WaitingCases />}
        {open === undefined && !desk && <Logs folds />}
        <IncidentFilters filters={filters} text={text} onText={setText} field={searchField} hasDiary={found.some(({ diary }) => diary !== null)} folds={open !== undefined} />
        {open === undefined && <SavedViews filters={filters} />}
        {list.error ? (
          <FailurePanel error={list.error} onAgain={() => void list.refetch()} />
        ) : list.data === undefined ? (
          <Busy />
        ) : (
          <div className={list.isPlaceholderData ? 'stale' : undefined} aria-busy={list.isFetching}>
            <p className="found" role="status">{words.found(renderCount(total, language), total === 1)}</p>
            {total === 0 && (filters.waiting === 'new' && text === '' ? <EmptyState title={inbox.noneNew}><p>{inbox.noneNewText}</p></EmptyState> : <EmptyState title={words.noneTitle}><p>{words.noneText}</p></EmptyState>)}
            {total > 0 && (desk && open === undefined ? <IncidentTable incidents={found} total={total} filters={filters} /> : <IncidentCards incidents={found} filters={filters} open={open} />)}
            {list.hasNextPage && (
              <>
                <p className="more">
                  <Button kind="secondary" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                    {list.isFetchingNextPage ? shell.busy : words.more}
                  </Button>
                </p>
                <Rest key={found.length} height={(total - found.length) * 57} onNear={() => void (list.isFetchingNextPage || list.fetchNextPage())} />
              </>
            )}
            {desk && total > 0 && open === undefined && <p className="hint keys-hint">{inbox.keys}</p>}
          </div>
        )}
      </div>
      <Outlet />
    </div>
  )
}

/** What lies behind the list: folded away where there is little room, since nothing in it waits. */
function Logs({ folds }: { readonly folds: boolean }): ReactNode {
  const words = useInboxWords()
  const rights = useQuery(sessionQuery).data?.rights ?? []
  const links = <><SharingLink /><AuthorityLink /></>
  if (!rights.some((right) => right === 'incident.share' || right === 'reading.see' || right === 'breach.manage')) return null
  return folds ? <details className="incidents-logs"><summary>{words.logs}</summary>{links}</details> : <nav className="incidents-logs" aria-label={words.logs}>{links}</nav>
}

function NoIncidents(): ReactNode {
  const { incidents: words, shell, overview } = useMessages()
  const rights = useQuery(sessionQuery).data?.rights ?? []
  return (
    <>
      <PageHeading title={words.title} />
      <AuthorityLink />
      <EmptyState title={words.emptyTitle}>
        <p>{words.emptyText}</p>
        <pre className="command"><code>{shell.importCommand}</code></pre>
        <p>{words.emptyAfter}</p>
        {rights.includes('organisations.manage') && <p><Link to="/import">{overview.emptyMapping}</Link></p>}
      </EmptyState>
    </>
  )
}

export type Filters = { readonly waiting?: 'new' | 'answered'; readonly year?: number; readonly form?: string; readonly organisation?: string; readonly place?: string }

function searchOf({ waiting, year, form, organisation, place }: Filters, text: string): IncidentSearch {
  const trimmed = text.trim()
  return {
    ...(waiting === undefined ? {} : { waiting, order: 'arrived' as const }),
    ...(year === undefined ? {} : { year }),
    ...(form === undefined ? {} : { exploitation: form }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(place === undefined ? {} : { placeType: place }),
    ...(trimmed === '' ? {} : { text: trimmed.slice(0, 100) }),
  }
}
