// What waits for the coordinator, oldest duty first; a line that says so when nothing does.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MembersAnswer, SettingsAnswer } from '../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useNetworkWords } from './network-words.ts'
import { Rewrapping } from './rewrapping.tsx'
import { useRewrapLeft } from './use-rewrap-left.ts'
import { useWriting } from './use-writing.ts'
import { WaitingDevices } from './waiting-devices.tsx'
import { WaitingMember } from './waiting-member.tsx'

export function Waiting({ answer, settings }: { readonly answer: MembersAnswer; readonly settings: SettingsAnswer | undefined }): ReactNode {
  const words = useNetworkWords()
  const { log } = useKeys()
  const rotating = useWriting()
  const admitting = useWriting()
  const left = useRewrapLeft()
  const members = answer.members.filter(({ state, active }) => active && state === 'waiting')
  const devices = answer.devices.filter(({ state }) => state === 'waiting')
  const testDue = settings !== undefined && settings.settings.recoveryTestedAt === null
  const rotationDue = log?.rotationDue ?? false
  const nothing = members.length === 0 && devices.length === 0 && !testDue && !rotationDue && left === 0
  return (
    <section className="network-section waiting" aria-label={words.waiting}>
      <h2>{words.waiting}</h2>
      {nothing && <p>{words.nothingWaits}</p>}
      {testDue && (
        <div className="waits">
          <p>{settings.takesIncidents ? words.newTestDue : words.testDue}</p>
          <Link to="/network" search={{ part: 'keys' }} className="button button-secondary">{words.toKeys}</Link>
        </div>
      )}
      {rotationDue && (
        <div className="waits">
          <p>{words.rotationDue}</p>
          <Button
            kind="primary" isDisabled={rotating.busy}
            onPress={() => void rotating.write(async () => {
              await keys.rotate()
              return words.rotated
            })}
          >
            {words.rotateNow}
          </Button>
        </div>
      )}
      <ActOutcome acting={rotating} />
      {members.map((member) => <WaitingMember key={member.id} member={member} answer={answer} writing={admitting} />)}
      <ActOutcome acting={admitting} />
      <WaitingDevices devices={devices} />
      <Rewrapping />
    </section>
  )
}
