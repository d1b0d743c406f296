// Meetings: what comes next in each circle, what has been, a year's dates in one go, and what is asked once a year.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MeetingEntry } from '../../../../server/src/api/meeting-types.ts'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderDay } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { RecentReports } from '../situation/recent-reports.tsx'
import { SituationList } from '../situation/situation-list.tsx'
import { AskedNotice } from './asked-notice.tsx'
import { useMeetingWords } from './meeting-words.ts'
import './meetings.css'
import { PlanYear } from './plan-year.tsx'
import { YearlyQuestions } from './yearly-questions.tsx'

export function MeetingsPage(): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  const query = useQuery(meetingsQuery)
  const rights = session.data?.rights ?? []
  const seesBoth = rights.includes('meeting.follow')
  return (
    <div className="meetings">
      <PageHeading title={words.title} />
      <p className="lead">{seesBoth ? words.lead : words.leadNetwork}</p>
      <AskedNotice />
      <Loaded query={query}>
        {({ meetings }) => (
          <>
            {meetings.length === 0 ? (
              <EmptyState title={words.emptyTitle}><p>{rights.includes('meeting.manage') ? words.emptyManage : words.empty}</p></EmptyState>
            ) : (
              <>
                <div className="meetings-circles">
                  {(['core', 'network'] as const).filter((circle) => seesBoth || circle === 'network').map((circle) => (
                    <Circle key={circle} title={words.circle[circle]} meetings={meetings.filter((one) => one.circle === circle)} />
                  ))}
                </div>
                <p className="meetings-calendar">
                  <a href={`/api/meetings.ics?lang=${language}`} download>{words.calendar}</a> <span className="hint">{words.calendarHint}</span>
                </p>
              </>
            )}
            {seesBoth ? <RecentReports meetings={meetings} /> : <SituationList />}
            {rights.includes('statistics.read') && <p><Link to="/effort">{words.effort}</Link></p>}
          </>
        )}
      </Loaded>
      {rights.includes('situation.give') && <YearlyQuestions />}
      {rights.includes('meeting.manage') && <PlanYear />}
    </div>
  )
}

/** A year's. */
const shownPast = 4

function Circle({ title, meetings }: { readonly title: string; readonly meetings: readonly MeetingEntry[] }): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const { today } = useNetwork()
  const coming = meetings.filter(({ date, state }) => date >= today && state !== 'held')
  const past = meetings.filter((one) => !coming.includes(one)).toReversed()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <h3>{words.next}</h3>
      {coming.length === 0 ? <p className="hint">{words.none}</p> : <ul>{coming.map((one, index) => <Entry key={one.id} meeting={one} isNext={index === 0} />)}</ul>}
      {past.length > 0 && (
        <>
          <h3>{words.past}</h3>
          <ul>{past.slice(0, shownPast).map((one) => <Entry key={one.id} meeting={one} isPast />)}</ul>
          {past.length > shownPast && (
            <details className="meetings-older">
              <summary>{words.older(renderCount(past.length - shownPast, language))}</summary>
              <ul>{past.slice(shownPast).map((one) => <Entry key={one.id} meeting={one} isPast />)}</ul>
            </details>
          )}
        </>
      )}
    </section>
  )
}

/** Marked where it is not what its place says: cancelled, or over and not noted as held. */
function Entry({ meeting: { id, date, begins, ends, state, agenda }, isNext = false, isPast = false }: { readonly meeting: MeetingEntry; readonly isNext?: boolean; readonly isPast?: boolean }): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  return (
    <li className={isNext ? 'meetings-next' : ''}>
      <Link to="/meetings/$id" params={{ id }}>{renderDay(date, language)}</Link>
      <span className="hint">{begins}–{ends}{agenda.length > 0 && `, ${words.points(agenda.length)}`}</span>
      {state !== (isPast ? 'held' : 'planned') && <Mark kind={state === 'held' ? 'plain' : 'lamp'}>{words.state[state]}</Mark>}
    </li>
  )
}
