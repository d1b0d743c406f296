// What stands around every page: the rail or bars, the language, quick exit, and the word that a sample is invented.
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { networkQuery } from '../api/queries.ts'
import { Busy } from '../components/busy.tsx'
import { FailurePanel } from '../components/failure-panel.tsx'
import { NumberFactsPopover } from '../components/pressable-number.tsx'
import { renderCount } from '../format/numbers.ts'
import { renderMoment } from '../format/dates.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { NetworkContext } from '../network.ts'
import { LanternMark } from './icons.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useQuickExitKeys } from './leave.ts'
import { Places } from './places.tsx'
import { QuickExit } from './quick-exit.tsx'
import './shell.css'
import { ThemeSwitch } from './theme-switch.tsx'
import { useLetterKeys } from './use-letter-keys.ts'

export function Shell(): ReactNode {
  const { shell } = useMessages()
  const language = useLanguage()
  const network = useQuery(networkQuery)
  const [showsKeys, setShowsKeys] = useState(false)
  useQuickExitKeys()
  useLetterKeys((key) => {
    if (key !== '?') return false
    setShowsKeys(true)
    return true
  })
  return (
    <div className="shell">
      <a className="skip" href="#content">{shell.skip}</a>
      <header className="rail">
        <Link to="/" className="brand" activeOptions={{ exact: true }}>
          <LanternMark />
          <span>{shell.product}</span>
        </Link>
        <Places />
        <div className="rail-foot">
          <LanguageSwitch />
          <QuickExit />
        </div>
      </header>
      <div className="stage">
        {network.data?.network.sample && (
          <aside className="sample" aria-label={shell.sampleTitle}>
            <span className="sample-lamp" aria-hidden="true" />
            <p>
              <strong>{shell.sampleTitle}</strong> {shell.sampleText}
            </p>
          </aside>
        )}
        <main id="content" tabIndex={-1}>
          {network.data ? (
            <NetworkContext value={network.data}>
              <NumberFactsPopover>
                <Outlet />
              </NumberFactsPopover>
            </NetworkContext>
          ) : network.error ? (
            <FailurePanel wholePage error={network.error} onAgain={() => void network.refetch()} />
          ) : (
            <Busy />
          )}
        </main>
        <footer className="foot">
          <ThemeSwitch />
          <button type="button" className="plain keys-button" onClick={() => setShowsKeys(true)}>
            {shell.keys} <kbd>?</kbd>
          </button>
          {network.data && (
            <p>
              {shell.asOf(renderMoment(network.data.asOf.at, network.data.network.timeZone, language), renderCount(network.data.asOf.position, language))}
              {' · '}
              {shell.version(network.data.version)}
            </p>
          )}
        </footer>
      </div>
      <KeysDialog isOpen={showsKeys} onOpenChange={setShowsKeys} />
    </div>
  )
}
