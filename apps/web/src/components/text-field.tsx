// A line to write in: its label above, help and error below, both read with the field.
import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components'
import './field.css'

export type TextFieldProps = {
  /** Of the input itself, for what leads there. */
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  /** Undefined: nothing is wrong. */
  readonly error?: string | undefined
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'date'
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly lines?: number
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly className?: string
  /** For what is copied letter by letter. */
  readonly spellCheck?: boolean
  readonly inputMode?: 'text' | 'numeric'
}

export function TextField(props: TextFieldProps): ReactNode {
  const { label, value, onChange, hint, error, type = 'text', autoComplete = 'off', maxLength = 200, lines = 1, isRequired = false, isReadOnly = false, className, spellCheck = false, inputMode = 'text', id } = props
  return (
    <AriaTextField
      {...(id === undefined ? {} : { id })} className={`field${className === undefined ? '' : ` ${className}`}`} value={value} onChange={onChange} type={type} autoComplete={autoComplete} maxLength={maxLength}
      isRequired={isRequired} isReadOnly={isReadOnly} isInvalid={error !== undefined} validationBehavior="aria" inputMode={inputMode} spellCheck={spellCheck ? 'true' : 'false'}
    >
      <Label className="label">{label}</Label>
      {lines > 1 ? <TextArea className="input input-lines" rows={lines} /> : <Input className="input" />}
      {hint !== undefined && <Text slot="description" className="hint">{hint}</Text>}
      {error !== undefined && <FieldError className="field-error">{error}</FieldError>}
    </AriaTextField>
  )
}
