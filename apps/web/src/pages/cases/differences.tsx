// Where the case says more than its incidents' answers do: the statistics count the answers, so somebody has to correct them.
import { chainLine } from '@lykta/incident'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseAnswer } from '../../../../server/src/api/case-types.ts'
import { incidentQuery } from '../../api/queries.ts'
import { useLanguage } from '../../messages/messages.ts'
import { stepWords, useCaseWords } from './case-words.ts'

export function Differences({ answer: { incidents, chain, steps } }: { readonly answer: CaseAnswer }): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const standing = incidents.filter(({ withdrawn }) => !withdrawn)
  const answers = useQueries({ queries: standing.map(({ ref }) => incidentQuery(ref)), combine: (found) => found.flatMap(({ data }) => (data ? [data.answers] : [])) })
  if (standing.length === 0 || answers.length < standing.length) return null
  const said = new Set(chainLine(steps, { steps: [] }, answers).reached.map(({ step }) => step))
  const more = chain.reached.filter(({ step }) => !said.has(step) && ['police', 'contact', 'offered', 'accepted', 'declined'].includes(steps.find(({ id }) => id === step)?.means ?? ''))
  if (more.length === 0) return null
  return (
    <ul className="case-differs">
      <li>{words.differs(more.map(({ step }) => stepWords(steps, step, language)).join(', '))}</li>
      {standing.map(({ ref }) => <li key={ref}><a href={`/day/#change.${ref}`}>{words.correct} {ref}</a></li>)}
    </ul>
  )
}
