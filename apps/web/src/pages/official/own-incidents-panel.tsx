// The network's own incidents by year, raw, in a panel of their own with a scale of their own.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { statisticsQuery } from '../../api/queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { renderMonthCount } from '../../format/numbers.ts'
import { renderQuantity } from '../../format/quantity.ts'
import { isPartial, renderPeriod } from '../../format/periods.ts'
import { getTable } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useOfficialWords } from './official-words.ts'
import { ValueBar } from './value-bar.tsx'

export function OwnIncidentsPanel(): ReactNode {
  const words = useOfficialWords()
  const messages = useMessages()
  const language = useLanguage()
  const { years, latestYear, incidents } = useNetwork()
  const query = useQuery({ ...statisticsQuery(years[0]!, latestYear), enabled: incidents > 0 })
  return (
    <section className="series" aria-labelledby="own-incidents">
      <h2 id="own-incidents">{words.own}</h2>
      <p className="hint">{words.about(words.ownUnit, messages.facts.baseAll(messages.units.incident.many))}</p>
      {incidents === 0 ? <p>{words.ownNone}</p> : (
        <Loaded query={query}>
          {({ periods, tables }) => {
            const counts = getTable(tables, 'incidents').base
            const rows = periods.flatMap((period, index) => (period.id === 'all' ? [] : [{ period, value: counts[index]! }]))
            const highest = Math.max(1, ...rows.map(({ value }) => value.count))
            return (
              <div className="table-scroll">
                <table className="table" aria-labelledby="own-incidents">
                  <thead><tr><th scope="col">{words.period}</th><th scope="col" className="series-value">{words.value}</th><th scope="col">{words.collected}</th></tr></thead>
                  <tbody>
                    {rows.map(({ period, value }) => (
                      <tr key={period.id}>
                        <th scope="row">{renderPeriod(period)}</th>
                        <td className="series-value"><ValueBar value={value.count} highest={highest} text={renderQuantity(value, language, messages, period.months)} hatched={isPartial(period)} /></td>
                        <td>{messages.number.monthsShort(renderMonthCount(period.months, language))}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }}
        </Loaded>
      )}
      <RawMark />
    </section>
  )
}
