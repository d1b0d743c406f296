// Actions of a meeting or carried to it: whose they are, by when, how they stand; settled by the coordinator and by whoever does them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ActionEntry, ActionRequest, MeetingEntry } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderDay } from '../../format/dates.ts'
import type { OpenedReason } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useMeetingWords } from './meeting-words.ts'
import { OpenedLines } from './opened-lines.tsx'
import { timeNow } from './time-now.ts'

export type ActionsProps = {
  readonly meeting: MeetingEntry
  readonly actions: readonly ActionEntry[]
  readonly opened: ReadonlyMap<string, OpenedReason> | null
  readonly label: string
}

export function Actions({ meeting, actions, opened, label }: ActionsProps): ReactNode {
  return (
    <ol className="meeting-items" aria-label={label}>
      {actions.map((action, index) => <Action key={action.id} meeting={meeting} action={action} number={index + 1} opened={opened?.get(action.text.id)} />)}
    </ol>
  )
}

type ActionProps = { readonly meeting: MeetingEntry; readonly action: ActionEntry; readonly number: number; readonly opened: OpenedReason | undefined }

function Action({ meeting, action, number, opened }: ActionProps): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { organisations, today } = useNetwork()
  const session = useQuery(sessionQuery)
  const { busy, failure, said, act } = useAct()
  const { organisation, state, due, settled, madeOn } = action
  const rights = session.data?.rights ?? []
  const settles = rights.includes('meeting.manage') || (rights.includes('meeting.follow') && organisation !== null && organisation === session.data?.caller?.organisation)
  const settle = (next: ActionRequest['state']): Promise<void> => act(async () => {
    const { id, revision, line, meeting: madeAt } = action
    const body: ActionRequest = { id, revision: revision + 1, line, organisation, due, state: next, sealed: 'kept', createdAt: timeNow() }
    await ask(`meetings/${madeAt}/actions`, { method: 'POST', body })
    await client.invalidateQueries({ queryKey: meetingsQuery.queryKey })
    return words.action.state[next === 'withdrawn' ? 'dropped' : next]
  })
  const late = state === 'open' && due !== null && due < today
  return (
    <li>
      {opened ? <OpenedLines opened={opened} /> : <p className="faint">{words.sealed}</p>}
      <p className="meeting-action-about">
        <span>{words.action.owner}: <strong>{organisations.find(({ id }) => id === organisation)?.name ?? words.action.nobody}</strong></span>
        {due !== null && <span>{words.action.due} {renderDay(due, language)}</span>}
        {action.meeting !== meeting.id && <span className="hint">{words.action.made(renderDay(madeOn, language))}</span>}
        <Mark kind={late ? 'lamp' : state === 'open' ? 'accent' : 'plain'}>{late ? words.action.late : settled === null ? words.action.state[state] : words.action.settledOn(words.action.state[state], renderDay(settled, language))}</Mark>
      </p>
      {settles && (
        <p className="meeting-ways">
          {state === 'open' ? (
            <>
              <Button kind="secondary" isDisabled={busy} aria-label={words.action.of(words.action.done, number)} onPress={() => void settle('done')}>{words.action.done}</Button>
              <Button kind="quiet" isDisabled={busy} aria-label={words.action.of(words.action.drop, number)} onPress={() => void settle('dropped')}>{words.action.drop}</Button>
            </>
          ) : <Button kind="quiet" isDisabled={busy} aria-label={words.action.of(words.action.reopen, number)} onPress={() => void settle('open')}>{words.action.reopen}</Button>}
        </p>
      )}
      <ActOutcome acting={{ said, failure }} />
    </li>
  )
}
