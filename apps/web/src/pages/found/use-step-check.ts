// Checks a written step when one goes on: what is wrong stands at its field and above, until it is mended.
import { useState } from 'react'
import type { FormError } from '../../components/form-errors.tsx'
import { useFoundingWords } from './found-words.ts'
import { checkStep, type WrittenStep } from './founding-draft.ts'
import { fieldName } from './field-name.ts'
import type { Founding } from './use-founding.ts'

export type StepCheck = {
  readonly errors: readonly FormError[]
  readonly checks: number
  readonly errorOf: (field: string) => string | undefined
  readonly goOn: () => void
}

export function useStepCheck(step: WrittenStep, founding: Founding, today: string): StepCheck {
  const words = useFoundingWords()
  const [checks, setChecks] = useState(0)
  const { draft, password, takeOver, next } = founding
  // Once checked, what has been mended is no longer said to be wrong.
  const found = checkStep(step, draft, { password, today, known: takeOver?.organisations ?? [] })
  const said = checks === 0 ? [] : found.map(({ field, error }) => ({ field, text: words.error[error] }))
  return {
    errors: said.map(({ field, text }) => ({ field, text: `${fieldName(field, draft, words)}: ${text}` })),
    checks,
    errorOf: (field) => said.find((one) => one.field === field)?.text,
    goOn: () => {
      if (found.length === 0) next()
      else setChecks(checks + 1)
    },
  }
}
