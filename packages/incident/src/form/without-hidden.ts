// Takes away answers to questions that are no longer put, since an earlier answer was changed: nobody sees them to mend them.
import type { FormAnswers, PersonAnswers } from './form-answers.ts'
import type { FormVersion, Question } from './form-version.ts'
import { isShown } from './is-shown.ts'

export function withoutHidden(form: FormVersion, answers: FormAnswers): FormAnswers {
  const questions: readonly Question[] = form.steps.flatMap((step) => step.questions)
  const fields = questions.flatMap((question) => (question.kind === 'groups' ? question.fields : []))
  const shown = keep(answers, questions, (question) => isShown(form, question, answers))
  if (!Array.isArray(answers.persons)) return shown
  const persons = (answers.persons as readonly PersonAnswers[]).map((group) => keep(group, fields, (field) => isShown(form, field, answers, group)))
  return { ...shown, persons }
}

/** Answers that belong to no question (what a correction carries along) stay. */
function keep<Answers extends object>(answers: Answers, questions: readonly Question[], shown: (question: Question) => boolean): Answers {
  const hidden = new Set(questions.filter((question) => !shown(question)).map(({ id }) => id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id))) as Answers
}
