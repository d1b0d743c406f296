// Over the list: what is new, what has been answered, and what may be the same; each with how many there are.
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { waitingQuery } from '../../api/queries.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useInboxWords } from './inbox-words.ts'
import type { Filters } from './incidents-page.tsx'

const waitings = [undefined, 'new', 'answered'] as const

export function WaitingStrip({ filters }: { readonly filters: Filters }): ReactNode {
  const words = useInboxWords()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  const totals = useQueries({
    queries: [waitingQuery('new'), waitingQuery('answered')],
  })
  const { waiting: chosen, ...others } = filters
  return (
    <nav className="waiting-strip" aria-label={words.title}>
      <ul>
        {waitings.map((waiting, index) => (
          <li key={waiting ?? 'all'}>
            <Link to="/incidents" search={waiting === undefined ? others : { ...others, waiting }} aria-current={chosen === waiting ? 'page' : undefined} activeOptions={{ exact: true, includeSearch: true }} replace resetScroll={false}>
              {waiting === undefined ? words.all : words[waiting]}
              {index > 0 && totals[index - 1]?.data !== undefined && <span className={waiting === 'answered' && (totals[1]?.data ?? 0) > 0 ? 'waiting-count waiting-lamp' : 'waiting-count'}>{renderCount(totals[index - 1]!.data!, language)}</span>}
            </Link>
          </li>
        ))}
        {session.data?.rights.includes('incident.link') && <li className="waiting-way"><Link to="/same">{words.same}</Link></li>}
        {session.data?.rights.includes('organisations.manage') && <li><Link to="/import">{words.bringIn}</Link></li>}
      </ul>
      {chosen !== undefined && <p className="hint">{chosen === 'new' ? words.newHint : words.answeredHint}</p>}
    </nav>
  )
}
