// The headline figures by year: a row for each, under it what is unknown or stands beside, a column for each period.
import type { ReactNode } from 'react'
import type { StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { PeriodHeads } from '../../components/period-heads.tsx'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { ShareOfBase } from '../../components/share-of-base.tsx'
import { renderQuantity } from '../../format/quantity.ts'
import { signCharacters } from '../../format/sign.ts'
import { getTable, getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { companionsOf, findWhole, measureGroups, type MeasureId, wasAsked } from './measure-rows.ts'
import { RawTable } from './raw-table.tsx'

export function YearsTable({ answer }: { readonly answer: StatisticsAnswer }): ReactNode {
  const { statistics: words, units } = useMessages()
  const { periods, tables, asOf } = answer
  const notes = [words.boundNote, words.personsNote, words.shareNote]
  return (
    <RawTable caption={words.tables.years} about={words.yearsAbout} asOf={asOf} notes={notes}>
      <thead>
        <tr>
          <th scope="col">{words.head.measure}</th>
          <PeriodHeads periods={periods} />
        </tr>
      </thead>
      {measureGroups.map(({ id, measures }) => (
        <tbody key={id}>
          <tr>
            <th scope="rowgroup" colSpan={periods.length + 1}>{words.groups[id]}</th>
          </tr>
          {measures.flatMap((measure) => [rowOf(measure, 'measure-row'), ...companionsOf(tables, measure).map((beside) => rowOf(beside.id, 'beside-row'))])}
        </tbody>
      ))}
    </RawTable>
  )

  function rowOf(id: MeasureId, kind: 'measure-row' | 'beside-row'): ReactNode {
    const { unit } = getTable(tables, id).spec
    const part = findWhole(id)
    return (
      <tr key={id} className={kind}>
        <th scope="row">
          {words.measures[id]}
          {/* What stands beside a figure names its unit itself. */}
          {kind === 'measure-row' && <small>{part === undefined ? words.unitOnly(units[unit].many) : words.unitBase(units[unit].many, words.measures[part].toLocaleLowerCase())}</small>}
        </th>
        {periods.map((period, index) => (
          <td key={period.id} className={period.id === 'all' ? 'all' : undefined}>
            <Cell id={id} index={index} answer={answer} first={id === 'incidents' && index === 0} />
          </td>
        ))}
      </tr>
    )
  }
}

type CellProps = { readonly id: MeasureId; readonly index: number; readonly answer: StatisticsAnswer; readonly first: boolean }

function Cell({ id, index, answer, first }: CellProps): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { statistics: words, facts, overview } = messages
  const { tables, periods, rates, asOf } = answer
  const period = periods[index]!
  const value = getTotal(tables, id, index)
  const part = findWhole(id)
  const base = part && getTotal(tables, part, index)
  const rate = id === 'incidents' ? rates[index] : undefined
  if (!wasAsked(tables, id, index) && period.months > 0) {
    return <><span aria-hidden="true" className="sign">{signCharacters['not-collected']}</span><small>{overview.chain.notAsked}</small></>
  }
  return (
    <>
      <PressableNumber
        tabStop={first}
        label={`${words.measures[id]}, ${period.id === 'all' ? words.all.toLocaleLowerCase() : period.id}`}
        unit={getTable(tables, id).spec.unit} value={value} period={period} asOf={asOf} support={value}
        {...(part && base ? { base: { words: words.measures[part], value: base } } : {})}
        {...(rate ? { rate } : {})}
        beside={companionsOf(tables, id).map((one) => ({ label: facts[one.kind], text: renderQuantity(getTotal(tables, one.id, index), language, messages, period.months) }))}
      />
      {base && <ShareOfBase part={value} base={base} />}
    </>
  )
}
