// The form as it is asked here: its version with the network's own questions of the day, and those that an incident has answers to.
import { findFormVersion, type FormVersion, ownQuestionsOn, withOwnQuestions } from '@lykta/incident'
import { useMemo } from 'react'
import type { FormAnswer } from '../../../server/src/api/types.ts'
import { useChange } from './change/use-change.ts'
import type { Change } from './change/task.ts'

export type AskedForm = { readonly version: FormVersion | undefined; readonly loaded: Change | 'failed' | undefined }

/** `change`: the incident that is added to or corrected. Each version keeps its identity for as long as nothing has changed. */
export function useAskedForm(context: FormAnswer | undefined, change: string | null): AskedForm {
  const version = context && findFormVersion(context.formVersion)
  const own = context?.ownQuestions
  const all = useMemo(() => version && withOwnQuestions(version, own ?? []), [version, own])
  const loaded = useChange(all, change)
  const answered = loaded === 'failed' ? undefined : loaded?.base.answers
  const today = context?.today ?? ''
  const asked = useMemo(() => {
    const now = new Set(ownQuestionsOn(today, own ?? []))
    return version && withOwnQuestions(version, (own ?? []).filter((question) => now.has(question) || (answered && Object.hasOwn(answered, question.id))))
  }, [version, own, today, answered])
  return { version: asked, loaded }
}
