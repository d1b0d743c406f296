// What stands around every page: the rail or bars, the language, quick exit, who is signed in, and the word that a sample is invented.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sessionQuery } from '../api/member-queries.ts'
import { networkQuery } from '../api/queries.ts'
import { renderCount } from '../format/numbers.ts'
import { renderMoment } from '../format/dates.ts'
import { SignInAgain } from '../auth/sign-in-again.tsx'
import { UnlockDialog } from '../keys/unlock-dialog.tsx'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { AccountMenu } from './account-menu.tsx'
import { Content } from './content.tsx'
import { LanternMark } from './icons.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useQuickExitKeys } from './leave.ts'
import { LockButton } from './lock-button.tsx'
import { AskedNote } from './asked-note.tsx'
import { OwnKeysNote } from './own-keys-note.tsx'
import { Places } from './places.tsx'
import { QuickExit } from './quick-exit.tsx'
import { RecoveryNote } from './recovery-note.tsx'
import { DutiesNote } from '../pages/authority/duties-note.tsx'
import { SampleNote, SampleWay } from './sample-note.tsx'
import './shell.css'
import { ThemeSwitch } from './theme-switch.tsx'
import { useKeysOfSession } from './use-keys-of-session.ts'
import { useLetterKeys } from './use-letter-keys.ts'

/** Pages that stand by themselves, whoever looks: no places, no network. */
const alone = new Set(['/found', '/join', '/sign-in', '/sign-in/back', '/recovery'])

export function Shell(): ReactNode {
  const { shell } = useMessages()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  // Of the page that is drawn, not of the address that one is on the way to.
  const isAlone = useRouterState({ select: ({ matches }) => alone.has(matches.at(-1)?.fullPath ?? '') })
  const isIn = session.data?.state === 'local' || session.data?.state === 'signed-in'
  const network = useQuery({ ...networkQuery, enabled: isIn && session.data?.rights.includes('network.read') === true })
  const client = useQueryClient()
  const [showsKeys, setShowsKeys] = useState(false)
  useKeysOfSession(session.data)
  useQuickExitKeys()
  useLetterKeys((key) => {
    if (key !== '?') return false
    setShowsKeys(true)
    return true
  })
  const caller = session.data?.state === 'signed-in' ? session.data.caller : null
  const hasKeys = caller !== null && caller.keys !== 'none'
  return (
    <div className="shell">
      <a className="skip" href="#content">{shell.skip}</a>
      <header className="rail">
        <Link to="/" className="brand" activeOptions={{ exact: true }}>
          <LanternMark />
          <span>{shell.product}</span>
        </Link>
        {session.data && isIn && !isAlone && <Places session={session.data} />}
        <div className="rail-foot">
          {caller && !isAlone && (
            <div className="rail-account">
              <AccountMenu caller={caller} />
              {hasKeys && <LockButton />}
            </div>
          )}
          <LanguageSwitch />
          <QuickExit />
        </div>
      </header>
      <div className="stage">
        {session.data && isIn && !isAlone && <SampleNote session={session.data} />}
        {session.data && isIn && !isAlone && <RecoveryNote session={session.data} />}
        {session.data && isIn && !isAlone && <AskedNote session={session.data} />}
        {session.data && isIn && !isAlone && <DutiesNote session={session.data} />}
        {hasKeys && !isAlone && <OwnKeysNote />}
        <main id="content" tabIndex={-1}>
          <Content session={session} network={network} isAlone={isAlone} onSignedIn={() => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })} />
        </main>
        <footer className="foot">
          <ThemeSwitch />
          <button type="button" className="plain keys-button" onClick={() => setShowsKeys(true)}>
            {shell.keys} <kbd>?</kbd>
          </button>
          {session.data && isIn && !isAlone && <SampleWay session={session.data} />}
          {network.data && !isAlone && (
            <p>
              {network.data.asOf && `${shell.asOf(renderMoment(network.data.asOf.at, network.data.network.timeZone, language), renderCount(network.data.asOf.position, language))} · `}
              {shell.version(network.data.version)}
            </p>
          )}
        </footer>
      </div>
      <KeysDialog isOpen={showsKeys} onOpenChange={setShowsKeys} />
      <UnlockDialog />
      {caller && <SignInAgain />}
    </div>
  )
}
