// What holds for the whole network: emergency numbers, the smallest number shown outside, and its own signs and questions.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import type { EmergencyNumber, SettingsAnswer, SettingsRequest } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery, settingsQuery } from '../../api/member-queries.ts'
import { networkQuery } from '../../api/queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { isPublicThreshold } from '../../format/public-threshold.ts'
import { ChainPart } from './chain/chain-part.tsx'
import { DaysBeforePart } from './days-before-part.tsx'
import { useNetworkWords } from './network-words.ts'
import { OwnIndicators } from './own-indicators.tsx'
import { OwnQuestions } from './questions/own-questions.tsx'

export function SettingsPart({ answer }: { readonly answer: SettingsAnswer }): ReactNode {
  const queries = useQueryClient()
  /** What the fields below were filled from: the page may learn of another's change, and they do not. */
  const seen = useRef(answer.seen)
  /** Whole, as the server takes them; each part of the page changes its own. */
  async function save(change: Partial<SettingsRequest>): Promise<void> {
    const { settings, ownIndicators } = answer
    const stored = await ask<SettingsAnswer>('settings', { method: 'PUT', body: { settings, ownIndicators, seen: seen.current, ...change } satisfies SettingsRequest })
    seen.current = stored.seen
    await Promise.all([settingsQuery, sessionQuery, networkQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })))
  }
  const { settings } = answer
  return (
    <>
      <Numbers numbers={settings.emergencyNumbers} onSave={(emergencyNumbers) => save({ settings: { ...settings, emergencyNumbers } })} />
      <Threshold threshold={settings.publicThreshold} onSave={(publicThreshold) => save({ settings: { ...settings, publicThreshold } })} />
      <DaysBeforePart days={settings.daysBeforeMeeting} onSave={(daysBeforeMeeting) => save({ settings: { ...settings, daysBeforeMeeting } })} />
      <ChainPart steps={answer.chain} onSave={(chain) => save({ chain })} />
      <OwnIndicators indicators={answer.ownIndicators} onSave={(ownIndicators) => save({ ownIndicators })} />
      <OwnQuestions questions={answer.ownQuestions} onSave={(ownQuestions) => save({ ownQuestions })} />
    </>
  )
}

type Row = EmergencyNumber & { readonly key: number }

function Numbers({ numbers, onSave }: { readonly numbers: readonly EmergencyNumber[]; readonly onSave: (numbers: readonly EmergencyNumber[]) => Promise<void> }): ReactNode {
  const words = useNetworkWords()
  const acting = useAct()
  const [rows, setRows] = useState<readonly Row[]>(numbers.map((one, key) => ({ ...one, key })))
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLElement>(null)
  const change = (key: number, part: Partial<EmergencyNumber>): void => setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const missing = (text: string): string | undefined => (checked && text.trim() === '' ? words.missing : undefined)
  const save = (): Promise<void> =>
    acting.act(async () => {
      setChecked(true)
      if (rows.some(({ name, number }) => name.trim() === '' || number.trim() === '')) return focusWrong(form.current)
      await onSave(rows.map(({ name, number, hours }) => ({ name: name.trim(), number: number.trim(), hours: hours.trim() })))
      setChecked(false)
      return words.saved
    })
  return (
    <section ref={form} className="network-section" aria-label={words.numbersTitle}>
      <h2>{words.numbersTitle}</h2>
      <p>{words.numbersText}</p>
      {rows.length === 0 && <p className="faint">{words.noNumbers}</p>}
      {rows.map(({ key, name, number, hours }, index) => (
        <div key={key} className="number-row" role="group" aria-label={words.numberGroup(String(index + 1))}>
          <TextField label={words.numberName} value={name} onChange={(text) => change(key, { name: text })} error={missing(name)} maxLength={80} spellCheck />
          <TextField label={words.numberNumber} value={number} onChange={(text) => change(key, { number: text })} error={missing(number)} type="tel" maxLength={30} />
          <TextField label={words.numberHours} value={hours} onChange={(text) => change(key, { hours: text })} hint={words.numberHoursHint} maxLength={80} spellCheck />
          <Button kind="quiet" aria-label={words.removeNumber(name)} onPress={() => setRows(rows.filter((row) => row.key !== key))}>{words.remove}</Button>
        </div>
      ))}
      <ActOutcome acting={acting} />
      <p className="network-ways">
        <Button kind="secondary" onPress={() => setRows([...rows, { name: '', number: '', hours: '', key: Math.max(0, ...rows.map((row) => row.key)) + 1 }])}>{words.addNumber}</Button>
        <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
      </p>
    </section>
  )
}

function Threshold({ threshold, onSave }: { readonly threshold: number; readonly onSave: (threshold: number) => Promise<void> }): ReactNode {
  const words = useNetworkWords()
  const acting = useAct()
  const [text, setText] = useState(String(threshold))
  const [wrong, setWrong] = useState(false)
  const form = useRef<HTMLElement>(null)
  const save = (): Promise<void> =>
    acting.act(async () => {
      const isWrong = !isPublicThreshold(text)
      setWrong(isWrong)
      if (isWrong) return focusWrong(form.current)
      await onSave(Number(text))
      return words.saved
    })
  return (
    <section ref={form} className="network-section" aria-label={words.thresholdTitle}>
      <h2>{words.thresholdTitle}</h2>
      <p>{words.thresholdText}</p>
      <TextField
        className="threshold" label={words.threshold} value={text} onChange={setText} inputMode="numeric" maxLength={3}
        error={wrong ? words.thresholdWrong : undefined}
      />
      <ActOutcome acting={acting} />
      <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
    </section>
  )
}
