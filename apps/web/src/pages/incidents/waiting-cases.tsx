// Beside new incidents: the cases whose day has passed, that wait for one's own organisation, or that nobody has written in for a month.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CasesAnswer, CaseSummary } from '../../../../server/src/api/case-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { renderDay } from '../../format/dates.ts'
import { dayOfInstant, daysSince } from '../../format/day-of-instant.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useInboxWords } from './inbox-words.ts'

const silentDays = 30

export function WaitingCases(): ReactNode {
  const session = useQuery(sessionQuery)
  return session.data?.rights.includes('case.follow') ? <Waiting organisation={session.data.caller?.organisation ?? null} /> : null
}

function Waiting({ organisation }: { readonly organisation: string | null }): ReactNode {
  const words = useInboxWords()
  const language = useLanguage()
  const { network: { timeZone } } = useNetwork()
  const { data } = useQuery({ queryKey: ['cases', 'waiting'], queryFn: ({ signal }) => ask<CasesAnswer>('cases', { signal }) })
  if (!data || data.cases.length === 0) return null
  const open = data.cases.filter(({ closed }) => closed === null)
  const isSilent = ({ silentSince }: CaseSummary): boolean => daysSince(silentSince, data.today, timeZone) > silentDays
  const groups = [
    { title: words.overdue, cases: open.filter(({ overdue }) => overdue), of: ({ due }: CaseSummary) => words.due(renderDay(due!, language)), lamp: true },
    { title: words.mine, cases: open.filter(({ overdue, responsible }) => !overdue && responsible !== null && responsible === organisation), of: ({ due }: CaseSummary) => (due === null ? '' : words.due(renderDay(due, language))), lamp: false },
    { title: words.silent, cases: open.filter((one) => !one.overdue && isSilent(one)), of: ({ silentSince }: CaseSummary) => words.silentSince(renderDay(dayOfInstant(silentSince, timeZone), language)), lamp: false },
  ].filter(({ cases }) => cases.length > 0)
  if (groups.length === 0) return null
  return (
    <section className="waiting-cases" aria-label={words.cases}>
      {groups.map(({ title, cases, of, lamp }) => (
        <div key={title}>
          <h2>{title} <span className={lamp ? 'waiting-count waiting-lamp' : 'waiting-count'}>{cases.length}</span></h2>
          <ul>
            {cases.slice(0, 5).map((one) => <li key={one.ref}><a href={`/cases/${one.ref}`}>{one.ref}</a> <span className="faint">{of(one)}</span></li>)}
          </ul>
        </div>
      ))}
    </section>
  )
}
