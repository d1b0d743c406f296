// The year's figures: each with its unit, what it is a part of, and what is not known, and each can be pressed.
import type { ReactNode } from 'react'
import type { CountCell } from '@lykta/statistics'
import type { OverviewAnswer } from '../../../../server/src/api/types.ts'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { renderCount } from '../../format/numbers.ts'
import { renderPeriod } from '../../format/periods.ts'
import { renderQuantity } from '../../format/quantity.ts'
import { findPercent } from '../../format/share.ts'
import { findTotal, getTable, getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'

const shown = ['incidents', 'persons', 'personsInContact', 'personsAccepting', 'policeContacted', 'participants'] as const
type Shown = (typeof shown)[number]

const companions = ['unknown', 'notAsked', 'occurrences', 'incidentsUnknown', 'atEnd', 'reporting'] as const
const bases: Readonly<Partial<Record<Shown, string>>> = { personsInContact: 'persons', personsAccepting: 'personsInContact', policeContacted: 'incidents' }

export function KeyFigures({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { overview, facts, statistics } = messages
  const { tables, asOf, comparison } = answer
  const index = getTable(tables, 'incidents').periods.length - 1
  const period = getTable(tables, 'incidents').periods[index]!
  const total = (id: string): CountCell => getTotal(tables, id, index)
  const count = (id: string): string => renderQuantity(total(id), language, messages)

  const besideOf: Readonly<Record<Shown, () => string>> = {
    incidents: () => {
      const before = index > 0 ? getTable(tables, 'incidents').periods[0]! : undefined
      return before ? overview.beside.yearBefore(renderCount(getTotal(tables, 'incidents', 0).count, language), renderPeriod(before)) : ''
    },
    persons: () => {
      const unknown = total('persons.incidentsUnknown').count
      return unknown > 0 ? overview.beside.incidentsUnknown(renderCount(unknown, language), unknown === 1) : ''
    },
    personsInContact: () => overview.beside.ofPersons(count('persons')),
    personsAccepting: () => [overview.beside.ofContacts(count('personsInContact')), unknownOf('personsAccepting')].filter(Boolean).join('; '),
    policeContacted: () => {
      const percent = findPercent(total('policeContacted'), total('incidents'))
      return overview.beside.ofIncidents(count('incidents'), percent === undefined ? '' : overview.beside.percent(String(percent)))
    },
    // Who has only told of what nobody can date has reported, and not of this year.
    participants: () => overview.beside.reporting(count('participants.reporting'), answer.inNoYear > 0),
  }

  function unknownOf(id: Shown): string {
    const unknown = findTotal(tables, `${id}.unknown`, index)
    return unknown && unknown.count > 0 ? overview.beside.unknown(renderQuantity(unknown, language, messages)) : ''
  }

  return (
    <section className="figures" aria-label={overview.figures}>
      <ul>
        {shown.map((id) => {
          const cell = total(id)
          const base = bases[id]
          const words = overview.figure[id]
          return (
            <li key={id}>
              <PressableNumber
                label={statistics.measures[id]}
                unit={getTable(tables, id).spec.unit}
                value={cell}
                period={period}
                asOf={asOf}
                support={cell}
                {...(base === undefined ? {} : { base: { words: statistics.measures[base as Shown], value: total(base) } })}
                {...(id === 'incidents' && comparison ? { rate: comparison.later.perMonth } : {})}
                beside={companions.flatMap((companion) => {
                  const beside = findTotal(tables, `${id}.${companion}`, index)
                  return beside ? [{ label: facts[companion], text: besideText(companion, beside) }] : []
                })}
              />
              <p className="figure-label">{cell.count === 1 && !cell.atLeast ? words.one : words.many}</p>
              <p className="figure-beside">{besideOf[id]()}</p>
            </li>
          )
        })}
      </ul>
      <RawMark />
    </section>
  )

  function besideText(companion: (typeof companions)[number], cell: CountCell): string {
    if (companion === 'incidentsUnknown') return facts.unknownIncidents(renderCount(cell.count, language), cell.count === 1)
    return renderQuantity(cell, language, messages)
  }
}
