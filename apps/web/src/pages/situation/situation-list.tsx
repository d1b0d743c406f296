// The situation reports that the caller may read, beside the meetings: for those who see no meeting's own page of them.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loaded } from '../../components/loaded.tsx'
import { situationsQuery } from './situation-queries.ts'
import { SituationVersionRow } from './situation-version.tsx'
import { useSituationWords } from './situation-words.ts'
import './situation.css'

/** As many as make two years. */
const most = 8

export function SituationList(): ReactNode {
  const words = useSituationWords()
  const query = useQuery(situationsQuery)
  return (
    <section aria-labelledby="situation-reports" className="situation">
      <h2 id="situation-reports">{words.listTitle}</h2>
      <Loaded query={query}>
        {({ versions }) => (versions.length === 0
          ? <p className="hint">{words.noneYet}</p>
          : <ul className="situation-versions">{versions.slice(0, most).map((version) => <SituationVersionRow key={`${version.report}${version.audience}`} version={version} />)}</ul>)}
      </Loaded>
    </section>
  )
}
