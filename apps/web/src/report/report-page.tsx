// The reporting page: what stands around it, its language, leaving, and the warning before what was entered is lost.
import { findFormVersion, type Language } from '@lykta/incident'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { applyPreferences, type Chosen, storePreferences } from '../kept-preferences.ts'
import { LanternMark } from '../shell/icons.tsx'
import { leave, useQuickExitKeys } from '../shell/leave.ts'
import { ReportFlow } from './report-flow.tsx'
import { useFormAnswer } from './use-form-answer.ts'
import { FormProvider, LanguageContext, useReportMessages } from './words.tsx'

export type ReportPageProps = {
  readonly initial: Chosen
  /** Takes everything off the page, entries included. */
  readonly onLeave: () => void
}

export function ReportPage({ initial, onLeave }: ReportPageProps): ReactNode {
  const [chosen, setChosen] = useState(initial)
  useEffect(() => applyPreferences(chosen), [chosen])
  const choose = (language: Language): void => {
    const next = { ...chosen, language }
    storePreferences(next)
    setChosen(next)
  }
  return (
    <LanguageContext value={chosen.language}>
      <Around language={chosen.language} onLanguage={choose} onLeave={onLeave} />
    </LanguageContext>
  )
}

type AroundProps = { readonly language: Language; readonly onLanguage: (language: Language) => void; readonly onLeave: () => void }

function Around({ language, onLanguage, onLeave }: AroundProps): ReactNode {
  const messages = useReportMessages()
  const { context, failed, again } = useFormAnswer()
  const dirty = useRef(false)
  const onDirty = useCallback((now: boolean) => {
    dirty.current = now
  }, [])
  useEffect(() => {
    document.title = messages.tab
  }, [messages])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (dirty.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  const go = (): void => {
    dirty.current = false
    onLeave()
    leave()
  }
  useQuickExitKeys(go)
  const version = context && findFormVersion(context.formVersion)
  return (
    <div className="report">
      <a className="skip" href="#content" onClick={(event) => { event.preventDefault(); document.querySelector<HTMLElement>('#content')?.focus() }}>{messages.skip}</a>
      <header className="report-bar">
        <a href="/" className="brand">
          <LanternMark />
          <span>{messages.product}</span>
        </a>
        <div className="report-bar-end">
          <div className="switch" role="group" aria-label={messages.language}>
            {(['sv', 'en'] as const).map((one) => (
              <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => onLanguage(one)}>
                {one}
                <span className="unseen"> {one === 'sv' ? 'Svenska' : 'English'}</span>
              </button>
            ))}
          </div>
          <button type="button" className="button button-secondary" aria-describedby="leave-hint" onClick={go}>{messages.leave}</button>
          <span id="leave-hint" hidden>{messages.leaveHint}</span>
        </div>
      </header>
      {context?.network.sample && (
        <aside className="report-sample" aria-label={messages.sampleTitle}>
          <p>{messages.sample}</p>
        </aside>
      )}
      <main id="content" tabIndex={-1}>
        {context && version ? (
          <FormProvider version={version} context={context}>
            <ReportFlow onDirty={onDirty} onOld={again} />
          </FormProvider>
        ) : failed || context ? (
          <div className="not-sent" role="alert">
            <h1>{messages.failure.title}</h1>
            <p>{failed === 'offline' ? messages.failure.offline : messages.failure.other}</p>
            <p>
              <button type="button" className="button button-primary" onClick={again}>{messages.failure.again}</button>
            </p>
          </div>
        ) : (
          <p className="busy" role="status">{messages.busy}</p>
        )}
      </main>
    </div>
  )
}
