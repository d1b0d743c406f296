// Entering a file of series: the file as it is, and what it does not say itself. Faults are told with their rows.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import type { OfficialOutcome, OfficialRequest } from '../../../../server/src/api/official-types.ts'
import { ask } from '../../api/ask.ts'
import { officialQuery } from '../../api/official-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useOfficialWords } from './official-words.ts'

const mostBytes = 1024 * 1024
type Said = Readonly<Record<'source' | 'unit' | 'datedBy' | 'status' | 'kind', string>>

export function EnterSeries(): ReactNode {
  const words = useOfficialWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { busy, failure, said: done, act } = useAct()
  const picker = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<string>()
  const [said, setSaid] = useState<Said>({ source: '', unit: '', datedBy: '', status: '', kind: '' })
  const put = (changed: Partial<Said>): void => setSaid({ ...said, ...changed })
  const options = (texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([id, text]) => ({ id, text }))
  const enter = async (): Promise<void> => {
    const file = picker.current?.files?.[0]
    const wrong = !file ? words.noFile : file.size > mostBytes ? words.tooLarge : undefined
    setFault(wrong)
    if (!file || wrong !== undefined) return picker.current?.focus()
    await act(async () => {
      const beside = Object.fromEntries(Object.entries(said).filter(([, text]) => text.trim() !== ''))
      const body: OfficialRequest = { name: file.name.slice(0, 200), content: await base64Of(file), ...beside }
      const { series, added, changed } = await ask<OfficialOutcome>('official', { method: 'POST', body })
      await client.invalidateQueries({ queryKey: officialQuery.queryKey })
      picker.current!.value = ''
      return words.entered(renderCount(series, language), renderCount(added, language), renderCount(changed, language))
    })
  }
  return (
    <section className="enter-series" aria-labelledby="enter-series">
      <h2 id="enter-series">{words.enterTitle}</h2>
      <p>{words.enterText}</p>
      <div className="field">
        <label className="label" htmlFor="series-file">{words.file}</label>
        <input id="series-file" ref={picker} type="file" className="input" accept=".csv,.xlsx,.ods,.json" aria-invalid={fault !== undefined} {...(fault === undefined ? {} : { 'aria-describedby': 'series-fault' })} />
        {fault !== undefined && <span id="series-fault" className="field-error" role="alert">{fault}</span>}
      </div>
      <fieldset className="enter-said">
        <legend className="label">{words.said}</legend>
        <TextField label={words.fields.source} value={said.source} onChange={(source) => put({ source })} />
        <TextField label={words.fields.unit} value={said.unit} onChange={(unit) => put({ unit })} maxLength={60} />
        <SelectField label={words.fields.datedBy} none={words.inFile} options={options(words.dates)} selected={said.datedBy} onSelect={(datedBy) => put({ datedBy })} />
        <SelectField label={words.fields.status} none={words.inFile} options={options(words.statuses)} selected={said.status} onSelect={(status) => put({ status })} />
        <SelectField label={words.fields.kind} none={words.inFile} options={options(words.kinds)} selected={said.kind} onSelect={(kind) => put({ kind })} />
      </fieldset>
      <FailureNote error={failure} />
      <p><Button kind="primary" isPending={busy} onPress={() => void enter()}>{words.enter}</Button></p>
      <p role="status">{done}</p>
    </section>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
