// Asks for the form once, and again when something in it has turned out to be old; nothing entered depends on it.
import { useCallback, useEffect, useState } from 'react'
import type { FormAnswer } from '../../../server/src/api/types.ts'
import { ask, FailureError } from '../api/ask.ts'

export type FormState = {
  readonly context: FormAnswer | undefined
  readonly failed: 'offline' | 'other' | undefined
  readonly again: () => void
}

export function useFormAnswer(): FormState {
  const [context, setContext] = useState<FormAnswer>()
  const [failed, setFailed] = useState<FormState['failed']>()
  const again = useCallback(() => {
    void (async () => {
      try {
        setContext(await ask<FormAnswer>('form'))
        setFailed(undefined)
      } catch (error) {
        setFailed(error instanceof FailureError && error.failure.status === 0 ? 'offline' : 'other')
      }
    })()
  }, [])
  useEffect(again, [again])
  return { context, failed, again }
}
