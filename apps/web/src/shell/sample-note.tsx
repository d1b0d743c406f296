// The word that a sample is invented, with the ways on from it: an own network, or away with it.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import { ask } from '../api/ask.ts'
import { AskOnce } from '../components/ask-once.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { useMessages } from '../messages/messages.ts'
import { useSessionWords } from './session-words.ts'

export function SampleNote({ session: { network, canFound, sample, rights } }: { readonly session: SessionAnswer }): ReactNode {
  const { shell } = useMessages()
  const words = useSessionWords()
  const { hide, drop, failure } = useSample()
  const [asks, setAsks] = useState(false)
  if (!network.sample) {
    if (!canFound) return null
    // Made at the command line: everybody here is coordinator, and the server's keys are the only ones.
    return (
      <aside className="sample" aria-label={words.takeOver}>
        <span className="sample-lamp" aria-hidden="true" />
        <p>{words.takeOverText} <Link to="/found">{words.takeOver}</Link></p>
      </aside>
    )
  }
  return (
    <aside className="sample" aria-label={shell.sampleTitle}>
      <span className="sample-lamp" aria-hidden="true" />
      <p>
        <strong>{shell.sampleTitle}</strong> {shell.sampleText}{' '}
        {canFound && <Link to="/found">{words.found}</Link>}
        {!canFound && sample?.shown && (
          <>
            <button type="button" className="plain" onClick={() => void hide()}>{words.sampleHide}</button>
            {rights.includes('sample.manage') && <>{' · '}<button type="button" className="plain" onClick={() => setAsks(true)}>{words.sampleThrow}</button></>}
          </>
        )}
      </p>
      <FailureNote error={failure} />
      <AskOnce isOpen={asks} onOpenChange={setAsks} title={words.sampleThrowTitle} deed={words.sampleThrow} back={words.sampleThrowBack} onDo={drop}>
        <p>{words.sampleThrowText}</p>
      </AskOnce>
    </aside>
  )
}

/** At the foot of an own network, while a sample is stored beside it. */
export function SampleWay({ session: { network, sample, rights } }: { readonly session: SessionAnswer }): ReactNode {
  const words = useSessionWords()
  const { show } = useSample()
  if (network.sample || !sample || !rights.includes('sample.manage')) return null
  return <button type="button" className="plain" onClick={() => void show()}>{words.sampleShow}</button>
}

function useSample(): { readonly hide: () => Promise<void>; readonly show: () => Promise<void>; readonly drop: () => Promise<void>; readonly failure: unknown } {
  const client = useQueryClient()
  const [failure, setFailure] = useState<unknown>()
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setFailure(undefined)
    try {
      await work()
      await client.resetQueries()
    } catch (error) {
      setFailure(error)
    }
  }
  return {
    failure,
    hide: () => act(() => ask('sample', { method: 'POST', body: { shown: false } })),
    show: () => act(() => ask('sample', { method: 'POST', body: { shown: true } })),
    drop: () => act(() => ask('sample', { method: 'DELETE' })),
  }
}
