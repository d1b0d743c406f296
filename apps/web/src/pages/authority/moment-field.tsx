// A day and a time as they stand on a clock in the network's time zone, kept as an instant.
import { clockOfInstant, instantOfClock } from '@lykta/incident'
import { type ReactNode, useId } from 'react'
import '../../components/field.css'

export type MomentFieldProps = { readonly label: string; readonly hint: string; readonly value: string | null; readonly timeZone: string; readonly onChange: (instant: string | null) => void }

export function MomentField({ label, hint, value, timeZone, onChange }: MomentFieldProps): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>{label}</label>
      <input
        id={id} type="datetime-local" className="input moment-input" aria-describedby={`${id}-hint`} value={value === null ? '' : clockOfInstant(value, timeZone)}
        onChange={({ target }) => onChange(target.value === '' ? null : instantOfClock(target.value, timeZone))}
      />
      <span id={`${id}-hint`} className="hint">{hint}</span>
    </div>
  )
}
