// A table by one attribute or two: the base first, then its rows, most first, then those without a known answer.
import type { CountCell, CountTable } from '@lykta/statistics'
import type { ReactNode } from 'react'
import type { AsOf } from '../../../../server/src/api/types.ts'
import { PeriodHeads } from '../../components/period-heads.tsx'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { ShareOfBase } from '../../components/share-of-base.tsx'
import { rowWord } from '../../format/code-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { rankRows } from './rank-rows.ts'
import { RawTable } from './raw-table.tsx'
import { findUnanswered } from './unanswered.ts'

export type BreakdownTableProps = {
  readonly table: CountTable
  readonly tables: readonly CountTable[]
  readonly asOf: AsOf
  readonly caption: string
  readonly head: string
}

export function BreakdownTable({ table, tables, asOf, caption, head }: BreakdownTableProps): ReactNode {
  const { statistics: words, facts, units } = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { spec, periods, base, severalAnswers } = table
  const unit = units[spec.unit].many
  const baseWords = spec.base === 'all' ? facts.baseAll(unit) : facts.baseAnswered(unit)
  const unanswered = findUnanswered(table, tables)
  const bound = base.some(({ atLeast }) => atLeast)
  const notes = [
    ...(severalAnswers ? [words.severalNote] : []),
    ...(bound ? [words.boundNote] : []),
    ...(spec.unit === 'person' ? [words.personsNote] : []),
    ...(periods.length > 1 ? [words.orderNote] : []),
  ]
  const cellsOf = (label: string, cells: readonly CountCell[], kind: 'base' | 'part', first = false): ReactNode =>
    periods.map((period, index) => (
      <td key={period.id} className={period.id === 'all' ? 'all' : undefined}>
        <PressableNumber
          tabStop={first && index === 0}
          label={`${label}, ${period.id === 'all' ? words.all.toLocaleLowerCase() : period.id}`}
          unit={spec.unit} value={cells[index]!} period={period} asOf={asOf} support={cells[index]!}
          {...(kind === 'part' ? { base: { words: baseWords, value: base[index]! }, severalAnswers } : {})}
        />
        {kind === 'part' && <ShareOfBase part={cells[index]!} base={base[index]!} />}
      </td>
    ))
  return (
    <RawTable caption={caption} about={words.unitBase(unit, baseWords)} asOf={asOf} notes={notes}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <PeriodHeads periods={periods} />
        </tr>
      </thead>
      <tbody>
        <tr className="base-row">
          <th scope="row">{words.base}<small>{baseWords}</small></th>
          {cellsOf(`${words.base}, ${baseWords}`, base, 'base', true)}
        </tr>
        {rankRows(table).map(({ codes, cells }) => {
          const label = rowWord(spec.by, codes, language, network)
          return (
            <tr key={codes.join('/')}>
              <th scope="row">{label}</th>
              {cellsOf(label, cells, 'part')}
            </tr>
          )
        })}
        {table.rows.length === 0 && <tr><th scope="row" colSpan={periods.length + 1}>{words.noRows}</th></tr>}
        {unanswered && (
          <tr className="beside-row">
            <th scope="row">{words.unanswered}<small>{words.outsideBase}</small></th>
            {cellsOf(words.unanswered, unanswered, 'base')}
          </tr>
        )}
      </tbody>
    </RawTable>
  )
}
