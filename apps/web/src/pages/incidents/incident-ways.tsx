// The ways to mend an incident: adding to or correcting it in the form, and withdrawing it; for those whose incident it is, and the coordinator.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { IncidentAnswer } from '../../../../server/src/api/types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { useListAct } from '../../components/use-list-act.ts'
import { useOwnIncidentWords } from '../own/own-words.ts'
import { Withdrawal } from '../own/withdrawal.tsx'

/** What a device has sent can often be mended by the coordinator alone: the device cannot read it. */
export function IncidentWays({ incident }: { readonly incident: IncidentAnswer }): ReactNode {
  const words = useOwnIncidentWords()
  const caller = useQuery(sessionQuery).data?.caller
  const [withdrawing, setWithdrawing] = useState(false)
  const { acting, heading } = useListAct<HTMLDivElement>()
  const { ref, withdrawn, answers } = incident
  const isOurs = caller?.organisation != null && caller.organisation === answers.reportedBy
  if (!(caller?.role === 'coordinator' || isOurs)) return null
  return (
    <div ref={heading} tabIndex={-1}>
      {!withdrawn && (
        <p className="incident-ways">
          <a className="button button-secondary" href={`/day/#change.${ref}`}>{words.change}</a>
          <Button kind="quiet" onPress={() => setWithdrawing(true)}>{words.withdraw}</Button>
        </p>
      )}
      <ActOutcome acting={acting} />
      <Withdrawal incident={incident} isOpen={withdrawing} onOpenChange={setWithdrawing} acting={acting} />
    </div>
  )
}
