// One of many: the browser's own list, which a phone shows as it shows all others.
import { type ReactNode, useId } from 'react'
import './field.css'

export type SelectFieldProps = {
  readonly id?: string
  readonly label: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  /** '' while nothing is chosen. */
  readonly selected: string
  readonly onSelect: (id: string) => void
  /** Stands first, and chooses nothing. */
  readonly none?: string
  readonly hint?: string
  readonly error?: string | undefined
}

export function SelectField({ id, label, options, selected, onSelect, none, hint, error }: SelectFieldProps): ReactNode {
  const own = useId()
  const field = id ?? own
  const said = [hint === undefined ? undefined : `${field}-hint`, error === undefined ? undefined : `${field}-error`].filter((one) => one !== undefined).join(' ')
  return (
    <div className="field">
      <label className="label" htmlFor={field}>{label}</label>
      <select
        id={field} className="input" value={selected} onChange={(event) => onSelect(event.target.value)} aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { 'data-invalid': true })} {...(said === '' ? {} : { 'aria-describedby': said })}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => <option key={option.id} value={option.id}>{option.text}</option>)}
      </select>
      {hint !== undefined && <span id={`${field}-hint`} className="hint">{hint}</span>}
      {error !== undefined && <span id={`${field}-error`} className="field-error">{error}</span>}
    </div>
  )
}
