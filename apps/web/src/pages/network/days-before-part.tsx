// How long before a meeting organisations are asked for their situation.
import { type ReactNode, useState } from 'react'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useNetworkWords } from './network-words.ts'

/** As the server takes it where nobody has decided. */
const usual = 14
const most = 60

export function DaysBeforePart({ days = usual, onSave }: { readonly days: number | undefined; readonly onSave: (days: number) => Promise<void> }): ReactNode {
  const words = useNetworkWords()
  const acting = useAct()
  const [text, setText] = useState(String(days))
  const [wrong, setWrong] = useState(false)
  const save = (): Promise<void> =>
    acting.act(async () => {
      const isWrong = !/^\d{1,2}$/.test(text.trim()) || Number(text) > most
      setWrong(isWrong)
      if (isWrong) return undefined
      await onSave(Number(text))
      return words.saved
    })
  return (
    <section className="network-section" aria-label={words.daysBeforeTitle}>
      <h2>{words.daysBeforeTitle}</h2>
      <p>{words.daysBeforeText}</p>
      <TextField className="threshold" label={words.daysBefore} value={text} onChange={setText} inputMode="numeric" maxLength={2} error={wrong ? words.daysBeforeWrong : undefined} />
      <ActOutcome acting={acting} />
      <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
    </section>
  )
}
