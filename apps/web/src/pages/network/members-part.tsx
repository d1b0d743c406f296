// Who takes part: what waits for the coordinator first, then everybody with role and organisation.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { MemberEntry, MembersAnswer, SettingsAnswer } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { renderCount } from '../../format/numbers.ts'
import { renderMoment } from '../../format/dates.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { ApproveProposal } from './approve-proposal.tsx'
import { MemberChange } from './member-change.tsx'
import { MemberRemoval } from './member-removal.tsx'
import { useNetworkWords } from './network-words.ts'
import { Proposal } from './proposal.tsx'
import { useWriting } from './use-writing.ts'
import { Waiting } from './waiting.tsx'

export type MembersPartProps = { readonly answer: MembersAnswer; readonly settings: SettingsAnswer | undefined }

export function MembersPart({ answer, settings }: MembersPartProps): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const writing = useWriting()
  const [removing, setRemoving] = useState<MemberEntry>()
  const [proposing, setProposing] = useState<MemberEntry>()
  const [changing, setChanging] = useState<MemberEntry>()
  const present = answer.members.filter(({ active }) => active)
  const gone = answer.members.filter(({ active }) => !active)
  return (
    <>
      <Waiting answer={answer} settings={settings} />
      <section className="network-section">
        <h2>{words.membersTitle}</h2>
        <p>
          <Link to="/network" search={{ part: 'invitations' }} className="button button-secondary">{words.invite}</Link>
        </p>
        <ActOutcome acting={writing} />
        {present.length < 2 && <p>{words.emptyMembers}</p>}
        <ul className="people">
          {present.map((member) => (
            <li key={member.id}>
              <MemberRow member={member} onChange={() => setChanging(member)} onRemove={() => setRemoving(member)} />
              {proposing?.id === member.id && <Proposal change={{ type: 'remove', subject: { id: member.id } }} answer={answer} onEnd={() => setProposing(undefined)} />}
              {changing?.id === member.id && <MemberChange member={member} answer={answer} writing={writing} onEnd={() => setChanging(undefined)} />}
            </li>
          ))}
        </ul>
        {gone.length > 0 && (
          <details>
            <summary>{words.removedTitle(renderCount(gone.length, language))}</summary>
            <ul className="people">
              {gone.map((member) => <li key={member.id}><MemberRow member={member} /></li>)}
            </ul>
          </details>
        )}
        <ApproveProposal answer={answer} />
      </section>
      {removing && <MemberRemoval member={removing} writing={writing} onEnd={() => setRemoving(undefined)} onPropose={() => setProposing(removing)} />}
    </>
  )
}

type MemberRowProps = { readonly member: MemberEntry; readonly onChange?: () => void; readonly onRemove?: () => void }

function MemberRow({ member, onChange, onRemove }: MemberRowProps): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const { network, organisations } = useNetwork()
  const session = useQuery(sessionQuery)
  const { id, name, email, role, organisation, state, lastSeenAt } = member
  const isMe = session.data?.caller?.id === id
  const { log } = useKeys()
  // The last coordinator cannot leave: that way is not shown.
  const mayGo = !isMe || (log?.holders.filter((holder) => holder.role === 'coordinator').length ?? 0) > 1
  const hasNoKeys = role === 'reader' || role === 'operator'
  const stateWords = hasNoKeys && state === 'no-keys' ? words.noKeysNeeded : words.state[state]
  return (
    <article className="person" aria-label={name}>
      <div className="person-who">
        <h3>
          {name}
          {isMe && <small> ({words.you})</small>}
        </h3>
        <p className="person-email">{email}</p>
      </div>
      <p>
        {words.role[role]}
        <small>{organisations.find((one) => one.id === organisation)?.name ?? words.noOrganisation}</small>
      </p>
      <p>
        <Mark kind={state === 'waiting' ? 'lamp' : 'plain'}>{stateWords}</Mark>
        <small>{lastSeenAt === null ? words.neverSeen : words.seen(renderMoment(lastSeenAt, network.timeZone, language))}</small>
      </p>
      {onChange && onRemove && (
        <p className="person-ways">
          {!isMe && <Button kind="quiet" aria-label={words.changeOf(name)} onPress={onChange}>{words.change}</Button>}
          {mayGo && <Button kind="quiet" aria-label={isMe ? words.leave : words.removeOf(name)} onPress={onRemove}>{isMe ? words.leave : words.remove}</Button>}
        </p>
      )}
    </article>
  )
}
