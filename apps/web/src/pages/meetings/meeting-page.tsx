// One meeting: agenda, what organisations say before it, what came from earlier ones, what it decided and who does what.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { MeetingAnswer, MeetingEntry } from '../../../../server/src/api/meeting-types.ts'
import { FailureError } from '../../api/ask.ts'
import { meetingQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { renderDay } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { SituationPart } from '../situation/situation-part.tsx'
import { Actions } from './actions.tsx'
import { Decisions } from './decisions.tsx'
import { useMeetingWords } from './meeting-words.ts'
import { MeetingEditor } from './meeting-editor.tsx'
import './meetings.css'
import { Situations } from './situations.tsx'
import { useMeetingTexts } from './use-meeting-texts.ts'

export function MeetingPage(): ReactNode {
  const words = useMeetingWords()
  const { id } = useParams({ from: '/meetings/$id' })
  const query = useQuery({ ...meetingQuery(id), retry: (count, error) => !isMissing(error) && count < 2 })
  if (isMissing(query.error)) return <><PageHeading title={words.title} before={<Back />} /><p>{words.notFound}</p></>
  return <Loaded query={query}>{(answer) => <Meeting key={answer.meeting.id} answer={answer} />}</Loaded>
}

function Meeting({ answer }: { readonly answer: MeetingAnswer }): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const { organisations } = useNetwork()
  const session = useQuery(sessionQuery)
  const [edits, setEdits] = useState<MeetingEntry>()
  const [saved, setSaved] = useState(false)
  const { form, opener } = useFormFocus(edits ? 'edit' : undefined)
  const texts = useMeetingTexts()
  const { meeting } = answer
  const edit = (entry: MeetingEntry | undefined): void => {
    setSaved(false)
    setEdits(entry)
  }
  const rights = session.data?.rights ?? []
  const manages = rights.includes('meeting.manage')
  const reads = rights.includes('meeting.follow')
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const fresh = answer.actions.filter((action) => action.meeting === meeting.id)
  const carried = answer.actions.filter((action) => action.meeting !== meeting.id)
  return (
    <article className="meeting">
      <PageHeading title={`${words.circleMeeting[meeting.circle]} ${renderDay(meeting.date, language)}`} tab={words.title} before={<Back />} />
      <p className="meeting-about">
        <Mark kind={meeting.state === 'cancelled' ? 'lamp' : 'plain'}>{words.state[meeting.state]}</Mark>
        <span>{words.when(meeting.begins, meeting.ends)}</span>
      </p>
      <p className="meeting-ways">
        {manages && <Button kind="secondary" ref={opener('edit')} aria-expanded={edits !== undefined} onPress={() => edit(edits ? undefined : meeting)}>{words.edit}</Button>}
        <Button kind="quiet" onPress={() => window.print()}>{words.print}</Button>
      </p>
      <p role="status" className={saved ? 'outcome' : 'unseen'}>{saved && words.editor.saved}</p>
      {edits && (
        <MeetingEditor
          key={edits.revision} form={form} meeting={edits} newest={meeting} onAgain={() => setEdits(meeting)} onCancel={() => edit(undefined)}
          onSaved={() => {
            setEdits(undefined)
            setSaved(true)
          }}
        />
      )}
      {reads && <Texts answer={answer} texts={texts} isMember={session.data?.state === 'signed-in'} />}
      <section aria-labelledby="agenda">
        <h2 id="agenda">{words.agenda}</h2>
        {meeting.agenda.length === 0 ? <p className="hint">{words.noAgenda}</p> : <ol className="meeting-agenda">{meeting.agenda.map((title, index) => <li key={index}>{title}</li>)}</ol>}
      </section>
      {reads && <SituationPart meeting={meeting.id} />}
      <Situations answer={answer} opened={texts.opened} onWritten={texts.wrote} />
      <section aria-labelledby="carried">
        <h2 id="carried">{words.carried}</h2>
        <Actions meeting={meeting} actions={carried} texts={texts} label={words.carried} none={words.carriedNone} />
      </section>
      {reads && <Decisions answer={answer} opened={texts.opened} manages={manages} onWritten={texts.wrote} />}
      <section aria-labelledby="actions">
        <h2 id="actions">{words.actions}</h2>
        <Actions meeting={meeting} actions={fresh} texts={texts} label={words.actions} none={words.actionsNone} />
        {manages && <Decisions.New kind="action" answer={answer} onWritten={texts.wrote} />}
      </section>
      <section aria-labelledby="attendance">
        <h2 id="attendance">{words.attendance}</h2>
        {meeting.attendance === null ? <p className="hint">{words.attendanceUnknown}</p> : (
          <ul className="meeting-attendance">{meeting.attendance.map((one) => names.get(one) ?? '–').toSorted((a, b) => a.localeCompare(b, 'sv')).map((name) => <li key={name}>{name}</li>)}</ul>
        )}
      </section>
    </article>
  )
}

type TextsProps = { readonly answer: MeetingAnswer; readonly texts: ReturnType<typeof useMeetingTexts>; readonly isMember: boolean }

/** All of them with one act, which is noted. */
function Texts({ answer: { meeting, situations, decisions, actions }, texts: { opened, open, close }, isMember }: TextsProps): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const { busy, failure, said, act } = useAct()
  if (decisions.length + actions.length + situations.filter(({ text }) => text).length === 0) return null
  return (
    <div className="meeting-sealed">
      <Icon name={opened ? 'unsealed' : 'sealed'} />
      <div>
        <p>{isMember ? words.locked : words.lockedHere}</p>
        {!isMember && <pre className="command"><code>npx lykta read --meeting {meeting.id}</code></pre>}
        {isMember && (opened
          ? <Button kind="secondary" onPress={close}>{words.close}</Button>
          : <Button kind="primary" isDisabled={busy} onPress={() => void act(async () => {
            const count = await open(meeting.id)
            return count === undefined ? undefined : words.opened(renderCount(count, language))
          })}>{busy ? words.opening : words.open}</Button>)}
        <ActOutcome acting={{ said: opened ? said : '', failure }} />
      </div>
    </div>
  )
}

function Back(): ReactNode {
  const words = useMeetingWords()
  return <Link to="/meetings" className="back"><Icon name="back" />{words.back}</Link>
}

function isMissing(error: unknown): boolean {
  return error instanceof FailureError && error.failure.status === 404
}
