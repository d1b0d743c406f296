// The latest situation reports, beside the meetings that they were made for: what each waits for, and that one is being made.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MeetingEntry } from '../../../../server/src/api/meeting-types.ts'
import type { SituationsAnswer } from '../../../../server/src/api/situation-types.ts'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { renderDay, renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useMeetingWords } from '../meetings/meeting-words.ts'
import { situationsQuery, useMaking } from './situation-queries.ts'
import { useSituationWords } from './situation-words.ts'

/** As many as make a year of both circles. */
const most = 8

export function RecentReports({ meetings }: { readonly meetings: readonly MeetingEntry[] }): ReactNode {
  const words = useSituationWords()
  const query = useQuery(situationsQuery)
  return (
    <section aria-labelledby="situation-reports" className="meetings-recent">
      <h2 id="situation-reports">{words.listTitle}</h2>
      <Loaded query={query}>{(answer) => <Reports answer={answer} meetings={meetings} />}</Loaded>
    </section>
  )
}

function Reports({ answer: { versions, job }, meetings }: { readonly answer: SituationsAnswer; readonly meetings: readonly MeetingEntry[] }): ReactNode {
  const words = useSituationWords()
  const ofMeetings = useMeetingWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const making = useMaking(job)
  const running = making.job?.state === 'running'
  const byMeeting = Map.groupBy(versions, ({ meeting }) => meeting)
  const shown = [...byMeeting].flatMap(([id, own]) => {
    const meeting = meetings.find((one) => one.id === id)
    return meeting ? [{ meeting, newest: own.filter(({ report }) => report === own[0]!.report) }] : []
  }).toSorted((a, b) => (a.meeting.date < b.meeting.date ? 1 : -1))
  return (
    <>
      {shown.length === 0 && !running && <p className="hint">{words.noneMade}</p>}
      <ul className="meetings-reports">
        {shown.slice(0, most).map(({ meeting: { id, circle, date }, newest }) => (
          <li key={id}>
            <Link to="/meetings/$id" params={{ id }} hash="situation-report">{`${ofMeetings.circleMeeting[circle]} ${renderDay(date, language)}`}</Link>
            <span className="hint">{words.made(renderMoment(newest[0]!.madeAt, network.timeZone, language))}</span>
            {newest.some(({ outdated }) => outdated) && <Mark kind="plain">{words.outdatedShort}</Mark>}
            {newest.some(({ mayRelease }) => mayRelease) && <Mark kind="lamp">{words.waitsForRelease(newest.filter(({ mayRelease }) => mayRelease).length)}</Mark>}
          </li>
        ))}
      </ul>
      <p role="status" className={running ? 'hint' : 'unseen'}>{running ? `${words.running}: ${words.steps[making.job.step].toLocaleLowerCase(language)} …` : ''}</p>
    </>
  )
}
