// For whom an invitation is: a person with a role, or an organisation's device.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Role } from '../../../../server/src/api/member-types.ts'
import { membersQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { useNetwork } from '../../network.ts'
import type { MadeInvitation } from './made-link.tsx'
import { makeInvitation } from './make-invitation.ts'
import { isKeyRole } from './member-subject.ts'
import { useNetworkWords } from './network-words.ts'

const roles: readonly Role[] = ['reporter', 'core-member', 'coordinator', 'reader', 'operator']
const none = 'none'

export function NewInvitationForm({ onMade }: { readonly onMade: (made: MadeInvitation) => void }): ReactNode {
  const words = useNetworkWords()
  const { organisations, today } = useNetwork()
  const queries = useQueryClient()
  const acting = useAct()
  const [kind, setKind] = useState<'member' | 'device'>('member')
  const [role, setRole] = useState<Role>('core-member')
  const [organisation, setOrganisation] = useState<string>()
  const present = organisations.filter(({ joined, left }) => joined !== null && (left === null || left > today))
  const needsOrganisation = kind === 'device' || isKeyRole(role)
  const chosen = organisation === none && needsOrganisation ? undefined : organisation

  const make = (): Promise<void> =>
    acting.act(async () => {
      if (kind === 'device' && !(await keys.askUnlock())) return undefined
      const asked = { kind, role: kind === 'device' ? ('device' as const) : role, organisation: chosen === undefined || chosen === none ? null : chosen }
      const { link } = await makeInvitation(asked)
      await queries.invalidateQueries({ queryKey: membersQuery.queryKey })
      onMade({ ...asked, link, until: new Date(Date.now() + 7 * 86_400_000).toISOString() })
      return undefined
    })
  return (
    <section className="network-section new-invitation" aria-label={words.newInvitation}>
      <h2>{words.newInvitation}</h2>
      <OneOf
        label={words.kind} selected={kind} onSelect={setKind}
        options={(['member', 'device'] as const).map((id) => ({ id, text: words.kinds[id], hint: words.kindHint[id] }))}
      />
      {kind === 'member' && (
        <OneOf label={words.roleLabel} selected={role} onSelect={setRole} options={roles.map((id) => ({ id, text: words.role[id], hint: words.roleMeaning[id] }))} />
      )}
      <div className="invitation-organisation">
        <Choice
          label={words.organisation} selected={chosen ?? ''} onSelect={setOrganisation} placeholder={words.chooseOrganisation}
          options={[...(needsOrganisation ? [] : [{ id: none, text: words.noOrganisation }]), ...present.map(({ id, name }) => ({ id, text: name }))]}
        />
      </div>
      {kind === 'device' && <p className="hint">{words.deviceNeedsUnlock}</p>}
      <ActOutcome acting={acting} />
      <Button kind="primary" isDisabled={acting.busy || (needsOrganisation && chosen === undefined)} onPress={() => void make()}>{words.makeInvitation}</Button>
    </section>
  )
}
