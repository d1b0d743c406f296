// Where an edition stands, in a word.
import type { ReactNode } from 'react'
import type { EditionSummary } from '../../../../server/src/api/types.ts'
import { Mark } from '../../components/mark.tsx'
import { useMessages } from '../../messages/messages.ts'

export function EditionState({ edition: { state, job } }: { readonly edition: EditionSummary }): ReactNode {
  const { editions } = useMessages()
  if (job?.state === 'running') return <Mark kind="lamp">{editions.state.running}</Mark>
  if (job?.state === 'failed') return <Mark kind="danger">{editions.state.failed}</Mark>
  return <Mark kind={state === 'ready' ? 'accent' : state === 'stale' ? 'lamp' : 'plain'}>{editions.state[state]}</Mark>
}
