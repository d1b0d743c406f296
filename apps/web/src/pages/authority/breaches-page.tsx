// The log of personal data breaches, the latest first, each with its clock; and the way to note another.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { breachesQuery } from './authority-queries.ts'
import './authority.css'
import { useBreachWords } from './breach-words.ts'
import { ClockWords } from './clock-words.tsx'

export function BreachesPage(): ReactNode {
  const words = useBreachWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const query = useQuery(breachesQuery)
  return (
    <div className="authority-page">
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <p className="authority-ways">
        <Link to="/breaches/$id" params={{ id: 'new' }} className="button button-primary">{words.new}</Link>
        <Link to="/authority">{words.toAuthority}</Link>
      </p>
      <Loaded query={query}>
        {({ breaches }) => (breaches.length === 0 ? <EmptyState title={words.noneTitle}><p>{words.none}</p></EmptyState> : (
          <ul className="authority-list">
            {breaches.toReversed().map(({ id, number, content, clock }) => (
              <li key={id}>
                <h2 className="breach-name"><Link to="/breaches/$id" params={{ id }}>{words.number(renderCount(number, language))}</Link> <Mark kind={content.closed ? 'plain' : 'lamp'}>{content.closed ? words.closed : words.open}</Mark></h2>
                <p>{words.discovered(renderMoment(content.discoveredAt, network.timeZone, language))}. {content.causes.map((code) => words.cause[code]).join(', ')}</p>
                <ClockWords clock={clock} />
              </li>
            ))}
          </ul>
        ))}
      </Loaded>
    </div>
  )
}
