// Freezing a year: for whom, whether a rule is loosened and why, and the work until the draft can be read.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { EditionAudience, EditionOverride } from '../../../../server/src/api/edition-types.ts'
import { Button } from '../../components/button.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useMessages } from '../../messages/messages.ts'
import { tableName } from '../editions/decision-words.ts'
import { FreezingState } from './freezing.tsx'
import { useFreezing } from './workshop-queries.ts'
import { useWorkshopWords } from './workshop-words.ts'
import './workshop.css'

/** Those whose rows may merge. */
const rowTables = ['indicators', 'exploitation', 'nationalityIncidents', 'sex', 'ageGroup', 'placeType', 'sector'] as const
const audiences: readonly EditionAudience[] = ['public', 'network', 'core']

/** `over`: the year is. */
export function FreezeForm({ year, over }: { readonly year: number; readonly over: boolean }): ReactNode {
  const { freeze: words, audiences: names } = useWorkshopWords()
  const messages = useMessages()
  const navigate = useNavigate()
  const freezing = useFreezing((draft) => void navigate({ to: '/drafts/$id', params: { id: draft } }))
  const [audience, setAudience] = useState<EditionAudience>('public')
  const [loosens, setLoosens] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [apart, setApart] = useState(false)
  const [table, setTable] = useState<(typeof rowTables)[number]>('placeType')
  const missing = (loosens || apart) && reason.trim() === ''
  const overrides: readonly EditionOverride[] = [...(loosens ? [{ rule: 'organisations', reason } as const] : []), ...(apart ? [{ rule: 'merge', table, reason } as const] : [])]
  const start = (): void => {
    setTried(true)
    if (!missing) freezing.freeze({ year, audience, overrides })
  }
  return (
    <section className="edition-section workshop-form" aria-labelledby="freeze">
      <h2 id="freeze">{words.title}</h2>
      <p>{words.text}</p>
      {!over && <p className="hint">{words.yearNotOver}</p>}
      {freezing.job?.state !== 'running' && (
        <>
          <OneOf label={words.audience} options={audiences.map((id) => ({ id, text: names[id], hint: words.audienceHint[id] }))} selected={audience} onSelect={setAudience} />
          <TickBox isTicked={loosens} onTick={setLoosens}>{words.loosen}</TickBox>
          <TickBox isTicked={apart} onTick={setApart}>{words.apart}</TickBox>
          {apart && (
            <SelectField
              label={words.table} hint={words.apartHint} options={rowTables.map((id) => ({ id, text: tableName(id, messages) }))} selected={table}
              onSelect={(id) => setTable(rowTables.find((one) => one === id) ?? table)}
            />
          )}
          {(loosens || apart) && (
            <>
              <p className="hint">{words.loosenHint}</p>
              <TextField label={words.reason} value={reason} onChange={setReason} hint={words.reasonHint} lines={3} maxLength={1000} spellCheck error={tried && missing ? words.reasonMissing : undefined} />
            </>
          )}
          <Button kind="primary" onPress={start}>{words.deed}</Button>
        </>
      )}
      <FreezingState freezing={freezing} />
    </section>
  )
}
