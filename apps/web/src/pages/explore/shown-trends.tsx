// What may be said of the years: one sentence a result, with the months and the participants that it rests on.
import type { EffortOfPeriod } from '@lykta/statistics'
import type { ReactNode } from 'react'
import type { ShownTrends as Trends } from '../../../../server/src/api/explorer-types.ts'
import { HowTested } from '../../components/how-tested.tsx'
import { renderPeriod } from '../../format/periods.ts'
import { renderCount, renderMonthCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { EffortBeside } from '../effort/effort-beside.tsx'
import { useExploreWords } from './explore-words.ts'

export function ShownTrends({ trends, efforts }: { readonly trends: Trends; readonly efforts: readonly EffortOfPeriod[] }): ReactNode {
  const words = useExploreWords()
  const { number } = useMessages()
  const language = useLanguage()
  const { comparisons, several, equalRates, trend, periods, leftOut } = trends
  const said = [...comparisons.map((one) => one.said), ...(several ? [several] : []), ...(equalRates ? [equalRates.said, equalRates.spread] : []), ...(trend ? [trend.said] : [])]
  return (
    <section className="shown-trends" aria-labelledby="trends">
      <h2 id="trends">{words.trends}</h2>
      <p className="hint">{words.trendsAbout}</p>
      {said.length === 0 ? <p>{words.tooFew}</p> : <ul>{said.map((one) => <li key={one.en}>{one[language]}</li>)}</ul>}
      {said.length > 0 && <HowTested without={['rest']} />}
      <p className="hint">
        {periods.map(({ label, months, participants }) => words.effort(
          label[language], number.months(renderMonthCount(months, language), months === 1),
          participants === null ? words.membersUnknown : words.members(renderCount(participants, language)),
        )).join('. ')}
        {periods.length > 0 && '. '}
        {leftOut.length > 0 && words.leftOut(leftOut.map((label) => label[language]).join(', '))}
      </p>
      <EffortBeside efforts={efforts.map((effort) => ({ ...effort, label: renderPeriod(effort) }))} />
      <p className="hint">{words.effortAbout}</p>
    </section>
  )
}
