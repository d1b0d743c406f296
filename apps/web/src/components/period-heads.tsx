// Column heads of periods, each with its exposure and, when collected in part, which part.
import type { Period } from '@lykta/statistics'
import type { ReactNode } from 'react'
import { renderMonthCount } from '../format/numbers.ts'
import { findCollectedPart, renderPeriod } from '../format/periods.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { useNetwork } from '../network.ts'

export function PeriodHeads({ periods }: { readonly periods: readonly Period[] }): ReactNode {
  const { number } = useMessages()
  const language = useLanguage()
  const { network, today } = useNetwork()
  return periods.map((period) => {
    const part = findCollectedPart(period, network.collectionStart, today, language)
    const months = number.monthsShort(renderMonthCount(period.months, language))
    return (
      <th key={period.id} scope="col" className={period.id === 'all' ? 'all' : undefined}>
        {renderPeriod(period)}
        <small>{part === undefined || period.id === 'all' ? months : `${part}, ${months}`}</small>
      </th>
    )
  })
}
