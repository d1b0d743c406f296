// How the sending goes: what it is doing, or that it has not been sent, and what to do.
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { ReportMessages } from './messages/sv.ts'
import type { Sending } from './use-sending.ts'
import { useReportMessages } from './words.tsx'

const UnlockPanel = lazy(() => import('./unlock/unlock-panel.tsx').then(({ UnlockPanel: component }) => ({ default: component })))

export function SendingState({ sending, onAgain }: { readonly sending: Sending; readonly onAgain: () => void }): ReactNode {
  const { sending: words } = useReportMessages()
  const panel = useRef<HTMLDivElement>(null)
  const failed = sending.state === 'unsure' || sending.state === 'not-sealed' || sending.state === 'log-wrong' || sending.state === 'unknown' || sending.state === 'refused'
  useEffect(() => {
    if (failed) panel.current?.focus()
  }, [failed])
  if (sending.state === 'idle') return null
  if (sending.state === 'locked') {
    return (
      <Suspense fallback={<p className="busy" role="status">{words.sealing}</p>}>
        <UnlockPanel why="send" onUnlocked={onAgain} />
      </Suspense>
    )
  }
  if (sending.state === 'sealing' || sending.state === 'sending') {
    return (
      <div className="sending" role="status">
        <p>{words[sending.state]}</p>
        <progress aria-label={words[sending.state]} />
      </div>
    )
  }
  const refused = sending.state === 'refused'
  return (
    <div ref={panel} className="not-sent" role="alert" tabIndex={-1}>
      <h2>{refused ? words.refusedTitle : words.notSentTitle}</h2>
      <p>{whatHappened(sending, words)}</p>
      {sending.state === 'unsure' && <p>{words.locked}</p>}
      {!refused && (
        <p>
          <button type="button" className="button button-primary" onClick={onAgain}>{words.again}</button>
        </p>
      )}
    </div>
  )
}

function whatHappened(sending: Sending, words: ReportMessages['sending']): string {
  if (sending.state === 'refused') return words.refused
  if (sending.state === 'log-wrong') return words.logWrong
  if (sending.state === 'unknown') return words.unknown
  if (sending.state !== 'unsure') return words.notSealed
  return sending.reached ? words.unsure : words.notSent
}
