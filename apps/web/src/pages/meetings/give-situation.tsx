// One's own organisation's situation before a meeting: a short sealed text, or that there is nothing to report, which is an answer too.
import type { Organisation } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { MeetingAnswer, SituationRequest } from '../../../../server/src/api/meeting-types.ts'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { timeNow } from './time-now.ts'
import { meetingQuery } from '../../api/meeting-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { useMeetingWords } from './meeting-words.ts'
import { sealMeetingText } from './seal-meeting-text.ts'
import { SealedField } from './sealed-field.tsx'

export type GiveSituationProps = { readonly answer: MeetingAnswer; readonly session: SessionAnswer; readonly members: readonly Organisation[]; readonly onWritten: (id: string, text: string) => void }

export function GiveSituation({ answer: { meeting, situations }, session, members, onWritten }: GiveSituationProps): ReactNode {
  const words = useMeetingWords().give
  const client = useQueryClient()
  const speaksForAll = session.rights.includes('meeting.manage')
  const [chosen, setChosen] = useState(session.caller?.organisation ?? '')
  const [text, setText] = useState('')
  useWarnBeforeLeaving(text.trim() !== '')
  const [empty, setEmpty] = useState(false)
  const { busy, failure, said, act } = useAct()
  const organisation = members.some(({ id }) => id === chosen) ? chosen : ''
  const stands = situations.find((one) => one.organisation === organisation)
  if (!speaksForAll && organisation === '') return null
  const give = (state: 'told' | 'nothing'): Promise<void> => act(async () => {
    const missing = state === 'told' && text.trim() === ''
    setEmpty(missing)
    if (missing) return undefined
    const [id, revision, createdAt] = [stands?.id ?? crypto.randomUUID(), (stands?.revision ?? 0) + 1, timeNow()]
    const coded = { meeting: meeting.id, circle: meeting.circle, kind: 'situation', organisation } as const
    const sealed = state === 'nothing' ? null : await sealMeetingText(session, { text: text.trim(), coded, item: id, revision, previous: stands?.text?.hash ?? null }, createdAt)
    if (state === 'told' && sealed === null) return words.noKeys
    const body: SituationRequest = { id, revision, organisation, state, sealed, createdAt }
    await ask(`meetings/${meeting.id}/situations`, { method: 'POST', body })
    await client.invalidateQueries({ queryKey: meetingQuery(meeting.id).queryKey })
    if (sealed) onWritten(sealed.sealedId, text.trim())
    setText('')
    return state === 'told' ? words.sent : words.sentNothing
  })
  return (
    <div className="meeting-form meeting-give" role="group" aria-label={stands ? words.titleAgain : words.title}>
      <h3>{stands ? words.titleAgain : words.title}</h3>
      {speaksForAll && <SelectField label={words.organisation} none="–" selected={organisation} onSelect={setChosen} options={members.map(({ id, name }) => ({ id, text: name }))} />}
      <SealedField label={words.text} hint={words.hint} value={text} onChange={setText} error={empty ? words.empty : undefined} />
      <p className="meeting-ways">
        <Button kind="primary" isDisabled={busy || organisation === ''} onPress={() => void give('told')}>{words.send}</Button>
        <Button kind="secondary" isDisabled={busy || organisation === ''} onPress={() => void give('nothing')}>{words.nothing}</Button>
      </p>
      <ActOutcome acting={{ said, failure }} />
    </div>
  )
}
