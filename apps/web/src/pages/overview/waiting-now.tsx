// What waits for whoever coordinates, under the year's figures: new incidents, cases past their day, and the next meeting. It has no year.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { casesQuery } from '../../api/case-queries.ts'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { waitingQuery } from '../../api/queries.ts'
import { renderDay } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { ownWords } from '../../messages/own-words.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'

const useWords = ownWords({
  sv: {
    title: 'Väntar nu',
    fresh: (count: string, one: boolean) => (one ? `${count} ny incident` : `${count} nya incidenter`),
    overdue: (count: string, one: boolean) => (one ? `${count} förfallet ärende` : `${count} förfallna ärenden`),
    next: { core: (day: string) => `Kärngruppen möts ${day}`, network: (day: string) => `Stora nätverket möts ${day}` },
  },
  en: {
    title: 'Waiting now',
    fresh: (count, one) => (one ? `${count} new incident` : `${count} new incidents`),
    overdue: (count, one) => (one ? `${count} case overdue` : `${count} cases overdue`),
    next: { core: (day) => `The core group meets on ${day}`, network: (day) => `The large network meets on ${day}` },
  },
})

export function WaitingNow(): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const { today } = useNetwork()
  const rights = useQuery(sessionQuery).data?.rights ?? []
  const fresh = useQuery({ ...waitingQuery('new'), enabled: rights.includes('incident.search') }).data
  const cases = useQuery({ ...casesQuery(false), enabled: rights.includes('case.follow') }).data?.cases
  const meetings = useQuery({ ...meetingsQuery, enabled: rights.includes('meeting.follow') }).data?.meetings
  const overdue = cases?.filter((one) => one.overdue).length ?? 0
  const next = meetings?.find(({ date, state }) => date >= today && state === 'planned')
  if (fresh === undefined && overdue === 0 && !next) return null
  return (
    <section className="waiting-now" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {fresh !== undefined && <li><Link to="/incidents" search={{ waiting: 'new' }}>{words.fresh(renderCount(fresh, language), fresh === 1)}</Link></li>}
        {overdue > 0 && <li className="waiting-now-late"><Link to="/cases">{words.overdue(renderCount(overdue, language), overdue === 1)}</Link></li>}
        {next && <li><Link to="/meetings/$id" params={{ id: next.id }}>{words.next[next.circle](renderDay(next.date, language))}</Link></li>}
      </ul>
    </section>
  )
}
