// To which case an incident belongs, or opening one for it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NewCaseAnswer, NewCaseRequest } from '../../../../server/src/api/case-types.ts'
import type { IncidentAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { useCaseWords } from '../cases/case-words.ts'
import { timeNow } from '../meetings/time-now.ts'

export function IncidentCase({ incident: { ref, case: of, withdrawn } }: { readonly incident: Pick<IncidentAnswer, 'ref' | 'case' | 'withdrawn'> }): ReactNode {
  const words = useCaseWords()
  const session = useQuery(sessionQuery)
  const client = useQueryClient()
  const navigate = useNavigate()
  const acting = useAct()
  const rights = session.data?.rights ?? []
  if (!rights.includes('case.follow')) return null
  if (of !== null) return <p className="incident-ways">{words.belongs} <Link to="/cases/$ref" params={{ ref: of }}><code>{of}</code></Link></p>
  if (!rights.includes('case.manage') || withdrawn) return <p className="faint">{words.noCase}</p>
  const open = (): Promise<void> => acting.act(async () => {
    const body: NewCaseRequest = { id: crypto.randomUUID(), incidents: [ref], createdAt: timeNow() }
    const opened = await ask<NewCaseAnswer>('cases', { method: 'POST', body })
    await Promise.all([['cases'], ['incident', ref], ['chain']].map((queryKey) => client.invalidateQueries({ queryKey })))
    await navigate({ to: '/cases/$ref', params: { ref: opened.ref } })
    return undefined
  })
  return (
    <>
      <p className="incident-ways">
        <Button kind="secondary" isDisabled={acting.busy} onPress={() => void open()}>{words.openCase}</Button>
        <span className="faint">{words.noCase}</span>
      </p>
      <ActOutcome acting={acting} />
    </>
  )
}
