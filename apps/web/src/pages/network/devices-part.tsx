// The organisations' devices: who has one, whether it is listed, and taking it away.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { DeviceEntry, MembersAnswer } from '../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Mark } from '../../components/mark.tsx'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { keys } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useNetworkWords } from './network-words.ts'
import { useWriting } from './use-writing.ts'
import { WaitingDevices } from './waiting-devices.tsx'

export function DevicesPart({ answer: { devices } }: { readonly answer: MembersAnswer }): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const writing = useWriting()
  const [removing, setRemoving] = useState<DeviceEntry>()
  const present = devices.filter(({ state }) => state !== 'removed')
  const gone = devices.filter(({ state }) => state === 'removed')
  return (
    <>
      <WaitingDevices devices={devices.filter(({ state }) => state === 'waiting')} />
      <ActOutcome acting={writing} />
      {devices.length === 0 && (
        <EmptyState title={words.devicesEmptyTitle}>
          <p>{words.devicesEmpty}</p>
          <p><Link to="/network" search={{ part: 'invitations' }}>{words.part.invitations}</Link></p>
        </EmptyState>
      )}
      <ul className="people">
        {present.map((device) => <li key={device.id}><DeviceRow device={device} onRemove={() => setRemoving(device)} /></li>)}
      </ul>
      {gone.length > 0 && (
        <details>
          <summary>{words.removedTitle(renderCount(gone.length, language))}</summary>
          <ul className="people">{gone.map((device) => <li key={device.id}><DeviceRow device={device} /></li>)}</ul>
        </details>
      )}
      {removing && (
        <AskOnce
          isOpen onOpenChange={(open) => !open && setRemoving(undefined)} title={words.removeTitle(removing.name)} deed={words.remove} back={words.cancel}
          onDo={() => writing.write(async () => {
            await keys.remove('devices', removing.id)
            return words.removed(removing.name)
          })}
        >
          <p>{words.removeDevice.at}</p>
          <p>{words.removeDevice.last}</p>
        </AskOnce>
      )}
    </>
  )
}

function DeviceRow({ device, onRemove }: { readonly device: DeviceEntry; readonly onRemove?: () => void }): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const { network, organisations } = useNetwork()
  const { name, organisation, state, enrolledAt, lastSeenAt } = device
  const moment = (at: string): string => renderMoment(at, network.timeZone, language)
  return (
    <article className="person" aria-label={name}>
      <div className="person-who">
        <h2>{name}</h2>
      </div>
      <p>
        {organisations.find((one) => one.id === organisation)?.name ?? words.noOrganisation}
        <small>{words.enrolled(moment(enrolledAt))}</small>
      </p>
      <p>
        <Mark kind={state === 'waiting' ? 'lamp' : 'plain'}>{words.deviceState[state]}</Mark>
        {lastSeenAt !== null && <small>{words.seenDevice(moment(lastSeenAt))}</small>}
      </p>
      {onRemove && (
        <p className="person-ways">
          <Button kind="quiet" aria-label={words.removeOf(name)} onPress={onRemove}>{words.remove}</Button>
        </p>
      )}
    </article>
  )
}
