// What can be wrong with the answers of a form, by code, and what its sentence needs; never what stood there.
import { type Problem, problem } from '../../problem.ts'

type None = Readonly<Record<string, never>>

export type FormProblemValues = {
  readonly 'form.not-answers': None
  readonly 'form.question-unknown': None
  readonly 'form.own-question-unknown': None
  readonly 'form.reason-in-clear': None
  readonly 'form.not-understood': None
  readonly 'form.choice': None
  readonly 'form.count': { readonly largest: number }
  readonly 'form.date': None
  readonly 'form.day': None
  readonly 'form.date-future': { readonly today: string }
  readonly 'form.date-unlikely': { readonly earliest: string }
  readonly 'form.days-reversed': None
  readonly 'form.occurred-after-reported': { readonly reported: string }
  readonly 'form.text-too-long': { readonly length: number; readonly allowed: number }
  readonly 'form.text-control-character': None
  readonly 'form.text-like-formula': None
  readonly 'form.indicator-unknown': None
  readonly 'form.nationality-unknown': None
  readonly 'form.organisation-unknown': None
  readonly 'form.source-missing': None
  readonly 'form.source-not-member': None
  readonly 'form.person-ref-count': None
  readonly 'form.concern-date-without-report': None
  readonly 'form.groups-too-many': { readonly allowed: number }
}

export type FormProblemCode = keyof FormProblemValues

/** A language's sentences: what is wrong, and what to do about it. */
export type FormProblemSentences = { readonly [Code in FormProblemCode]: (values: FormProblemValues[Code]) => string }

export type FormProblems = {
  add<Code extends FormProblemCode>(code: Code, values: FormProblemValues[Code], where?: { readonly question: string; readonly group?: number | undefined }): void
  list(): readonly Problem[]
}

/** More than this many slips are no help to anybody. */
const most = 100

export function collectFormProblems(): FormProblems {
  const problems: Problem[] = []
  return {
    add: (code, values, where) => {
      if (problems.length >= most) return
      const place = where === undefined ? {} : where.group === undefined ? { question: where.question } : { question: where.question, group: where.group }
      problems.push(problem(code, values, place))
    },
    list: () => problems,
  }
}
