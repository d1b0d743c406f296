// Which core members may agree to others' reading: named by the coordinator.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SecondPersonsRequest, SessionsAnswer } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'
import { membersQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { useSealedReasonWords } from '../incidents/sealed-reason.tsx'
import { sessionsQuery } from './sharing-queries.ts'
import { useNamings, useSharingWords } from './sharing-words.ts'

export function SecondPersons({ named }: { readonly named: readonly string[] }): ReactNode {
  const words = useSharingWords()
  const reason = useSealedReasonWords()
  const { organisation } = useNamings()
  const queries = useQueryClient()
  const members = useQuery(membersQuery)
  const acting = useAct()
  const [changed, setChanged] = useState<readonly string[] | null>(null)
  const chosen = changed ?? named
  const core = members.data?.members.filter(({ role, active }) => active && role === 'core-member') ?? []
  const save = (): Promise<void> => acting.act(async () => {
    const body: SecondPersonsRequest = { members: chosen }
    queries.setQueryData(sessionsQuery.queryKey, await ask<SessionsAnswer>('second-persons', { method: 'PUT', body }))
    setChanged(null)
    return words.saved
  })
  return (
    <section aria-labelledby="sessions-named">
      <h2 id="sessions-named">{words.namedTitle}</h2>
      <p className="sharing-text">{words.namedText}</p>
      {members.data && core.length === 0 && <p className="faint">{words.namedNone}</p>}
      {core.map(({ id, name, organisation: of }) => (
        <TickBox key={id} isTicked={chosen.includes(id)} onTick={(on) => setChanged(on ? [...chosen, id] : chosen.filter((one) => one !== id))}>{reason.whoAt(name, organisation(of))}</TickBox>
      ))}
      {core.length > 0 && <p className="sharing-ways"><Button kind="secondary" isDisabled={acting.busy || changed === null} onPress={() => void save()}>{words.save}</Button></p>}
      <ActOutcome acting={acting} />
    </section>
  )
}
