// Ending an organisation: its last day, and what happens to its invitations, devices and members, before it is done.
import type { Organisation } from '@lykta/incident'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useNetwork } from '../../../network.ts'
import { dayError } from './organisation-draft.ts'
import { useOrganisationWords } from './organisation-words.ts'
import type { Belonging } from './use-organisations.ts'

export type OrganisationEndingProps = {
  readonly organisation: Organisation
  readonly belonging: Belonging
  readonly busy: boolean
  readonly onDo: (lastDay: string) => void
  readonly onEnd: () => void
}

export function OrganisationEnding({ organisation: { name, joined }, belonging: { members, devices }, busy, onDo, onEnd }: OrganisationEndingProps): ReactNode {
  const words = useOrganisationWords()
  const { today } = useNetwork()
  const [day, setDay] = useState<string>(today)
  const [error, setError] = useState<'day' | 'dayEarly' | 'backwards'>()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => group.current?.querySelector('input')?.focus(), [])
  const act = (): void => {
    const found = dayError(day, today) ?? (joined !== null && day < joined ? 'backwards' : undefined)
    setError(found)
    if (!found) onDo(day)
  }
  const names = (list: readonly { readonly name: string }[]): string => list.map((one) => one.name).join(', ')
  return (
    <div ref={group} className="indicator-form" role="group" aria-label={words.endTitle(name)}>
      <h3>{words.endTitle(name)}</h3>
      <TextField type="date" className="field-date" label={words.left} value={day} onChange={setDay} error={error && words[error]} />
      <p>{words.endAt}</p>
      <ul className="what-goes">
        <li>{words.endInvitations}</li>
        {devices.length > 0 && <li>{words.endDevices(names(devices))}</li>}
        {members.length > 0 && <li>{words.endMembers(names(members))}</li>}
        <li>{words.endStays}</li>
      </ul>
      <p>{words.endUndo}</p>
      <p className="network-ways">
        <Button kind="secondary" onPress={onEnd}>{words.cancel}</Button>
        <Button kind="danger" isDisabled={busy} onPress={act}>{words.end}</Button>
      </p>
    </div>
  )
}
