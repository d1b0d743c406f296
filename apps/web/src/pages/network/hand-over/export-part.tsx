// Everything of the network taken along: asked for, agreed to by another, written while the page follows, and fetched in two files.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ExportAnswer } from '../../../../../server/src/api/hand-over-types.ts'
import type { NewSessionRequest, SessionsAnswer } from '../../../../../server/src/api/sharing-types.ts'
import { ask } from '../../../api/ask.ts'
import { ActOutcome } from '../../../components/act-outcome.tsx'
import { Button } from '../../../components/button.tsx'
import { Loaded } from '../../../components/loaded.tsx'
import { ProblemList } from '../../../components/problem-list.tsx'
import { useAct } from '../../../components/use-act.ts'
import { renderMoment } from '../../../format/dates.ts'
import { renderDecimal } from '../../../format/numbers.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { SessionItem } from '../../sharing/session-item.tsx'
import { sessionsQuery } from '../../sharing/sharing-queries.ts'
import '../../sharing/sharing.css'
import { exportsQuery } from './hand-over-queries.ts'
import { useHandOverWords } from './hand-over-words.ts'
import './hand-over.css'

export function ExportPart(): ReactNode {
  const words = useHandOverWords()
  const query = useQuery(exportsQuery)
  return (
    <section className="network-section" aria-labelledby="export-title">
      <h2 id="export-title">{words.exportTitle}</h2>
      <p>{words.exportText}</p>
      <p>{words.exportCare}</p>
      <Loaded query={query}>{(answer) => <Making answer={answer} />}</Loaded>
    </section>
  )
}

function Making({ answer: { session, job, ready } }: { readonly answer: ExportAnswer }): ReactNode {
  const words = useHandOverWords()
  const queries = useQueryClient()
  const acting = useAct()
  const send = (method: 'POST' | 'DELETE', said?: string): Promise<void> => acting.act(async () => {
    queries.setQueryData(exportsQuery.queryKey, await ask<ExportAnswer>('exports', { method }))
    return said
  })
  const runs = job?.state === 'running'
  return (
    <>
      <p>{session === 'none-needed' ? words.exportLocal : words.exportPerson}</p>
      {session === 'none-needed' && <p>{words.exportElsewhere}</p>}
      {session !== 'none-needed' && <Asking runs={session === 'running'} />}
      <p role="status" className={runs ? 'outcome' : 'unseen'}>{runs ? words.exportWorking : ''}</p>
      {runs && (
        <div className="exporting">
          <progress aria-label={words.exportProgress} max={1} {...(job.progress === null ? {} : { value: job.progress })} />
          <p className="hint">{words.exportLeave}</p>
        </div>
      )}
      {job?.state === 'failed' && <ProblemList problems={job.problems} />}
      {ready && !runs && <Ready ready={ready} />}
      <ActOutcome acting={acting} />
      <p className="network-ways">
        {runs && <Button kind="secondary" onPress={() => void send('DELETE', words.exportStopped)}>{words.exportStop}</Button>}
        {!runs && session !== 'needed' && <Button kind={ready ? 'secondary' : 'primary'} isDisabled={acting.busy} onPress={() => void send('POST')}>{ready ? words.exportAgain : words.exportMake}</Button>}
        {ready && !runs && <Button kind="quiet" isDisabled={acting.busy} onPress={() => void send('DELETE')}>{words.exportThrow}</Button>}
      </p>
    </>
  )
}

function Ready({ ready: { until, digest, files } }: { readonly ready: NonNullable<ExportAnswer['ready']> }): ReactNode {
  const words = useHandOverWords()
  const language = useLanguage()
  const { network } = useNetwork()
  return (
    <div className="export-ready">
      <p><strong>{words.exportReady(renderMoment(until, network.timeZone, language))}</strong></p>
      <ul className="hand-over-list">
        {files.map(({ part, name, bytes }) => (
          <li key={part}><a href={`/api/exports/${part}`} download={name}>{words.exportPart[part]}</a> <span className="faint">{words.exportSize(renderDecimal(Math.max(0.1, bytes / 1_000_000), 1, language))}</span></li>
        ))}
      </ul>
      <p className="hint">{words.exportDigest} <code className="digest">{digest}</code></p>
    </div>
  )
}

/** The session that an export is: asked for here, answered by others, begun here. */
function Asking({ runs }: { readonly runs: boolean }): ReactNode {
  const words = useHandOverWords()
  const queries = useQueryClient()
  const acting = useAct()
  const sessions = useQuery({ ...sessionsQuery, refetchInterval: runs ? false : 4_000 })
  const own = sessions.data?.sessions.find(({ purpose, state, by }) => purpose === 'export' && by.me && (state === 'waiting' || state === 'ready' || state === 'running'))
  if (!sessions.data) return null
  if (own) return <><ul className="shares"><SessionItem session={own} acting={acting} /></ul><ActOutcome acting={acting} /></>
  const send = (): Promise<void> => acting.act(async () => {
    const body: NewSessionRequest = { id: crypto.randomUUID(), purpose: 'export' }
    queries.setQueryData(sessionsQuery.queryKey, await ask<SessionsAnswer>('reading-sessions', { method: 'POST', body }))
    return words.exportAsked
  })
  return (
    <>
      <p className="network-ways"><Button kind="primary" isDisabled={acting.busy} onPress={() => void send()}>{words.exportAsk}</Button></p>
      <ActOutcome acting={acting} />
    </>
  )
}
