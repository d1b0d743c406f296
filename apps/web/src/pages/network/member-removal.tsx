// Removing a member: what goes, asked once; her sign-ins end, the key is changed, and the texts' small key files follow.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MemberEntry } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { AskOnce } from '../../components/ask-once.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useNetworkWords } from './network-words.ts'
import { rewrapJob } from './rewrap-job.ts'
import type { Writing } from './use-writing.ts'

export type MemberRemovalProps = { readonly member: MemberEntry; readonly writing: Writing; readonly onEnd: () => void; readonly onPropose: () => void }

export function MemberRemoval({ member: { id, name }, writing, onEnd, onPropose }: MemberRemovalProps): ReactNode {
  const words = useNetworkWords()
  const session = useQuery(sessionQuery)
  const { log } = useKeys()
  const isMe = session.data?.caller?.id === id
  const coordinators = log?.holders.filter(({ role }) => role === 'coordinator') ?? []
  const isCoordinator = coordinators.some((one) => one.id === id)
  const isReader = log?.holders.some((holder) => holder.id === id && holder.role !== 'reporter') ?? false
  const remove = (): Promise<void> =>
    writing.write(async () => {
      await keys.remove('members', id)
      if (isReader && !isMe) void rewrapJob.run()
      return words.removed(name)
    })
  if (isCoordinator && coordinators.length === 1) {
    return (
      <AskOnce isOpen onOpenChange={onEnd} title={words.removeTitle(name)} deed={words.later} back={words.cancel} danger={false} onDo={onEnd}>
        <p>{words.notRemovable}</p>
      </AskOnce>
    )
  }
  const { removeMember } = words
  return (
    <AskOnce
      isOpen onOpenChange={(open) => !open && onEnd()} title={isMe ? words.leaveTitle : words.removeTitle(name)}
      deed={isMe ? words.leave : words.remove} back={words.cancel}
      onDo={() => {
        // Nobody drives a coordinator out alone; she may go by herself.
        if (isCoordinator && !isMe) return onPropose()
        return remove().then(() => (isMe ? location.assign('/') : undefined))
      }}
    >
      {isMe ? (
        <p>{words.leaveText}</p>
      ) : (
        <>
          <p>{removeMember.at}</p>
          <ul className="what-goes">
            <li>{removeMember.session}</li>
            {isReader && <li>{removeMember.key}</li>}
            {isReader && <li>{removeMember.old}</li>}
            <li>{removeMember.stays}</li>
          </ul>
          <p>{removeMember.last}</p>
          {isCoordinator && <p className="problem problem-warning">{words.twoNeeded}</p>}
        </>
      )}
    </AskOnce>
  )
}
