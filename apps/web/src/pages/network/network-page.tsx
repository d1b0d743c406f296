// The network: its members and what waits for the coordinator, organisations, invitations, devices, settings and keys.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { membersQuery, sessionQuery, settingsQuery, waitMilliseconds } from '../../api/member-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { keys } from '../../keys/keys.ts'
import { AuthorityLink } from '../authority/authority-link.tsx'
import { DevicesPart } from './devices-part.tsx'
import { ExportPart } from './hand-over/export-part.tsx'
import { HandOverPart } from './hand-over/hand-over-part.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { MembersPart } from './members-part.tsx'
import type { Part } from './messages/sv.ts'
import { useNetworkWords } from './network-words.ts'
import './network.css'
import { OrganisationsPart } from './organisations/organisations-part.tsx'
import { SettingsPart } from './settings-part.tsx'

const route = getRouteApi('/network')
const rightOf: Readonly<Record<Part, string>> = {
  members: 'members.manage', organisations: 'organisations.manage', invitations: 'members.manage', devices: 'members.manage', settings: 'settings.manage', keys: 'log.append', export: 'network.export', 'hand-over': 'members.manage',
}
const allParts: readonly Part[] = ['members', 'organisations', 'invitations', 'devices', 'settings', 'keys', 'export', 'hand-over']

export function NetworkPage(): ReactNode {
  const words = useNetworkWords()
  const session = useQuery(sessionQuery)
  const wanted = route.useSearch().part
  const parts = allParts.filter((one) => session.data?.rights.includes(rightOf[one]))
  const part = parts.find((one) => one === wanted) ?? parts[0]
  const isMember = session.data?.state === 'signed-in'
  useEffect(() => {
    // What is wrong with the log stands in the view; a lost connection is told by whatever is done next.
    if (isMember && part !== undefined) void keys.refreshLog().catch(() => undefined)
  }, [isMember, part])
  if (part === undefined) return <PageHeading title={words.title} />
  return (
    <div className="network-page">
      <PageHeading title={words.title} />
      {parts.length > 1 && (
        <nav className="parts-of-network" aria-label={words.parts}>
          <ul>
            {parts.map((one) => (
              <li key={one}>
                <Link to="/network" search={{ part: one }} aria-current={one === part ? 'page' : undefined} resetScroll={false}>{words.part[one]}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <AuthorityLink isOnNetworkPage />
      <p className="lead">{words.lead[part]}</p>
      {part === 'organisations' && <p><Link to="/import">{words.bringIn}</Link></p>}
      <PartOf key={part} part={part} hasMembers={session.data?.rights.includes(rightOf.members) ?? false} />
    </div>
  )
}

function PartOf({ part, hasMembers }: { readonly part: Part; readonly hasMembers: boolean }): ReactNode {
  const managesMembers = hasMembers && part !== 'settings' && part !== 'export'
  // Somebody may have made keys or read a code in this moment.
  const members = useQuery({ ...membersQuery, enabled: managesMembers, refetchInterval: waitMilliseconds * 2 })
  const settings = useQuery(settingsQuery)
  if (part === 'organisations' && !hasMembers) return <OrganisationsPart answer={undefined} />
  if (part === 'export') return <ExportPart />
  if (!managesMembers) return <Loaded query={settings}>{(answer) => <SettingsPart answer={answer} />}</Loaded>
  return (
    <Loaded query={members}>
      {(answer) => {
        if (part === 'members') return <MembersPart answer={answer} settings={settings.data} />
        if (part === 'organisations') return <OrganisationsPart answer={answer} />
        if (part === 'invitations') return <InvitationsPart answer={answer} settings={settings.data?.settings} />
        if (part === 'devices') return <DevicesPart answer={answer} />
        if (part === 'hand-over') return <HandOverPart answer={answer} />
        return <KeysPart answer={answer} settings={settings.data?.settings} />
      }}
    </Loaded>
  )
}
