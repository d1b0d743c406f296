// What takes two coordinators: the one signs here and hands the text over; it waits nowhere on the server.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { MembersAnswer } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { keys } from '../../keys/keys.ts'
import type { LogChange } from '../../keys/key-work.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useNetworkWords } from './network-words.ts'
import { useWriting } from './use-writing.ts'

export type ProposalProps = { readonly change: LogChange; readonly answer: MembersAnswer; readonly onEnd: () => void }

export function Proposal({ change, answer, onEnd }: ProposalProps): ReactNode {
  const words = useNetworkWords()
  const session = useQuery(sessionQuery)
  const { log } = useKeys()
  const writing = useWriting()
  const about = change.type === 'remove' ? change.subject.id : change.type === 'add' ? change.subject.member : undefined
  const approvers = answer.members.filter(({ id }) => id !== session.data?.caller?.id && id !== about && log?.holders.some((holder) => holder.id === id && holder.role === 'coordinator'))
  const [approver, setApprover] = useState(approvers[0]?.id ?? '')
  const [text, setText] = useState('')
  return (
    <section className="proposal" aria-label={words.twoNeeded}>
      <h3>{words.twoNeeded}</h3>
      {approvers.length === 0 ? (
        <p>{words.noApprover}</p>
      ) : text === '' ? (
        <>
          <p>{words.twoNeededText}</p>
          <Choice label={words.approverLabel} selected={approver} onSelect={setApprover} options={approvers.map(({ id, name }) => ({ id, text: name }))} />
        </>
      ) : (
        <>
          <p>{words.twoNeededText}</p>
          <CopyField label={words.proposal} text={text} copy={words.copy} copied={words.copied} lines={4} />
          <p className="hint">{words.twoNeededWait}</p>
        </>
      )}
      <ActOutcome acting={writing} />
      <p className="network-ways">
        {approvers.length > 0 && text === '' && (
          <Button
            kind="primary" isDisabled={writing.busy}
            onPress={() => void writing.write(async () => {
              setText(await keys.propose(change, approver))
              return undefined
            })}
          >
            {words.makeProposal}
          </Button>
        )}
        <Button kind="quiet" onPress={onEnd}>{text === '' ? words.cancel : words.close}</Button>
      </p>
    </section>
  )
}
