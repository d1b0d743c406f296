// The steps of the response chain with what is unknown of each, for chart and table alike.
import type { Language } from '@lykta/incident'
import type { CountTable } from '@lykta/statistics'
import type { Step } from '../../charts/step-chart.tsx'
import { renderCount } from '../../format/numbers.ts'
import { findPercent } from '../../format/share.ts'
import { findTotal, getTotal } from '../../format/tables.ts'
import type { Messages } from '../../messages/messages.ts'

/** As `responseChain` of the statistics room has them; written here as well so that their words are complete. */
export const chain = ['incidents', 'policeContacted', 'incidentsInContact', 'incidentsOffered', 'incidentsAccepting'] as const

export function chainSteps(tables: readonly CountTable[], period: number, language: Language, messages: Messages): readonly Step[] {
  const base = getTotal(tables, 'incidents', period)
  const number = (count: number): string => renderCount(count, language)
  return chain.map((id) => {
    const cell = getTotal(tables, id, period)
    const notAsked = findTotal(tables, `${id}.notAsked`, period)?.count ?? 0
    const unknown = (findTotal(tables, `${id}.unknown`, period)?.count ?? 0) + notAsked
    const percent = id === 'incidents' ? undefined : findPercent(cell, base)
    return {
      id,
      label: messages.overview.chain.steps[id],
      count: cell.count,
      unknown,
      // A step that the form did not ask about has no answer in any incident.
      asked: base.count === 0 || notAsked < base.count,
      text: percent === undefined ? number(cell.count) : `${number(cell.count)} · ${messages.number.percent(String(percent))}`,
      unknownText: unknown > 0 ? messages.overview.chain.unknown(number(unknown)) : '',
    }
  })
}
