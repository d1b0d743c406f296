// The answers of a submission as the form has them: what each name's text says, or what would be allowed there.
import { categoryOfIndicator } from '../catalogue/catalogue.ts'
import { findCivilDate } from '../civil-date.ts'
import type { FormVersion, Question } from '../form/form-version.ts'
import type { Organisation } from '../incident.ts'
import { largestQuantity } from '../quantity.ts'
import { renderFound } from '../messages/render-found.ts'
import { isNationality } from '../nationalities.ts'
import { filledInName, ownAskedName, partName, signsName } from '../xlsform/names.ts'
import { namesOf } from './submission-columns.ts'
import type { SubmissionRow } from './submission-row.ts'

export type AnswerContext = {
  readonly organisations: readonly Organisation[]
  readonly indicatorIds: ReadonlySet<string>
}

/** Null in the form stands for "was not asked"; of these questions alone the record says so. */
const mayBeUnasked: ReadonlySet<string> = new Set(['channel', 'indicators', 'concernReport', 'supportContact', 'supportOffered', 'acceptedSupport'])

/** Of the questions given; groups and the reason are read elsewhere. */
export function submissionAnswers(row: SubmissionRow, questions: readonly Question[], context: AnswerContext): Readonly<Record<string, unknown>> {
  const ownAsked = new Set((row.text(ownAskedName) ?? '').split(' '))
  const given = questions.map((question) => {
    if (question.own) return [question.id, ownAnswer(row, question, ownAsked.has(question.id))] as const
    const present = namesOf(question).some((name) => row.text(name) !== undefined || row.codes(name) !== undefined)
    return [question.id, present ? answerOf(row, question, context) : mayBeUnasked.has(question.id) ? null : undefined] as const
  })
  return Object.fromEntries(given.filter(([, answer]) => answer !== undefined))
}

/** Undefined for what was left alone, and for what was reported. */
function answerOf(row: SubmissionRow, question: Question, context: AnswerContext): unknown {
  const { id } = question
  const text = row.text(id) ?? ''
  switch (question.kind) {
    case 'choice': {
      if (text === '') return undefined
      // A list without "unknown" (how it came) says the same by null, as on the reporting page.
      if (text === 'unknown' && !question.codes.includes('unknown')) return null
      return code(row, id, text, question.codes)
    }
    case 'organisation': {
      if (text === '') return question.outside ? row.report(id, 'import.cell-empty', {}) : undefined
      const found = context.organisations.find((organisation) => organisation.code === text) ?? context.organisations.find((organisation) => organisation.id === text)
      return found?.id ?? row.report(id, 'import.organisation-unknown', { found: renderFound(text), near: row.near(text, context.organisations.map((one) => one.code)) })
    }
    case 'several':
      return question.from === 'indicators' ? signs(row, context) : countries(row, id)
    case 'date':
      return question.precisions.length === 1 ? day(row, id) : occurred(row, id)
    case 'count': {
      const atLeast = yesNo(row, partName(id, 'at_least'))
      if (text === '') return undefined
      if (!/^\d{1,6}$/.test(text)) return row.report(id, 'import.submission-number', { found: renderFound(text), largest: largestQuantity })
      return { count: Number(text), atLeast: atLeast ?? false }
    }
    case 'text':
      return text === '' ? undefined : text
    case 'choices':
    case 'sealed-text':
    case 'groups':
      return undefined
  }
}

/** Left out where the form that was filled in did not ask: it may be older than the question. */
function ownAnswer(row: SubmissionRow, question: Question, asked: boolean): unknown {
  if (question.kind !== 'choice' && question.kind !== 'choices') return undefined
  const codes = row.codes(question.id) ?? []
  if (codes.length === 0 || codes.includes('unknown')) return asked || codes.length > 0 ? 'unknown' : undefined
  const read = codes.map((one) => code(row, question.id, one, question.codes))
  if (question.kind === 'choices') return read.filter((one) => one !== undefined)
  return codes.length === 1 ? read[0] : code(row, question.id, codes.join(' '), question.codes)
}

function code(row: SubmissionRow, name: string, text: string, allowed: readonly string[]): string | undefined {
  return allowed.includes(text) ? text : row.report(name, 'import.submission-choice', { found: renderFound(text), allowed: allowed.join(', ') })
}

function yesNo(row: SubmissionRow, name: string): boolean | undefined {
  const text = row.text(name) ?? ''
  const found = text === '' ? undefined : code(row, name, text, ['yes', 'no'])
  return found === undefined ? undefined : found === 'yes'
}

function day(row: SubmissionRow, name: string): string | undefined {
  const text = row.text(name) ?? ''
  if (text === '') return undefined
  return findCivilDate(text) ?? row.report(name, 'import.day-invalid', { found: renderFound(text) })
}

/** The form keeps a whole day of a month or a year: what of it was meant is in the answer before it. */
function occurred(row: SubmissionRow, id: string): unknown {
  const name = partName(id, 'precision')
  const said = row.text(name) ?? ''
  const precision = said === '' ? undefined : code(row, name, said, ['day', 'month', 'year', 'unknown'])
  if (precision === undefined) return undefined
  if (precision === 'unknown') return 'unknown'
  const on = day(row, partName(id, precision as 'day' | 'month' | 'year'))
  const about = yesNo(row, partName(id, 'about')) ?? false
  return on === undefined ? undefined : { on: precision === 'day' ? on : on.slice(0, precision === 'month' ? 7 : 4), about }
}

function signs(row: SubmissionRow, { indicatorIds }: AnswerContext): readonly string[] | undefined {
  const categories = [...new Set([...indicatorIds].map(categoryOfIndicator))]
  const read = categories.flatMap((category) => {
    const name = signsName(category as Parameters<typeof signsName>[0])
    return (row.codes(name) ?? []).map((id) => {
      if (indicatorIds.has(id)) return id
      return row.report(name, 'import.indicator-unknown', { found: renderFound(id), near: row.near(id, indicatorIds) })
    })
  })
  return read.filter((id) => id !== undefined)
}

function countries(row: SubmissionRow, name: string): readonly string[] {
  return (row.codes(name) ?? []).flatMap((country) => {
    if (isNationality(country)) return [country]
    row.report(name, 'import.nationality-unknown', { found: renderFound(country) })
    return []
  })
}

/** The day on which it was filled in: the device's own, else that on which it reached the server. */
export function filledInOn(row: SubmissionRow): string | undefined {
  const device = findCivilDate((row.text(filledInName) ?? '').slice(0, 10))
  return device ?? findCivilDate(row.own('SubmissionDate', '_submission_time', '__system/submissionDate').slice(0, 10))
}

/** The questions of a group's rows: its own, and those of a later step. */
export function groupQuestions(form: FormVersion): readonly Question[] {
  return form.steps.flatMap((step) => step.questions.flatMap((question: Question) => (question.kind === 'groups' ? question.fields : [])))
}
