// Inviting: a new link or code, and those that are open, which can be withdrawn.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { InvitationEntry, MembersAnswer, NetworkSettings } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { membersQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { type MadeInvitation, MadeLink } from './made-link.tsx'
import { useNetworkWords } from './network-words.ts'
import { NewInvitationForm } from './new-invitation-form.tsx'

export type InvitationsPartProps = { readonly answer: MembersAnswer; readonly settings: NetworkSettings | undefined }

export function InvitationsPart({ answer: { invitations }, settings }: InvitationsPartProps): ReactNode {
  const words = useNetworkWords()
  const queries = useQueryClient()
  const acting = useAct()
  const [made, setMade] = useState<MadeInvitation>()
  const [withdrawing, setWithdrawing] = useState<InvitationEntry>()
  const open = invitations.filter(({ state }) => state === 'open')
  const ended = invitations.filter(({ state }) => state !== 'open')
  return (
    <>
      {made ? <MadeLink made={made} settings={settings} onAnother={() => setMade(undefined)} /> : <NewInvitationForm onMade={setMade} />}
      <section className="network-section">
        <h2>{words.open}</h2>
        <ActOutcome acting={acting} />
        {open.length === 0 ? <p>{words.noneOpen}</p> : <Invitations invitations={open} onWithdraw={setWithdrawing} />}
        {ended.length > 0 && (
          <details>
            <summary>{words.used}</summary>
            <Invitations invitations={ended} />
          </details>
        )}
      </section>
      {withdrawing && (
        <AskOnce
          isOpen onOpenChange={(isOpen) => !isOpen && setWithdrawing(undefined)} title={words.withdrawInvitationTitle} deed={words.withdrawInvitation} back={words.cancel}
          onDo={() => acting.act(async () => {
            await ask(`invitations/${withdrawing.id}`, { method: 'DELETE' })
            await queries.invalidateQueries({ queryKey: membersQuery.queryKey })
            return words.withdrawnInvitation
          })}
        >
          <p>{words.withdrawInvitationText}</p>
        </AskOnce>
      )}
    </>
  )
}

type InvitationsProps = { readonly invitations: readonly InvitationEntry[]; readonly onWithdraw?: (invitation: InvitationEntry) => void }

function Invitations({ invitations, onWithdraw }: InvitationsProps): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const { network, organisations } = useNetwork()
  const moment = (at: string): string => renderMoment(at, network.timeZone, language)
  return (
    <ul className="people">
      {invitations.map((invitation) => {
        const { id, role, organisation, createdAt, expiresAt, state } = invitation
        const name = organisations.find((one) => one.id === organisation)?.name ?? words.noOrganisation
        return (
          <li key={id} className="person">
            <p className="person-who"><strong>{words.role[role]}</strong></p>
            <p>{name}</p>
            <p>
              {words.invitationState[state]}
              <small>{state === 'open' ? words.until(moment(expiresAt)) : words.made(moment(createdAt))}</small>
            </p>
            {onWithdraw && (
              <p className="person-ways">
                <Button kind="quiet" aria-label={`${words.withdrawInvitation}: ${words.role[role]}, ${name}`} onPress={() => onWithdraw(invitation)}>{words.withdrawInvitation}</Button>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
