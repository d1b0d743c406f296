// Under an incident: what it and its persons are linked to, with the way to the suggestions.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { useAct } from '../../components/use-act.ts'
import { Clusters } from './clusters.tsx'
import { sameOfQuery } from './same-queries.ts'
import { useSameWords } from './same-words.ts'
import './same.css'

export function SameSection({ incident }: { readonly incident: string }): ReactNode {
  const words = useSameWords()
  const acting = useAct()
  const query = useQuery(sameOfQuery(incident))
  return (
    <>
      <Loaded query={query}>{({ linked }) => (linked.length === 0 ? <p className="faint">{words.sectionNone}</p> : <Clusters clusters={linked} acting={acting} />)}</Loaded>
      <ActOutcome acting={acting} />
      <p><Link to="/same">{words.sectionLink}</Link></p>
    </>
  )
}
