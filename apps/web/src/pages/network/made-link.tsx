// A link that has just been made, shown once: to copy, to read with a camera, or as a card to print for a device.
import type { Id } from '@lykta/incident'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { NetworkSettings, Role } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { Paper } from '../../components/paper.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import { renderDay } from '../../format/dates.ts'
import { dayOfInstant } from '../../format/day-of-instant.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { LanternMark } from '../../shell/icons.tsx'
import { useNetworkWords } from './network-words.ts'

export type MadeInvitation = { readonly kind: 'member' | 'device'; readonly role: Role; readonly organisation: Id | null; readonly link: string; readonly until: string }

export type MadeLinkProps = { readonly made: MadeInvitation; readonly settings: NetworkSettings | undefined; readonly onAnother: () => void }

export function MadeLink({ made, settings, onAnother }: MadeLinkProps): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const { organisations, network: { timeZone } } = useNetwork()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  const { kind, role, organisation, link, until } = made
  const day = renderDay(dayOfInstant(until, timeZone), language)
  const name = organisations.find(({ id }) => id === organisation)?.name
  const card = <InvitationCard link={link} day={day} organisation={name ?? ''} settings={settings} />
  return (
    <section className="network-section made-link">
      <h2 ref={heading} tabIndex={-1}>{words.linkTitle}</h2>
      <p>
        <strong>{words.role[role]}{name === undefined ? '' : `, ${name}`}.</strong> {words.linkText(day)}
      </p>
      {kind === 'member' && <p className="hint">{words.linkOther}</p>}
      <CopyField label={words.link} text={link} copy={words.copy} copied={words.copied} lines={3} />
      {kind === 'device' ? card : <QrCode text={link} label={words.qrLink} />}
      {kind === 'device' && <Paper><section>{card}</section></Paper>}
      <p className="network-ways">
        {kind === 'device' && <Button kind="primary" onPress={() => print()}>{words.print}</Button>}
        <Button kind="quiet" onPress={onAnother}>{words.another}</Button>
      </p>
    </section>
  )
}

type InvitationCardProps = { readonly link: string; readonly day: string; readonly organisation: string; readonly settings: NetworkSettings | undefined }

/** What lies on the table at the hotel: the code, three steps, and what the form is not. */
function InvitationCard({ link, day, organisation, settings }: InvitationCardProps): ReactNode {
  const { card, qrLink } = useNetworkWords()
  const { shell } = useMessages()
  const { network } = useNetwork()
  const session = useQuery(sessionQuery)
  const coordinator = session.data?.caller
  const numbers = settings?.emergencyNumbers ?? []
  return (
    <article className="invitation-card" aria-label={card.title}>
      <header>
        <p className="card-brand"><LanternMark /> {shell.product} · {network.name}</p>
        <h3>{card.title}</h3>
        <p>{card.forOrganisation(organisation)}</p>
      </header>
      <div className="card-body">
        <QrCode text={link} label={qrLink} />
        <div>
          <h4>{card.steps}</h4>
          <ol>
            {[card.step1, card.step2, card.step3].map((step) => <li key={step}>{step}</li>)}
          </ol>
          <p>{card.writes}</p>
          <p>{card.once(day)}</p>
        </div>
      </div>
      <footer>
        <p><strong>{card.danger}</strong> {card.do}</p>
        {numbers.length > 0 && (
          <p>{card.numbers}: {numbers.map(({ name, number, hours }) => `${name} ${number}${hours === '' ? '' : ` (${hours})`}`).join(' · ')}</p>
        )}
        {coordinator?.name != null && <p>{card.contact} {coordinator.name}{coordinator.email === null ? '' : `, ${coordinator.email}`}</p>}
      </footer>
    </article>
  )
}
