// One personal data breach, or a new one: its clock, what is known of it, what is sealed, and the paper with what IMY asks for.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { Icon } from '../../shell/icons.tsx'
import { breachesQuery } from './authority-queries.ts'
import './authority.css'
import { BreachForm } from './breach-form.tsx'
import { useBreachWords } from './breach-words.ts'
import { ClockWords } from './clock-words.tsx'

const route = getRouteApi('/breaches/$id')

export function BreachPage(): ReactNode {
  const words = useBreachWords()
  const language = useLanguage()
  const asked = route.useParams().id
  // Made here, and kept while it is written: sent twice it is there once.
  const [made] = useState(() => crypto.randomUUID())
  const id = asked === 'new' ? made : asked
  const query = useQuery(breachesQuery)
  const session = useQuery(sessionQuery)
  const found = query.data?.breaches.find((one) => one.id === id)
  if (query.data && asked !== 'new' && !found) {
    return (
      <div className="authority-page">
        <PageHeading title={words.missingTitle} tab={words.title} before={<Back />} />
        <p>{words.missing}</p>
      </div>
    )
  }
  return (
    <div className="authority-page">
      <PageHeading title={found ? `${words.paper.title} ${renderCount(found.number, language)}` : asked === 'new' ? words.new : words.title} tab={words.title} before={<Back />} />
      <Loaded query={query}>
        {({ now }) => (
          <>
            {found && <section aria-label={words.clockTitle}><ClockWords clock={found.clock} /></section>}
            {session.data && <BreachForm key={id} id={id} entry={found} now={now} session={session.data} />}
          </>
        )}
      </Loaded>
    </div>
  )
}

function Back(): ReactNode {
  const words = useBreachWords()
  return <Link to="/breaches" className="back"><Icon name="back" />{words.toList}</Link>
}
