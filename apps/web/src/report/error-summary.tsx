// What is to be mended, at the top, each a way to its place; focus goes here when a check has found something.
import { type ReactNode, useEffect, useRef } from 'react'
import type { Slip } from './check-answers.ts'
import { fieldId, focusField } from './field.ts'
import { useForm, useReportLanguage, useReportMessages } from './words.tsx'

export type ErrorSummaryProps = {
  readonly slips: readonly Slip[]
  /** Raised by every check that found something. */
  readonly checks: number
  readonly onGo?: (slip: Slip) => void
}

export function ErrorSummary({ slips, checks, onGo }: ErrorSummaryProps): ReactNode {
  const { errors } = useReportMessages()
  const { words } = useForm()
  const language = useReportLanguage()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (checks > 0) summary.current?.focus()
  }, [checks])
  if (slips.length === 0) return null
  const name = ({ question, group }: Slip): string => [words.questions[question ?? '']?.label, group === undefined ? undefined : errors.group(group)].filter((part) => part !== undefined).join(', ').replace(/[^?]$/, '$&:')
  return (
    <div ref={summary} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{errors.title(slips.length)}</h2>
      <ul>
        {slips.map((slip) => (
          <li key={`${slip.question}-${slip.group}-${slip.text.en}`}>
            {slip.question === undefined ? slip.text[language] : (
              <button type="button" className="plain" onClick={() => (onGo ? onGo(slip) : focusField(fieldId(slip.question!, slip.group)))}>
                {name(slip)} {slip.text[language]}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
