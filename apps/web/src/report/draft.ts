// What has been entered so far, as it was entered: an answer half typed, or one left for another, is never lost by going on.
import type { FormAnswers, FormVersion, Question } from '@lykta/incident'

/** One question's entry; each kind of question uses its own parts, and keeps those that another choice has hidden. */
export type Entry = {
  /** The code chosen, or the organisation's id. */
  readonly code?: string
  /** "I do not know", said of a question that is no choice of codes. */
  readonly unknown?: boolean
  readonly ids?: readonly string[]
  /** A line, a number or the reason, as typed. */
  readonly text?: string
  readonly atLeast?: boolean
  readonly precision?: 'day' | 'month' | 'year'
  /** YYYY-MM-DD, or `halfTyped`. */
  readonly day?: string
  /** 01 to 12. */
  readonly month?: string
  readonly year?: string
  readonly about?: boolean
  readonly rows?: readonly Row[]
}

/** A group of persons. `key` stays with it while others come and go. */
export type Row = { readonly key: number; readonly entries: Entries }
export type Entries = Readonly<Record<string, Entry>>

/** The browser has a day that is not whole, and does not say what stands there. */
export const halfTyped = '?'

/** The answers that the server and `parseFormAnswers` read; what was left alone is left out, but for the network's own questions. */
export function answersOfDraft(form: FormVersion, draft: Entries): FormAnswers {
  const questions = form.steps.flatMap((step): readonly Question[] => step.questions)
  const fields = questions.flatMap((question) => (question.kind === 'groups' ? question.fields : []))
  return answersTo(questions, draft, (rows) => rows.map(({ entries }) => answersTo(fields, entries, () => undefined)))
}

function answersTo(questions: readonly Question[], entries: Entries, groups: (rows: readonly Row[]) => unknown): FormAnswers {
  const given = questions.map((question) => [question.id, answerTo(question, entries[question.id] ?? {}, groups)] as const)
  return Object.fromEntries(given.filter(([, answer]) => answer !== undefined)) as FormAnswers
}

function answerTo(question: Question, entry: Entry, groups: (rows: readonly Row[]) => unknown): unknown {
  switch (question.kind) {
    case 'choices':
      return entry.unknown || !entry.ids?.length ? 'unknown' : entry.ids
    case 'choice':
      // Asked and left alone; one that is left out was not asked: this form may not know it yet.
      if (question.own) return entry.code ?? 'unknown'
      // A list without "unknown" (how it came) says the same by null.
      return entry.code === 'unknown' && !question.codes.includes('unknown') ? null : entry.code
    case 'organisation':
      return entry.code || undefined
    case 'several':
      return entry.unknown ? 'unknown' : entry.ids?.length ? entry.ids : undefined
    case 'date':
      return question.precisions.length === 1 ? entry.day || undefined : entry.unknown ? 'unknown' : dateAnswer(entry)
    case 'count':
      return entry.unknown ? 'unknown' : countAnswer(entry)
    case 'text':
      return entry.text?.trim() || undefined
    case 'sealed-text':
      return undefined
    case 'groups':
      if (question.rowsOf !== undefined) return undefined
      return entry.rows?.length ? groups(entry.rows) : entry.unknown ? 'unknown' : undefined
  }
}

function dateAnswer({ precision = 'day', day = '', month = '', year = '', about = false }: Entry): unknown {
  const written = year.trim()
  const on = precision === 'day' ? day : precision === 'year' ? written : month === '' && written === '' ? '' : `${written}-${month}`
  return on === '' ? undefined : { on, about }
}

/** What is no number stays no number, for the problem to say so. */
function countAnswer({ text = '', atLeast = false }: Entry): unknown {
  const written = text.trim()
  if (written === '') return undefined
  return { count: /^\d{1,9}$/.test(written) ? Number(written) : -1, atLeast }
}

/** Says of every question of the step that has no answer yet that it is not known; answers stay. */
export function withUnknown(questions: readonly Question[], draft: Entries): Entries {
  const said = questions.flatMap((question): readonly (readonly [string, Entry])[] => {
    const entry = draft[question.id] ?? {}
    if (question.kind === 'groups' || question.kind === 'text' || question.kind === 'sealed-text' || question.kind === 'organisation') return []
    if (question.kind === 'date' && question.precisions.length === 1) return []
    if (!question.own && answerTo(question, entry, () => undefined) !== undefined) return []
    if (question.own && (entry.code !== undefined || entry.unknown || entry.ids?.length)) return []
    return [[question.id, question.kind === 'choice' ? { ...entry, code: 'unknown' } : { ...entry, unknown: true }]]
  })
  return { ...draft, ...Object.fromEntries(said) }
}
