// What one's own organisation is asked for: its situation before a meeting, and once a year what it has seen of begging, labour and crime.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useMeetingWords } from './meeting-words.ts'
import './asked-notice.css'

/** Nothing when nothing is asked, and for those who give no answers. */
export function AskedNotice(): ReactNode {
  const session = useQuery(sessionQuery)
  return session.data?.rights.includes('situation.give') ? <Asked /> : null
}

function Asked(): ReactNode {
  const words = useMeetingWords().asked
  const language = useLanguage()
  const asked = useQuery(meetingsQuery).data?.asked
  if (!asked || (asked.meetings.length === 0 && asked.year === null)) return null
  return (
    <section className="asked-notice" aria-label={words.title}>
      <ul>
        {asked.meetings.map(({ id, date }) => <li key={id}><Link to="/meetings/$id" params={{ id }}>{words.situation(renderDay(date, language))}</Link> <span className="hint">{words.short}</span></li>)}
        {asked.year !== null && <li><Link to="/meetings" hash="yearly">{words.year(String(asked.year))}</Link> <span className="hint">{words.yearShort}</span></li>}
      </ul>
    </section>
  )
}
