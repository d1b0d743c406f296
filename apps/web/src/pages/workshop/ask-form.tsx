// Asking for approval: when it is to be published, and who will answer.
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWorkshopWords } from './workshop-words.ts'

export type AskFormProps = {
  /** There is one coordinator. */
  readonly alone: boolean
  readonly busy: boolean
  /** Null: as soon as it is approved. */
  readonly onAsk: (releaseOn: string | null) => void
}

export function AskForm({ alone, busy, onAsk }: AskFormProps): ReactNode {
  const { act: words } = useWorkshopWords()
  const [when, setWhen] = useState<'now' | 'day'>('now')
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const missing = when === 'day' && !/^\d{4}-\d\d-\d\d$/.test(day)
  const press = (): void => {
    setTried(true)
    if (!missing) onAsk(when === 'now' ? null : day)
  }
  return (
    <div className="workshop-ask">
      <p>{alone ? words.askAlone : words.askText}</p>
      <OneOf label={words.when} options={[{ id: 'now', text: words.now }, { id: 'day', text: words.onDay }]} selected={when} onSelect={setWhen} />
      {when === 'day' && <TextField label={words.day} type="date" value={day} onChange={setDay} error={tried && missing ? words.dayMissing : undefined} />}
      <Button kind="primary" isDisabled={busy} onPress={press}>{words.ask}</Button>
    </div>
  )
}
