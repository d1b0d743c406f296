// An incident that is added to or corrected: its answers as entries, and what of them was changed put back into the answers.
import type { FormAnswers, FormVersion, PersonAnswers, Question } from '@lykta/incident'
import { answersOfDraft, type Entries, type Entry, type Row } from '../draft.ts'

export function draftOfAnswers(form: FormVersion, answers: FormAnswers): Entries {
  const questions = questionsOf(form)
  const fields = fieldsOf(questions)
  const entries = entriesOf(questions, answers)
  if (answers.persons === 'unknown') return { ...entries, persons: { unknown: true } }
  const rows = (answers.persons ?? []).map((person, key): Row => ({ key, entries: entriesOf(fields, person) }))
  return rows.length === 0 ? entries : { ...entries, persons: { rows } }
}

/**
 * `before`: the entries as they came. What nobody touched stays as it was recorded, to the last detail that no question asks
 * for: a span of days, "was not asked", a person's reference.
 */
export function changedAnswers(form: FormVersion, base: FormAnswers, before: Entries, now: Entries): FormAnswers {
  const questions = questionsOf(form)
  const entered = answersOfDraft(form, now)
  const same = merge(questions.filter(({ kind }) => kind !== 'groups'), base, entered, before, now)
  if (before['persons'] === now['persons']) return same
  if (!Array.isArray(entered.persons)) return withAnswer(same, 'persons', entered.persons)
  const persons = (now['persons']?.rows ?? []).map((row, at): PersonAnswers => {
    const earlier = before['persons']?.rows?.find(({ key }) => key === row.key)
    const recorded = earlier && Array.isArray(base.persons) ? (base.persons as readonly PersonAnswers[])[row.key] : undefined
    const typed = (entered.persons as readonly PersonAnswers[])[at] ?? {}
    return earlier && recorded ? merge(fieldsOf(questions), recorded, typed, earlier.entries, row.entries) : typed
  })
  return { ...same, persons }
}

function merge<Answers extends object>(questions: readonly Question[], base: Answers, entered: Answers, before: Entries, now: Entries): Answers {
  return questions.filter(({ id }) => before[id] !== now[id]).reduce((answers, { id }) => withAnswer(answers, id, (entered as Record<string, unknown>)[id]), base)
}

function withAnswer<Answers extends object>(answers: Answers, id: string, answer: unknown): Answers {
  const others = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== id))
  return { ...others, ...(answer === undefined ? {} : { [id]: answer }) } as Answers
}

function entriesOf(questions: readonly Question[], answers: object): Entries {
  const given = questions.map(({ id, kind }) => [id, entryOf(kind, (answers as Record<string, unknown>)[id])] as const)
  return Object.fromEntries(given.flatMap(([id, entry]) => (entry ? [[id, entry]] : [])))
}

/** Undefined for what was not answered, and for what the form has no way to show. */
function entryOf(kind: Question['kind'], answer: unknown): Entry | undefined {
  if (answer === undefined || answer === null) return undefined
  switch (kind) {
    case 'choice':
    case 'organisation':
      return typeof answer === 'string' ? { code: answer } : undefined
    case 'choices':
    case 'several':
      return answer === 'unknown' ? { unknown: true } : { ids: answer as readonly string[] }
    case 'date':
      return typeof answer === 'string' ? (answer === 'unknown' ? { unknown: true } : { day: answer }) : dateEntry(answer)
    case 'count': {
      if (answer === 'unknown') return { unknown: true }
      const { count, atLeast } = answer as { readonly count: number; readonly atLeast?: boolean }
      return { text: String(count), atLeast: atLeast === true }
    }
    case 'text':
      return typeof answer === 'string' ? { text: answer } : undefined
    case 'sealed-text':
    case 'groups':
      return undefined
  }
}

function dateEntry(answer: object): Entry | undefined {
  const { on, about = false } = answer as { readonly on?: string; readonly about?: boolean }
  if (on === undefined) return undefined
  if (on.length === 10) return { precision: 'day', day: on, about }
  return on.length === 7 ? { precision: 'month', year: on.slice(0, 4), month: on.slice(5), about } : { precision: 'year', year: on, about }
}

function questionsOf(form: FormVersion): readonly Question[] {
  return form.steps.flatMap((step): readonly Question[] => step.questions)
}

function fieldsOf(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question): readonly Question[] => (question.kind === 'groups' ? question.fields : []))
}
