// Every result about the years in one plain sentence, with what the years rest on standing in the table above.
import type { ReactNode } from 'react'
import type { StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { HowTested } from '../../components/how-tested.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'

export function SaidOfYears({ answer: { trends, overMonths, rest } }: { readonly answer: StatisticsAnswer }): ReactNode {
  const { statistics: words } = useMessages()
  const language = useLanguage()
  const { several, equalRates, trend } = trends
  const said = [...(several ? [several] : []), ...(equalRates ? [equalRates.said, equalRates.spread] : []), ...(trend ? [trend.said] : []), ...(rest ? [rest] : [])]
  if (said.length === 0 && overMonths === null) return null
  return (
    <div className="comparisons">
      <h3>{words.said}</h3>
      <ul>
        {said.map((one) => <li key={one.en}>{one[language]}</li>)}
        {overMonths && <li>{words.months(overMonths.spread[language])}</li>}
      </ul>
      <HowTested />
    </div>
  )
}
