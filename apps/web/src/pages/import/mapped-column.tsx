// One column of theirs: what it becomes, how it is written, and its words.
import { hasWords, isList, type MappedColumn, type MappedSheet } from '@lykta/incident'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { clean, confirmed, withColumn, withIgnored, withWord } from './change-mapping.ts'
import { ColumnWays } from './column-ways.tsx'
import type { ColumnView } from './import-worker.ts'
import { useImportWords } from './import-words.ts'
import { meaningsOf } from './meanings.ts'
import { NewOrganisation } from './new-organisation.tsx'
import { type Target, TargetSelect } from './target-select.tsx'
import type { MappingWork } from './use-mapping.ts'
import { WordTable } from './word-table.tsx'

type MappedColumnProps = {
  readonly work: MappingWork
  readonly sheet: MappedSheet
  readonly name: string
  readonly index: number
  readonly onSheet: (change: (sheet: MappedSheet) => MappedSheet) => void
}

export function MappedColumnPart({ work, sheet, name, index, onSheet }: MappedColumnProps): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const network = useNetwork()
  const column = sheet.columns[index]!
  const [view, setView] = useState<ColumnView>()
  const [newFor, setNewFor] = useState<string>()
  const { from, to, proposed, unsure, proposedValues, unsureValues, undecidedValues, split, dates } = column
  const { headerRow } = sheet
  useEffect(() => {
    let superseded = false
    // The other fields of the column change nothing of its words.
    const look = async (): Promise<void> => {
      const found = await work.view(name, headerRow, { from, to, ...(to !== null && isList(to) ? { split: split ?? '|' } : {}), ...(dates ? { dates } : {}) })
      if (!superseded) setView(found)
    }
    // What fails here fails in the check of all rows too, and is told there.
    void look().catch(() => undefined)
    return () => {
      superseded = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the way to the worker is new with each drawing and always leads there.
  }, [name, headerRow, from, to, split, dates])

  const set = (change: (column: MappedColumn) => MappedColumn): void => onSheet((before) => withColumn(before, index, change))
  const choose = async (target: Target): Promise<void> => {
    if (target === 'skip') return onSheet((before) => withIgnored(before, from, true))
    const next = target.to === null ? { from, to: null } : await work.propose(name, headerRow, { from, ...target })
    // A person chose the column itself; what is found of its dates and words is still to be looked at.
    set(() => clean(next))
  }
  const splitBy = async (separator: string): Promise<void> => {
    const again = await work.propose(name, headerRow, { from, to })
    set(() => clean({ ...again, split: separator, ...(column.values ? { values: column.values } : {}) }))
  }
  const open = (undecidedValues?.length ?? 0) + Object.keys(proposedValues ?? {}).length
  const isOpen = to === null || proposed === true || open > 0
  const samples = view?.words.slice(0, 3).map(({ word }) => (word.length > 60 ? `${word.slice(0, 59)}…` : word)).join(' · ')
  return (
    <li className={`mapped-column${to === null || (undecidedValues?.length ?? 0) > 0 ? ' is-undecided' : isOpen ? ' is-proposed' : ''}`}>
      <div className="column-head">
        <div>
          <h3>{from}</h3>
          {view && <p className="hint">{`${words.filled(renderCount(view.filled, language))}${samples === undefined || samples === '' ? '' : `. ${words.samples}: ${samples}`}`}</p>}
        </div>
        <TargetSelect target={{ to, ...(column.group ? { group: column.group } : {}) }} column={from} onChoose={(target) => void choose(target)} />
        <p className="column-state">
          {to === null ? <Mark kind="danger">{words.toDecide}</Mark> : (proposed === true || Object.keys(proposedValues ?? {}).some((word) => !unsureValues?.includes(word))) && (
            <>
              <Mark kind="lamp">{unsure ? words.unsure : words.proposal}</Mark>
              <Button kind="secondary" aria-label={words.rightOf(from)} onPress={() => set(confirmed)}>{words.right}</Button>
            </>
          )}
        </p>
      </div>
      {unsure && <p className="hint">{words.unsureAbout}</p>}
      {view && to !== null && (
        <div className="column-more">
          <ColumnWays column={column} view={view} severalSheets={work.mapping!.sheets.filter(({ columns }) => columns.some((one) => one.to === 'incidents.ref')).length > 1} onChange={(next) => set(() => next)} onSplit={(separator) => void splitBy(separator)} />
          {hasWords(to) && view.words.length > 0 && (
            <details className="column-words" open={(undecidedValues?.length ?? 0) + (unsureValues?.length ?? 0) > 0}>
              <summary>{words.words(renderCount(view.words.length, language), renderCount(open, language))}</summary>
              <WordTable
                column={column} view={view} meanings={meaningsOf(to, { language, words, network, mapping: work.mapping! })}
                onNew={to === 'incidents.reporter' || to === 'persons.supportOrganisation' ? setNewFor : undefined}
                onMean={(word, meaning) => set((before) => withWord(before, word, meaning))}
              />
              {newFor !== undefined && <NewOrganisation key={newFor} word={newFor} work={work} onEnd={() => setNewFor(undefined)} onAdded={(code) => {
                set((before) => withWord(before, newFor, code))
                setNewFor(undefined)
              }} />}
            </details>
          )}
        </div>
      )}
    </li>
  )
}
