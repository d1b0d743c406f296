// How a question's place on the page is found again: by the summary of errors, and by what is said to those who listen.
import type { Question } from '@lykta/incident'
import type { Entry } from './draft.ts'

export type FieldProps<Asked extends Question = Question> = {
  readonly question: Asked
  /** From 1, for a field of a group. */
  readonly group?: number | undefined
  readonly entry: Entry
  readonly onChange: (entry: Entry) => void
  /** What is wrong with it, in the language in use. */
  readonly errors: readonly string[]
}

export function fieldId(question: string, group?: number): string {
  return group === undefined ? `f-${question}` : `f-${question}-${group}`
}

/** Moves to the question: its first input, or itself. */
export function focusField(id: string): void {
  const field = document.querySelector<HTMLElement>(`#${id}`)
  if (!field) return
  for (let folded = field.closest('details'); folded; folded = folded.parentElement?.closest('details') ?? null) folded.open = true
  const inside = field.matches('input, select, textarea')
    ? field
    : (field.querySelector<HTMLElement>('[aria-invalid="true"]') ?? field.querySelector<HTMLElement>('input:not([type="search"]), select, textarea, button'))
  field.scrollIntoView({ block: 'center' })
  ;(inside ?? field).focus({ preventScroll: true })
}

/** For aria-describedby: the ids of what stands beside the field. */
export function describedBy(id: string, help: string, errors: readonly string[]): string | undefined {
  const ids = [...(help === '' ? [] : [`${id}-help`]), ...(errors.length > 0 ? [`${id}-error`] : [])]
  return ids.length > 0 ? ids.join(' ') : undefined
}
