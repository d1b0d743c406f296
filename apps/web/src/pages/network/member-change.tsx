// Another role or organisation for a member: the log lists it when she has keys, and the key is changed when she shall read no more.
import { type ReactNode, useState } from 'react'
import type { MemberEntry, MembersAnswer, Role } from '../../../../server/src/api/member-types.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { keys, type LogWriting } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useNetwork } from '../../network.ts'
import { isKeyRole, subjectOf } from './member-subject.ts'
import { useNetworkWords } from './network-words.ts'
import { Proposal } from './proposal.tsx'
import { rewrapJob } from './rewrap-job.ts'
import type { Writing } from './use-writing.ts'

const roles: readonly Role[] = ['reporter', 'core-member', 'coordinator', 'reader', 'operator']
const reads = (role: Role): boolean => role === 'core-member' || role === 'coordinator'

export type MemberChangeProps = { readonly member: MemberEntry; readonly answer: MembersAnswer; readonly writing: Writing; readonly onEnd: () => void }

export function MemberChange({ member, answer, writing, onEnd }: MemberChangeProps): ReactNode {
  const words = useNetworkWords()
  const { organisations, today } = useNetwork()
  const { log } = useKeys()
  const offered = organisations.filter(({ id, joined, left }) => id === member.organisation || (joined !== null && (left === null || left > today)))
  const [role, setRole] = useState<Role>(member.role)
  const [organisation, setOrganisation] = useState<string | null>(member.organisation)
  const [proposing, setProposing] = useState(false)
  const listed = log?.holders.find(({ id }) => id === member.id)
  // The keys that the log lists for her, heard once in eight words; what the server says of them is not asked again.
  const subject = listed && subjectOf({ ...member, role, organisation, keys: listed })
  const coordinators = log?.holders.filter((holder) => holder.role === 'coordinator').length ?? 0
  const needsTwo = listed !== undefined && coordinators >= 2 && (role === 'coordinator' || listed.role === 'coordinator')
  // What two have to sign is a line of the log, and that names no role without keys.
  const takesTwoSteps = needsTwo && !isKeyRole(role)
  const losesReading = listed !== undefined && reads(listed.role) && !reads(role)
  const missingOrganisation = isKeyRole(role) && organisation === null
  const missingKeys = reads(role) && (listed ? listed.recipient === null : member.keys === null)
  // Nobody is listed for what she has no keys for: she makes them first, and waits for her words to be compared.
  const changes: LogWriting['changes'] =
    listed === undefined ? [] : subject ? [{ type: 'add', subject }] : [{ type: 'remove', subject: { id: member.id } }]

  const save = (): Promise<void> =>
    writing.write(async () => {
      await keys.write({ path: `members/${member.id}/role`, changes, extra: { role, organisation } })
      if (losesReading) void rewrapJob.run()
      onEnd()
      return words.changed(member.name, words.role[role])
    })
  if (proposing && changes[0]) return <Proposal change={changes[0]} answer={answer} onEnd={onEnd} />
  return (
    <section className="member-change" aria-label={words.changeOf(member.name)}>
      <OneOf label={words.roleLabel} selected={role} onSelect={setRole} options={roles.map((id) => ({ id, text: words.role[id], hint: words.roleMeaning[id] }))} />
      <Choice
        label={words.organisation} selected={organisation ?? 'none'} onSelect={(id) => setOrganisation(id === 'none' ? null : id)}
        options={[...(isKeyRole(role) ? [] : [{ id: 'none', text: words.noOrganisation }]), ...offered.map(({ id, name }) => ({ id, text: name }))]}
      />
      {losesReading && <p className="hint">{words.changeWarning}</p>}
      {takesTwoSteps && <p className="hint">{words.changeInTwoSteps(member.name)}</p>}
      {missingKeys && <p className="hint">{words.changeNeedsKeys(member.name)}</p>}
      <p className="network-ways">
        <Button
          kind="primary" isDisabled={writing.busy || log === null || missingOrganisation || takesTwoSteps || (missingKeys && listed !== undefined) || (role === member.role && organisation === member.organisation)}
          onPress={() => (needsTwo ? setProposing(true) : void save())}
        >
          {words.save}
        </Button>
        <Button kind="quiet" onPress={onEnd}>{words.cancel}</Button>
      </p>
    </section>
  )
}
