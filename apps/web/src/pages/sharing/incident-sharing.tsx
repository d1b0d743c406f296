// Under an incident: to whom it is open, opening it to another organisation, and opening it to one's own in an emergency.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { NewShareRequest } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { GlassDialog } from './glass-dialog.tsx'
import { NewShare } from './new-share.tsx'
import { ShareItem } from './share-item.tsx'
import { incidentSharesQuery } from './sharing-queries.ts'
import { useSharingWords } from './sharing-words.ts'
import './sharing.css'

export function IncidentSharing({ incident, reportedBy }: { readonly incident: string; readonly reportedBy: string }): ReactNode {
  const words = useSharingWords()
  const queries = useQueryClient()
  const session = useQuery(sessionQuery)
  const query = useQuery(incidentSharesQuery(incident))
  const acting = useAct()
  const [asking, setAsking] = useState<'open' | 'take'>()
  const { form, opener } = useFormFocus(asking === 'open' ? 'open' : undefined)
  const own = session.data?.caller?.organisation ?? null
  const refresh = (): Promise<unknown> => Promise.all([queries.invalidateQueries({ queryKey: ['shares'] }), queries.invalidateQueries({ queryKey: ['incident', incident] })])
  const send = (sent: Omit<NewShareRequest, 'id'>, said: string): Promise<void> => acting.act(async () => {
    const body: NewShareRequest = { id: crypto.randomUUID(), ...sent }
    await ask(`incidents/${encodeURIComponent(incident)}/shares`, { method: 'POST', body })
    await refresh()
    setAsking(undefined)
    return said
  })
  return (
    <Loaded query={query}>
      {({ shares, mayOpen, mayTake, readers }) => (
        <div className="incident-sharing">
          {shares.length === 0 ? <p className="faint">{mayOpen ? words.none : words.noneForYou}</p> : <ul className="shares">{shares.map((share) => <ShareItem key={share.id} share={share} acting={acting} under />)}</ul>}
          {mayOpen && asking !== 'open' && <Button kind="secondary" ref={opener('open')} onPress={() => setAsking('open')}>{words.open}</Button>}
          {mayTake && own !== null && <Button kind="quiet" onPress={() => setAsking('take')}>{words.take}</Button>}
          {asking === 'open' && (
            <NewShare form={form} reportedBy={reportedBy} readers={readers} busy={acting.busy} onCancel={() => setAsking(undefined)} onSend={(sent) => void send(sent, sent.way === 'told' ? words.noted : words.sent)} />
          )}
          <ActOutcome acting={acting} />
          <GlassDialog isOpen={asking === 'take'} onOpenChange={(open) => setAsking(open ? 'take' : undefined)} incident={incident} acting={acting} onBroken={async () => {
            await refresh()
            return words.taken
          }} />
        </div>
      )}
    </Loaded>
  )
}
