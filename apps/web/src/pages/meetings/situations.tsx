// What organisations say before a meeting: who has answered and what, and one's own answer; a line becomes an incident with one key.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { MeetingAnswer } from '../../../../server/src/api/meeting-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Mark } from '../../components/mark.tsx'
import type { OpenedReason } from '../../keys/keys.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { GiveSituation } from './give-situation.tsx'
import { useMeetingWords } from './meeting-words.ts'
import { openReport } from './open-report.ts'
import { OpenedLines } from './opened-lines.tsx'
import { useMembersOn } from './use-members-on.ts'

export type SituationsProps = { readonly answer: MeetingAnswer; readonly opened: ReadonlyMap<string, OpenedReason> | null; readonly onWritten: (id: string, text: string) => void }

export function Situations({ answer, opened, onWritten }: SituationsProps): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  const [blocked, setBlocked] = useState(false)
  const { meeting, situations } = answer
  const everybody = useMembersOn(meeting.date)
  const members = everybody.filter(({ id }) => answer.invited.includes(id))
  // The core group's meeting is told by those who belong to it; before anybody is known to, the coordinator may choose among all.
  const speakers = meeting.circle === 'core' && members.length > 0 ? members : everybody
  const rights = session.data?.rights ?? []
  if (!rights.includes('situation.give')) return null
  const reads = rights.includes('meeting.follow')
  const reports = rights.includes('incident.enter-for-others')
  const answered = members.filter(({ id }) => situations.some(({ organisation }) => organisation === id))
  const shown = reads ? members : members.filter(({ id }) => id === session.data?.caller?.organisation)
  const isOpen = opened !== null && situations.some(({ text }) => text && opened.has(text.id))
  return (
    <section aria-labelledby="situations">
      <h2 id="situations">{words.situations}</h2>
      <p>{reads ? words.situationsAbout : words.situationsNetwork}</p>
      {reads && <p><strong>{words.answered(renderCount(answered.length, language), renderCount(members.length, language))}</strong> {isOpen && reports && <span className="hint">{words.toIncidentHint}</span>}</p>}
      <ul className="meeting-situations">
        {shown.map(({ id, name }) => {
          const said = situations.find(({ organisation }) => organisation === id)
          const text = said?.text && opened?.get(said.text.id)
          return (
            <li key={id}>
              <p><strong>{name}</strong> <Mark kind={said ? (said.state === 'told' ? 'accent' : 'plain') : meeting.state === 'planned' ? 'lamp' : 'plain'}>{words.said[said?.state ?? 'missing']}</Mark></p>
              {text && <OpenedLines opened={text} onIncident={reports ? (line) => setBlocked(!openReport({ organisation: id, text: line })) : undefined} />}
            </li>
          )
        })}
      </ul>
      <p role="status" className={blocked ? 'meeting-seems' : 'unseen'}>{blocked && words.blocked}</p>
      {meeting.state !== 'cancelled' && session.data && <GiveSituation answer={answer} session={session.data} members={speakers} onWritten={onWritten} />}
    </section>
  )
}
