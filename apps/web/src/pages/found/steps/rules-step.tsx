// Founding: local numbers to call, and the smallest number that is shown outside.
import type { ReactNode } from 'react'
import type { EmergencyNumber } from '../../../../../server/src/api/member-types.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useFoundingWords } from '../found-words.ts'
import { StepFrame } from '../step-frame.tsx'
import { useStepCheck } from '../use-step-check.ts'
import type { StepProps } from './network-step.tsx'

const mostNumbers = 10

export function RulesStep({ founding, today }: StepProps): ReactNode {
  const { rules: words, step } = useFoundingWords()
  const { numbers, threshold } = founding.draft
  const { errors, checks, errorOf, goOn } = useStepCheck('rules', founding, today)
  const write = (row: number, change: Partial<EmergencyNumber>): void =>
    founding.write({ numbers: numbers.map((one, index) => (index === row ? { ...one, ...change } : one)) })
  const add = (): void => {
    founding.write({ numbers: [...numbers, { name: '', number: '', hours: '' }] })
    requestAnimationFrame(() => document.getElementById(`number-${numbers.length}-name`)?.focus())
  }
  return (
    <StepFrame title={step.rules} lead={words.lead} errors={errors} checks={checks} onNext={goOn} onBack={founding.back} after={words.after}>
      <h2>{words.numbers}</h2>
      <p>{words.numbersText}</p>
      {numbers.map(({ name, number, hours }, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- Rows have no other name, and are only added at the end or taken away.
        <fieldset key={row} className="step-row">
          <legend>{words.numberRow(row + 1)}</legend>
          <TextField id={`number-${row}-name`} label={words.name} value={name} onChange={(text) => write(row, { name: text })} error={errorOf(`number-${row}-name`)} maxLength={60} />
          <TextField id={`number-${row}-number`} type="tel" label={words.number} value={number} onChange={(text) => write(row, { number: text })} error={errorOf(`number-${row}-number`)} maxLength={30} />
          <TextField id={`number-${row}-hours`} label={words.hours} value={hours} onChange={(text) => write(row, { hours: text })} maxLength={60} />
          <Button kind="quiet" className="step-row-remove" onPress={() => founding.write({ numbers: numbers.filter((_, index) => index !== row) })}>{words.remove(name.trim())}</Button>
        </fieldset>
      ))}
      {numbers.length < mostNumbers && <p><Button kind="secondary" onPress={add}>{words.add}</Button></p>}
      <h2>{words.thresholds}</h2>
      <TextField id="threshold" className="field-short" label={words.threshold} hint={words.thresholdHint} value={threshold} onChange={(text) => founding.write({ threshold: text })} error={errorOf('threshold')} inputMode="numeric" maxLength={3} />
    </StepFrame>
  )
}
