// What is to be mended, summed up above a form, each a way to its field; focus comes here when a check has found something.
import { type ReactNode, useEffect, useRef } from 'react'
import './form-errors.css'

export type FormError = { readonly field: string; readonly text: string }

export type FormErrorsProps = {
  readonly title: string
  readonly errors: readonly FormError[]
  /** Raised by every check that found something. */
  readonly checks: number
}

export function FormErrors({ title, errors, checks }: FormErrorsProps): ReactNode {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (checks > 0) summary.current?.focus()
  }, [checks])
  if (errors.length === 0) return null
  return (
    <div ref={summary} className="form-errors" role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field}${text}`}>
            <button type="button" className="plain" onClick={() => focusField(field)}>{text}</button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusField(id: string): void {
  const field = document.getElementById(id)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
