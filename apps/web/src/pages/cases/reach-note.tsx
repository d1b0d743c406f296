// Beside the organisation that is responsible: that it does not see the case, and the way to open it.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseAnswer } from '../../../../server/src/api/case-types.ts'
import { useNetwork } from '../../network.ts'
import { useCaseWords } from './case-words.ts'
import { reachOf } from './reach-of.ts'

/** `organisation`: '' while none is chosen. Nothing where it follows the case, or where that is not the reader's to know. */
export function ReachNote({ answer: { reach, incidents }, organisation }: { readonly answer: CaseAnswer; readonly organisation: string }): ReactNode {
  const words = useCaseWords()
  const { organisations } = useNetwork()
  const name = organisations.find(({ id }) => id === organisation)?.name
  const state = reachOf(reach, organisation)
  if (name === undefined || state === 'follows' || state === 'unknown') return null
  if (state === 'nobody') return <p className="hint" role="status">{words.reachNobody(name)}</p>
  return (
    <p className="hint" role="status">
      {words.reachNotYet(name)}{' '}
      {incidents.map(({ ref }, index) => <span key={ref}>{index > 0 && ', '}<Link to="/incidents/$ref" params={{ ref }}>{words.reachOpen(ref)}</Link></span>)}
    </p>
  )
}
