// Groups of persons: added, removed, and brought back; or more fields for the groups that another question has made.
import { type FormAnswers, type GroupsQuestion as Asked, isShown, type PersonAnswers } from '@lykta/incident'
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Row } from '../draft.ts'
import { fieldId, type FieldProps } from '../field.ts'
import { useForm, useReportMessages } from '../words.tsx'
import { Beside } from './beside.tsx'
import { FieldQuestion } from './field-question.tsx'
import { Tick } from './tick.tsx'

export type GroupsQuestionProps = FieldProps<Asked> & {
  /** What is answered so far: some fields are put only after certain answers. */
  readonly answers: FormAnswers
  readonly errorsOf: (question: string, group: number) => readonly string[]
}

export function GroupsQuestion({ question, entry, onChange, errors, answers, errorsOf }: GroupsQuestionProps): ReactNode {
  const { version, words } = useForm()
  const { groups } = useReportMessages()
  const [removed, setRemoved] = useState<{ readonly row: Row; readonly at: number } | null>(null)
  const last = useRef<HTMLDivElement>(null)
  const adding = useRef(false)
  const [added, setAdded] = useState(0)
  useEffect(() => {
    if (added > 0) last.current?.focus()
  }, [added])
  const id = fieldId(question.id)
  const { label, help } = words.questions[question.id]!
  const rows = entry.rows ?? []
  const own = question.rowsOf === undefined
  const persons = Array.isArray(answers.persons) ? (answers.persons as readonly PersonAnswers[]) : []
  const put = (next: readonly Row[]): void => onChange({ ...entry, rows: next, unknown: false })
  const add = (): void => {
    put([...rows, { key: Math.max(0, ...rows.map(({ key }) => key), removed?.row.key ?? 0) + 1, entries: {} }])
    setRemoved(null)
    setAdded(added + 1)
    adding.current = true
  }
  const remove = (row: Row, at: number): void => {
    put(rows.filter((one) => one !== row))
    setRemoved({ row, at })
    document.querySelector<HTMLElement>(`#${id}`)?.focus({ preventScroll: true })
  }
  /** The second click of a double one lands on what has come under the pointer: that would be an answer which nobody gave. */
  const skipSecond = (event: MouseEvent): void => {
    if (event.detail < 2) adding.current = false
    if (!adding.current) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div id={id} className="question groups" role="group" aria-labelledby={`${id}-label`} tabIndex={-1} onClickCapture={skipSecond}>
      <p id={`${id}-label`} className="groups-label">{label}</p>
      <Beside id={id} help={help} errors={errors} />
      {!own && rows.length === 0 && <p className="notice">{groups.none}</p>}
      {rows.map((row, index) => (
        <div key={row.key} className="group" role="group" ref={index === rows.length - 1 ? last : undefined} tabIndex={-1} aria-label={words.group(index + 1)}>
          <div className="group-head">
            <p className="group-name">{words.group(index + 1)}</p>
            {own && <button type="button" className="button button-quiet" onClick={() => remove(row, index)}>{groups.remove(words.group(index + 1))}</button>}
          </div>
          <div className="fields">
            {question.fields.filter((field) => isShown(version, field, answers, persons[index])).map((field) => (
              <FieldQuestion
                key={field.id} question={field} group={index + 1} entry={row.entries[field.id] ?? {}} errors={errorsOf(field.id, index + 1)}
                onChange={(changed) => put(rows.map((one) => (one === row ? { ...row, entries: { ...row.entries, [field.id]: changed } } : one)))}
              />
            ))}
          </div>
        </div>
      ))}
      {own && (
        <div className="groups-foot">
          <button type="button" className="button button-secondary" onClick={add}>{words.addGroup}</button>
          {rows.length === 0 && <Tick checked={entry.unknown ?? false} onChange={(unknown) => onChange({ ...entry, unknown })}>{words.unknown}</Tick>}
          <p role="status" className="hint">{removed ? groups.removed(words.group(removed.at + 1)) : ''}</p>
          {removed && (
            <button type="button" className="button button-quiet" onClick={() => { put(rows.toSpliced(removed.at, 0, removed.row)); setRemoved(null) }}>{groups.undo}</button>
          )}
        </div>
      )}
    </div>
  )
}
