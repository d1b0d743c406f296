// Incidents per month: a row a month, a column a year, and what stands in the year but in no month.
import type { ReactNode } from 'react'
import type { StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { PeriodHeads } from '../../components/period-heads.tsx'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { renderMonth } from '../../format/dates.ts'
import { getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { RawTable } from './raw-table.tsx'

export function MonthsTable({ answer }: { readonly answer: StatisticsAnswer }): ReactNode {
  const { statistics: words, facts, units, overview } = useMessages()
  const language = useLanguage()
  const { months, tables, periods, asOf } = answer
  const years = periods.filter(({ id }) => id !== 'all')
  return (
    <RawTable
      caption={words.tables.months}
      about={words.unitBase(units.incident.many, facts.baseAll(units.incident.many))}
      asOf={asOf}
      notes={[words.monthsNote, overview.months.caution]}
    >
      <thead>
        <tr>
          <th scope="col">{words.head.month}</th>
          <PeriodHeads periods={years} />
        </tr>
      </thead>
      <tbody>
        <tr className="base-row">
          <th scope="row">{words.year}</th>
          {years.map((period, index) => {
            const value = getTotal(tables, 'incidents', index)
            return (
              <td key={period.id}>
                <PressableNumber tabStop={index === 0} label={`${words.measures.incidents}, ${period.id}`} unit="incident" value={value} period={period} asOf={asOf} support={value} />
              </td>
            )
          })}
        </tr>
        {Array.from({ length: 12 }, (_, month) => (
          <tr key={month}>
            <th scope="row">{nameOf(months[0]!.table.periods[month]!.from)}</th>
            {months.map(({ year, table }) => {
              const [period, value] = [table.periods[month]!, table.base[month]!]
              return (
                <td key={year}>
                  <PressableNumber tabStop={false} label={`${words.measures.incidents}, ${renderMonth(period.from, language)}`} unit="incident" value={value} period={period} asOf={asOf} support={value} />
                </td>
              )
            })}
          </tr>
        ))}
        <tr className="beside-row">
          <th scope="row">{words.inNoMonth}</th>
          {months.map(({ year, inNoMonth }, index) => (
            <td key={year}>
              <PressableNumber
                tabStop={false} label={`${words.inNoMonth}, ${year}`} unit="incident" value={{ count: inNoMonth, atLeast: false }} period={years[index]!} asOf={asOf}
              />
            </td>
          ))}
        </tr>
      </tbody>
    </RawTable>
  )

  function nameOf(day: string): string {
    const name = renderMonth(day, language).replace(/ \d+$/, '')
    return name.charAt(0).toLocaleUpperCase() + name.slice(1)
  }
}
