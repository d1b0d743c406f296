// The overview: one year's figures, what may be said of the year before, and three charts.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OverviewAnswer } from '../../../../server/src/api/types.ts'
import { overviewQuery } from '../../api/queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { ChainChart } from './chain-chart.tsx'
import { Comparison } from './comparison.tsx'
import { FirstSteps } from './first-steps.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MonthsChart } from './months-chart.tsx'
import { Notes } from './notes.tsx'
import './overview.css'
import { WaitingNow } from './waiting-now.tsx'
import { YearPicker } from './year-picker.tsx'
import { YearsChart } from './years-chart.tsx'

const route = getRouteApi('/')

export function OverviewPage(): ReactNode {
  const { overview, places } = useMessages()
  const { network, latestYear, years, incidents } = useNetwork()
  const asked = route.useSearch().year
  const year = asked !== undefined && years.includes(asked) ? asked : latestYear
  const query = useQuery({ ...overviewQuery(year), enabled: incidents > 0 })
  return (
    <>
      <div className="overview-head">
        <PageHeading title={overview.title(network.name, String(year))} tab={places.overview} />
        {incidents > 0 && <YearPicker year={year} />}
      </div>
      {incidents === 0 ? <FirstSteps /> : <Loaded query={query}>{(answer) => <Year answer={answer} />}</Loaded>}
    </>
  )
}

function Year({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  return (
    <>
      <KeyFigures answer={answer} />
      <WaitingNow />
      <Comparison answer={answer} />
      <div className="overview-charts">
        <MonthsChart answer={answer} />
        <ChainChart answer={answer} />
        <YearsChart answer={answer} />
        <Notes answer={answer} />
      </div>
    </>
  )
}
