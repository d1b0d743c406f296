// Founding a network, step by step; nothing is stored before the last but one.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { ask } from '../../api/ask.ts'
import type { SessionAnswer, ServerMadeKeys } from '../../../../server/src/api/member-types.ts'
import type { FormAnswer, NetworkAnswer } from '../../../../server/src/api/types.ts'
import { addressByName } from '../../auth/localhost.ts'
import { Busy } from '../../components/busy.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { usePreferences } from '../../preferences.tsx'
import { lacksWayIn } from './founded-meanwhile.ts'
import { FoundingWizard } from './founding-wizard.tsx'
import './found.css'
import { useFoundingWords } from './found-words.ts'
import type { TakeOver } from './use-founding.ts'

export function FoundPage(): ReactNode {
  const session = useQuery(sessionQuery)
  // Once begun it stays until it is left: founding itself ends `canFound`.
  const [begun, setBegun] = useState<SessionAnswer | null>(null)
  const language = useLanguage()
  const { choose } = usePreferences()
  const elsewhere = location.hostname === '127.0.0.1'
  useEffect(() => {
    // Under the new name nothing has been chosen yet.
    if (location.hash === '#en') choose({ language: 'en' })
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
    // oxlint-disable-next-line react/exhaustive-deps -- Once, when one arrives.
  }, [])
  useEffect(() => {
    // Passkeys and sessions belong to a name: better moved before anything is written than after.
    if (elsewhere) location.replace(`${addressByName()}#${language}`)
  }, [elsewhere, language])
  if (elsewhere) return <Busy />
  if (begun) return <Prepared session={begun} />
  return (
    <Loaded query={session}>
      {(answer) => (answer.canFound ? <Begin session={answer} onBegin={setBegun} /> : <NotHere session={answer} />)}
    </Loaded>
  )
}

function Begin({ session, onBegin }: { readonly session: SessionAnswer; readonly onBegin: (session: SessionAnswer) => void }): ReactNode {
  useEffect(() => onBegin(session), [session, onBegin])
  return <Busy />
}

/** Of a network that `lykta init` made, its organisations and the server's last key period are needed first. */
function Prepared({ session }: { readonly session: SessionAnswer }): ReactNode {
  // As on the founder's wall: her network's time zone is not chosen yet.
  const [today] = useState(() => new Date().toLocaleDateString('sv'))
  const takesOver = session.state === 'local' && !session.network.sample
  const prepared = useQuery({
    queryKey: ['founding', session.network.id],
    queryFn: () => prepare(session),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: takesOver,
  })
  if (!takesOver) return <FoundingWizard takeOver={null} today={today} />
  return <Loaded query={prepared}>{(found) => <FoundingWizard takeOver={found.takeOver} today={found.today} />}</Loaded>
}

async function prepare({ network }: SessionAnswer): Promise<{ readonly takeOver: TakeOver; readonly today: string }> {
  const [answer, form, made] = await Promise.all([ask<NetworkAnswer>('network'), ask<FormAnswer>('form'), ask<ServerMadeKeys>('keys/server-made')])
  const last = Math.max(form.epoch?.epoch ?? 0, ...made.epochs.map(({ epoch }) => epoch))
  const { id, name, municipality, collectionStart, timeZone } = network
  const members = answer.organisations.filter(({ joined, left }) => joined !== null && left === null)
  return { takeOver: { network: { id, name, municipality, collectionStart, timeZone }, organisations: members, epoch: last + 1 }, today: answer.today }
}

function NotHere({ session }: { readonly session: SessionAnswer }): ReactNode {
  const { notHere } = useFoundingWords()
  if (lacksWayIn(session)) {
    return (
      <>
        <PageHeading title={notHere.title} />
        <p className="problem problem-warning">{notHere.noWay}</p>
        <p><Link to="/account">{notHere.setUp}</Link></p>
      </>
    )
  }
  return (
    <>
      <PageHeading title={notHere.title} />
      <p>{notHere.text}</p>
      <p><Link to="/sign-in">{notHere.signIn}</Link></p>
    </>
  )
}
