// Actions of a meeting or carried to it: whose they are, by when, how they stand; settled by whoever does them, changed and taken back by the coordinator.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ActionEntry, ActionRequest, MeetingEntry } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { orLookAgain } from '../../api/or-look-again.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { useAct } from '../../components/use-act.ts'
import { useLostFocus } from '../../components/use-lost-focus.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { ActionForm } from './action-form.tsx'
import { useMeetingWords } from './meeting-words.ts'
import { OpenedLines } from './opened-lines.tsx'
import { timeNow } from './time-now.ts'
import { useMembersOn } from './use-members-on.ts'
import type { MeetingTexts } from './use-meeting-texts.ts'

export type ActionsProps = {
  readonly meeting: MeetingEntry
  readonly actions: readonly ActionEntry[]
  readonly texts: MeetingTexts
  readonly label: string
  /** Said where there is none. */
  readonly none: string
}

export function Actions({ meeting, actions, texts, label, none }: ActionsProps): ReactNode {
  // What was changed or taken back is said here: the action itself may be gone.
  const [said, setSaid] = useState('')
  const place = useLostFocus<HTMLDivElement>(said)
  return (
    <div ref={place} tabIndex={-1}>
      {actions.length === 0 ? <p className="hint">{none}</p> : (
        <ol className="meeting-items" aria-label={label}>
          {actions.map((action, index) => <Action key={action.id} meeting={meeting} action={action} number={index + 1} texts={texts} onSaid={setSaid} />)}
        </ol>
      )}
      <p role="status" className={said === '' ? 'unseen' : 'outcome'}>{said}</p>
    </div>
  )
}

type ActionProps = { readonly meeting: MeetingEntry; readonly action: ActionEntry; readonly number: number; readonly texts: MeetingTexts; readonly onSaid: (text: string) => void }

function Action({ meeting, action, number, texts, onSaid }: ActionProps): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { organisations, today } = useNetwork()
  const session = useQuery(sessionQuery)
  const members = useMembersOn(meeting.date)
  // As it stood when its form was filled.
  const [edits, setEdits] = useState<ActionEntry>()
  const [asking, setAsking] = useState(false)
  const { busy, failure, said, act } = useAct()
  const { organisation, state, due, settled, madeOn } = action
  const opened = texts.opened?.get(action.text.id)
  const owner = organisations.find(({ id }) => id === organisation)
  const rights = session.data?.rights ?? []
  const manages = rights.includes('meeting.manage')
  const settles = manages || (rights.includes('meeting.follow') && organisation !== null && organisation === session.data?.caller?.organisation)
  const settle = (next: ActionRequest['state']): Promise<void> => act(async () => {
    onSaid('')
    const { id, revision, line, meeting: madeAt } = action
    const body: ActionRequest = { id, revision: revision + 1, line, organisation, due, state: next, sealed: 'kept', createdAt: timeNow() }
    await orLookAgain(client, [meetingsQuery.queryKey], () => ask(`meetings/${madeAt}/actions`, { method: 'POST', body }))
    await client.invalidateQueries({ queryKey: meetingsQuery.queryKey })
    if (next !== 'withdrawn') return words.action.state[next]
    onSaid(words.note.undone)
    return undefined
  })
  const late = state === 'open' && due !== null && due < today
  return (
    <li>
      {opened ? <OpenedLines opened={opened} /> : <p className="faint">{words.sealed}</p>}
      <p className="meeting-action-about">
        <span>{words.action.owner}: <strong>{owner?.name ?? words.action.nobody}</strong></span>
        {due !== null && <span>{words.action.due} {renderDay(due, language)}</span>}
        {action.meeting !== meeting.id && <span className="hint">{words.action.made(renderDay(madeOn, language))}</span>}
        <Mark kind={late ? 'lamp' : state === 'open' ? 'accent' : 'plain'}>{late ? words.action.late : settled === null ? words.action.state[state] : words.action.settledOn(words.action.state[state], renderDay(settled, language))}</Mark>
      </p>
      {settles && !edits && (
        <p className="meeting-ways">
          {state === 'open' ? (
            <>
              <Button kind="secondary" isDisabled={busy} aria-label={words.action.of(words.action.done, number)} onPress={() => void settle('done')}>{words.action.done}</Button>
              <Button kind="quiet" isDisabled={busy} aria-label={words.action.of(words.action.drop, number)} onPress={() => void settle('dropped')}>{words.action.drop}</Button>
              {manages && <Button kind="quiet" isDisabled={busy} aria-label={words.action.of(words.action.change, number)} onPress={() => setEdits(action)}>{words.action.change}</Button>}
            </>
          ) : <Button kind="quiet" isDisabled={busy} aria-label={words.action.of(words.action.reopen, number)} onPress={() => void settle('open')}>{words.action.reopen}</Button>}
          {manages && <Button kind="quiet" isDisabled={busy} aria-label={words.action.of(words.mistake.was, number)} onPress={() => setAsking(true)}>{words.mistake.was}</Button>}
        </p>
      )}
      {edits && session.data && (
        <ActionForm
          key={edits.revision} action={edits} newest={action} circle={meeting.circle} number={number} opened={opened?.text} session={session.data} onWritten={texts.wrote} onAgain={() => setEdits(action)}
          members={owner && !members.includes(owner) ? [...members, owner] : members}
          onEnd={(text = '') => {
            setEdits(undefined)
            onSaid(text)
          }}
        />
      )}
      <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.action.of(words.mistake.was, number)} deed={words.note.undo} back={words.mistake.back} onDo={() => settle('withdrawn')}>
        <p>{words.mistake.action}</p>
      </AskOnce>
      <ActOutcome acting={{ said, failure }} />
    </li>
  )
}
