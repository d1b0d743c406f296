// The reporting page: what stands around it, its language, leaving, and the warning before what was entered is lost.
import type { Language } from '@lykta/incident'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { applyPreferences, type Chosen, storePreferences } from '../kept-preferences.ts'
import { LanternMark } from '../shell/icons.tsx'
import { leave, useQuickExitKeys } from '../shell/leave.ts'
import { useAskedForm } from './asked-form.ts'
import type { Arrival, DeviceInvitation } from './invitation.ts'
import { draftAtHand } from './kept-draft/draft-at-hand.ts'
import { useOutbox } from './outbox/use-outbox.ts'
import { ReportFlow } from './report-flow.tsx'
import type { Standing } from './standing.ts'
import { useStanding } from './use-standing.ts'
import { useWaitingDevice } from './use-waiting-device.ts'
import { FormProvider, LanguageContext, useReportMessages } from './words.tsx'

const ClosedPage = lazy(() => import('./closed/closed-page.tsx').then(({ ClosedPage: component }) => ({ default: component })))
const Enrolment = lazy(() => import('./enrol/enrolment.tsx').then(({ Enrolment: component }) => ({ default: component })))

export type ReportPageProps = {
  readonly initial: Chosen
  /** What stood behind # in the address. */
  readonly arrival: Arrival
  /** Takes everything off the page, entries included. */
  readonly onLeave: () => void
}

export function ReportPage({ initial, arrival, onLeave }: ReportPageProps): ReactNode {
  const [chosen, setChosen] = useState(initial)
  useEffect(() => applyPreferences(chosen), [chosen])
  const choose = (language: Language): void => {
    const next = { ...chosen, language }
    storePreferences(next)
    setChosen(next)
  }
  return (
    <LanguageContext value={chosen.language}>
      <Around language={chosen.language} arrival={arrival} onLanguage={choose} onLeave={onLeave} />
    </LanguageContext>
  )
}

type AroundProps = Pick<ReportPageProps, 'arrival' | 'onLeave'> & { readonly language: Language; readonly onLanguage: (language: Language) => void }

function Around({ language, arrival, onLanguage, onLeave }: AroundProps): ReactNode {
  const messages = useReportMessages()
  const [invitation, setInvitation] = useState<DeviceInvitation | null>('invitation' in arrival ? arrival.invitation : null)
  const dirty = useRef(false)
  const isDirty = useCallback(() => dirty.current, [])
  const { standing, again } = useStanding(invitation !== null || 'broken' in arrival, isDirty)
  useWaitingDevice(standing, again)
  const onDirty = useCallback((now: boolean) => {
    dirty.current = now
  }, [])
  useEffect(() => {
    document.title = messages.tab
  }, [messages])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (dirty.current && !draftAtHand.isKept()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  const device = standing !== undefined && 'open' in standing ? standing.open.device : null
  const deviceId = device?.id
  const prepare = useEffectEvent((id: string | undefined) => {
    if (device && id !== undefined) void import('./offline/start-offline.ts').then(({ startOffline }) => startOffline(device, () => !isDirty())).catch(() => undefined)
  })
  // Once, however often it is asked who uses the page.
  useEffect(() => prepare(deviceId), [deviceId])
  const go = (): void => {
    dirty.current = false
    draftAtHand.drop()
    onLeave()
    leave()
  }
  useQuickExitKeys(go)
  const sample = standing !== undefined && 'open' in standing && standing.open.context.network.sample
  return (
    <div className="report">
      <a className="skip" href="#content" onClick={(event) => { event.preventDefault(); document.querySelector<HTMLElement>('#content')?.focus() }}>{messages.skip}</a>
      <header className="report-bar">
        <Brand isLink={!device && invitation === null} name={messages.product} />
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
      {sample && (
        <aside className="report-sample" aria-label={messages.sampleTitle}>
          <p>{messages.sample}</p>
        </aside>
      )}
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<p className="busy" role="status">{messages.busy}</p>}>
          {invitation ? <Enrolment invitation={invitation} onDone={() => setInvitation(null)} />
            : 'broken' in arrival ? <ClosedPage why="broken-code" waiting={0} onForget={again} />
            : <Content standing={standing} change={'change' in arrival ? arrival.change : null} isTold={'told' in arrival} onDirty={onDirty} again={again} />}
        </Suspense>
      </main>
    </div>
  )
}

/** An enrolled device sees no other page: there is nowhere to go from here. */
function Brand({ isLink, name }: { readonly isLink: boolean; readonly name: string }): ReactNode {
  const inside = (
    <>
      <LanternMark />
      <span>{name}</span>
    </>
  )
  return isLink ? <a href="/" className="brand">{inside}</a> : <span className="brand">{inside}</span>
}

type ContentProps = {
  readonly standing: Standing | undefined
  readonly change: string | null
  readonly isTold: boolean
  readonly onDirty: (dirty: boolean) => void
  readonly again: () => void
}

function Content({ standing, change, isTold, onDirty, again }: ContentProps): ReactNode {
  const messages = useReportMessages()
  const open = standing && 'open' in standing ? standing.open : undefined
  const closed = standing && 'closed' in standing ? standing.closed : undefined
  const { version, loaded } = useAskedForm(open?.context, change)
  const outbox = useOutbox(open && open.session.state !== 'local' ? 'sends' : closed ? 'looks' : null)
  // What has arrived shows that something has changed: the connection is back, or the device confirmed.
  useEffect(() => {
    if (outbox.arrived.length > 0) again()
  }, [outbox.arrived.length, again])
  if (standing === undefined) return <p className="busy" role="status">{messages.busy}</p>
  if (closed) return <ClosedPage why={closed} waiting={outbox.waiting} onForget={() => void forget(again)} />
  if (open && version && change !== null && loaded === undefined) return <p className="busy" role="status">{messages.busy}</p>
  if (open && version && loaded !== 'failed') {
    return (
      <FormProvider version={version} open={open}>
        <ReportFlow outbox={outbox} change={loaded ?? null} isTold={isTold} onDirty={onDirty} onOld={again} />
      </FormProvider>
    )
  }
  return (
    <div className="not-sent" role="alert">
      <h1>{messages.failure.title}</h1>
      <p>{loaded === 'failed' ? messages.change.notFound : 'failed' in standing && standing.failed === 'offline' ? messages.failure.offline : messages.failure.other}</p>
      <p>
        <button type="button" className="button button-primary" onClick={again}>{messages.failure.again}</button>
      </p>
    </div>
  )
}

async function forget(then: () => void): Promise<void> {
  const [{ forgetAll }, { endOffline }] = await Promise.all([import('./kept/store.ts'), import('./offline/start-offline.ts')])
  await forgetAll()
  await endOffline()
  then()
}
