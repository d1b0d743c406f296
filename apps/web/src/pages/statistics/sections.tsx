// The statistics in the order of the annual report: each section with its tables, and a chart where one helps.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { RawMark } from '../../components/raw-mark.tsx'
import { renderMoment } from '../../format/dates.ts'
import { getTable } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useCaseWords } from '../cases/case-words.ts'
import { Funnel } from '../cases/funnel.tsx'
import { ChainTable } from '../overview/chain-table.tsx'
import { BesideCounts } from './beside-counts.tsx'
import { BreakdownTable } from './breakdown-table.tsx'
import { ChainFigure } from './chain-figure.tsx'
import { Comparisons } from './comparisons.tsx'
import { MonthsFigure } from './months-figure.tsx'
import { MonthsTable } from './months-table.tsx'
import { RankFigure } from './rank-figure.tsx'
import { RatesFigure } from './rates-figure.tsx'
import { SaidOfYears } from './said.tsx'
import { Section } from './section.tsx'
import { YearsTable } from './years-table.tsx'

type BreakdownId = 'exploitation' | 'sexAge' | 'nationalityIncidents' | 'nationalityPersons' | 'indicatorCategories' | 'indicators' | 'placeType' | 'sector'

export function Sections({ answer }: { readonly answer: StatisticsAnswer }): ReactNode {
  const { statistics: words, facts, units, chart } = useMessages()
  const language = useLanguage()
  const { network } = useNetwork()
  const { tables, periods, asOf } = answer
  const cases = useCaseWords()
  const manages = useQuery(sessionQuery).data?.rights.includes('case.manage') === true
  const breakdown = (id: BreakdownId, head: string): ReactNode => (
    <BreakdownTable table={getTable(tables, id)} tables={tables} asOf={asOf} caption={words.tables[id]} head={head} />
  )
  return (
    <div className="statistics-sections">
      <Section id="years">
        <YearsTable answer={answer} />
        <p className="hint">{cases.policeBoth}</p>
        {manages && <BesideCounts from={Number(periods[0]!.id)} to={Number(periods.findLast(({ id }) => /^\d{4}$/.test(id))!.id)} />}
        <RatesFigure answer={answer} />
        <Comparisons answer={answer} />
        <SaidOfYears answer={answer} />
      </Section>
      <Section id="exploitation">{breakdown('exploitation', words.head.exploitation)}</Section>
      <Section id="sexAge">{breakdown('sexAge', words.head.sexAge)}</Section>
      <Section id="nationality">
        {breakdown('nationalityIncidents', words.head.nationality)}
        {breakdown('nationalityPersons', words.head.nationality)}
      </Section>
      <Section id="indicators">
        <RankFigure table={getTable(tables, 'indicators')} asOf={asOf} titleOf={words.indicatorsTitle} />
        {breakdown('indicators', words.head.indicators)}
        {breakdown('indicatorCategories', words.head.indicatorCategories)}
      </Section>
      <Section id="placeType">{breakdown('placeType', words.head.placeType)}</Section>
      <Section id="sector">{breakdown('sector', words.head.sector)}</Section>
      <Section id="chain">
        <ChainFigure answer={answer} />
        <ChainTable
          tables={tables} periods={periods.map((_, index) => index)} asOf={asOf} caption={words.tables.chain}
          about={`${words.unitBase(units.incident.many, facts.baseAll(units.incident.many))} ${words.notAskedNote} ${chart.asOf(renderMoment(asOf.at, network.timeZone, language))}`}
        />
        <RawMark />
        {manages && <Funnel />}
      </Section>
      <Section id="months">
        <MonthsFigure answer={answer} />
        <MonthsTable answer={answer} />
      </Section>
    </div>
  )
}
