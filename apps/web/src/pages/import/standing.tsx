// How it stands: rows that could be imported, what is left to decide, what stands in the way; and what to do with the mapping then.
import { findProblemText, type Problem } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { confirmedWhereSure, hasSureProposal, withSheet } from './change-mapping.ts'
import { useImportWords } from './import-words.ts'
import type { MappingWork } from './use-mapping.ts'

/** Files in our form have no mapping to save. */
export function Standing({ work, isMapped }: { readonly work: MappingWork; readonly isMapped: boolean }): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const [said, setSaid] = useState('')
  const { checked, left, mapping } = work
  const shown = (count: number): string => renderCount(count, language)
  const confirmAll = (): void => work.change((before) => before.sheets.reduce((all, _, index) => withSheet(all, index, (sheet) => ({ ...sheet, columns: sheet.columns.map(confirmedWhereSure) })), before))
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'mapping.json'
    link.click()
    URL.revokeObjectURL(address)
    work.saved()
    setSaid(words.saved)
  }
  return (
    <section className="import-standing" aria-labelledby="standing">
      <h2 id="standing">{words.standing}</h2>
      <div role="status" className="standing-facts">
        {checked === undefined ? <p>{words.checking}</p> : (
          <>
            {checked.rows ? (
              <p><strong>{words.incidents(shown(checked.rows.incidents.good), shown(checked.rows.incidents.all))}</strong>{`, ${words.persons(shown(checked.rows.persons.good), shown(checked.rows.persons.all))}.`}</p>
            ) : <p>{words.notYet}</p>}
            <p>{`${words.errors(shown(checked.errors))}.${!isMapped ? '' : ` ${left.open + left.proposed === 0 ? words.nothingLeft : words.left(shown(left.open), shown(left.proposed), shown(left.unsure))}.`}`}</p>
          </>
        )}
      </div>
      {isMapped && <p className="network-ways">
          <Button kind="primary" onPress={save}>{words.save}</Button>
          <Button kind="secondary" isDisabled={!mapping?.sheets.some(({ columns }) => columns.some(hasSureProposal))} onPress={confirmAll}>{words.confirmAll}</Button>
          <Button
            kind="quiet" isDisabled={!work.canUndo}
            onPress={() => {
              work.undo()
              setSaid(words.undone)
            }}
          >{words.undo}</Button>
        </p>}
      <p role="status" className="hint">{said}</p>
    </section>
  )
}

export function WhatHinders({ work }: { readonly work: MappingWork }): ReactNode {
  const words = useImportWords()
  const { checked, reading } = work
  const problems = [...(checked?.problems ?? []), ...(reading.state === 'ready' ? reading.warnings : [])]
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  return (
    <>
      {errors.length > 0 && (
        <section aria-labelledby="hinders">
          <h2 id="hinders">{words.problems}</h2>
          <p>{words.problemsAbout}</p>
          <Problems problems={errors} />
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="warnings">
          <h2 id="warnings">{words.warnings}</h2>
          <Problems problems={warnings} />
        </section>
      )}
    </>
  )
}

export function Problems({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const language = useLanguage()
  return (
    <ul className="problems">
      {problems.map((problem, index) => {
        const text = findProblemText(problem, language) ?? problem.code
        return <li key={`${text}${index}`} className={`problem problem-${problem.severity}`}><span>{text}</span></li>
      })}
    </ul>
  )
}
