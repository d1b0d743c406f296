// One question of the form as rows of an XLSForm: several where XLSForm has no type for it, a bound or a precision beside a number or a day.
import { catalogueOf, indicatorCategories, indicatorsOn } from '../catalogue/catalogue.ts'
import type { FormContext } from '../form/parse-form-answers.ts'
import type { ChoicesQuestion, DateQuestion, FieldQuestion, FormVersion, Question, ShownWhen } from '../form/form-version.ts'
import { type FormWords, questionsOf } from '../form/form-words.ts'
import { earliestDay } from '../form/read/read-answers.ts'
import { largestQuantity } from '../quantity.ts'
import { organisationName } from './choices.ts'
import { partName, signsName } from './names.ts'
import { words } from './words.ts'
import type { SurveyRow, Texts } from './xls-form.ts'

export type RowContext = {
  readonly form: FormVersion
  readonly sv: FormWords
  readonly en: FormWords
  readonly context: Pick<FormContext, 'today' | 'ownIndicators'>
}

const likeDay = `. >= date('${earliestDay}') and . <= today()`

export function questionRows(question: FieldQuestion | ChoicesQuestion | Extract<Question, { kind: 'text' }>, all: RowContext): readonly SurveyRow[] {
  const { id } = question
  const label: Texts = { sv: all.sv.questions[id]!.label, en: all.en.questions[id]!.label }
  const hint: Texts = { sv: all.sv.questions[id]!.help, en: all.en.questions[id]!.help }
  const shown = question.shownWhen ? { relevant: relevanceOf(question.shownWhen, all.form) } : {}
  switch (question.kind) {
    case 'choice':
      return [{ type: `select_one ${id}`, name: id, label, ...(question.own ? {} : { hint }), ...shown }]
    case 'choices':
      // A code stands alone, or none of the others can be meant.
      return [{ type: `select_multiple ${id}`, name: id, label, ...shown, constraint: `not(selected(., 'unknown')) or count-selected(.) = 1`, message: words.unknownMessage }]
    case 'organisation':
      return [{
        type: `select_one ${organisationName(question.from)}`, name: id, label, hint, ...shown, appearance: 'minimal',
        // A device of Lykta's own knows whose it is; here nobody else says so.
        ...(question.outside ? { required: true } : {}),
      }]
    case 'several':
      if (question.from === 'nationalities') return [{ type: 'select_multiple nationalities', name: id, label, hint, ...shown, appearance: 'minimal autocomplete' }]
      return signRows(hint, shown, all)
    case 'date':
      return dateRows(question, label, hint, shown, all)
    case 'count':
      return [
        { type: 'integer', name: id, label, hint, ...shown, constraint: `. >= 0 and . <= ${largestQuantity}`, message: words.countMessage },
        { type: 'select_one yes_no', name: partName(id, 'at_least'), label: words.atLeast, relevant: `\${${id}} != ''` },
      ]
    case 'text':
      return [{
        type: 'text', name: id, label, hint, ...shown, message: words.textMessage,
        constraint: `string-length(.) <= ${question.longest} and not(regex(., '^[=+@＝＋－＠-].*'))`,
      }]
  }
}

/** One question for each category: 120 signs in one list are not read on a telephone. */
function signRows(hint: Texts, shown: Pick<SurveyRow, 'relevant'>, { context }: RowContext): readonly SurveyRow[] {
  const offered = indicatorsOn(context.today, catalogueOf(context.ownIndicators))
  return indicatorCategories.filter((category) => offered.some((sign) => sign.category === category.id)).map(({ id, sv, en }, index) => ({
    type: `select_multiple ${signsName(id)}`, name: signsName(id), label: { sv, en }, ...(index === 0 ? { hint } : {}), ...shown,
  }))
}

function dateRows(question: DateQuestion, label: Texts, hint: Texts, shown: Pick<SurveyRow, 'relevant'>, all: RowContext): readonly SurveyRow[] {
  const { id, precisions, about } = question
  const date = { type: 'date', constraint: likeDay, message: words.dateMessage } as const
  if (precisions.length === 1) return [{ ...date, name: id, label, hint, ...shown }]
  const precision = partName(id, 'precision')
  return [
    { type: `select_one ${precision}`, name: precision, label: { sv: all.sv.steps['when']?.title ?? label.sv, en: all.en.steps['when']?.title ?? label.en }, hint, ...shown },
    ...precisions.map((of): SurveyRow => ({
      ...date, name: partName(id, of), label: words[of], relevant: `\${${precision}} = '${of}'`,
      ...(of === 'day' ? {} : { appearance: of === 'month' ? 'month-year' : 'year' }),
    })),
    ...(about ? [{ type: 'select_one yes_no', name: partName(id, 'about'), label: words.about, relevant: `\${${precision}} != '' and \${${precision}} != 'unknown'` }] : []),
  ]
}

/** A field of a group that a question outside the groups hangs on: one of any group is enough. */
function relevanceOf({ question, is }: ShownWhen, form: FormVersion): string {
  const field = form.steps.some((step) => step.questions.some((one: Question) => one.kind === 'groups' && one.rowsOf === undefined && one.fields.some(({ id }) => id === question)))
  if (!questionsOf(form).some(({ id }) => id === question)) throw new Error('relevanceOf: a question hangs on none of the form')
  return is.map((code) => (field ? `selected(join(' ', \${${question}}), '${code}')` : `\${${question}} = '${code}'`)).join(' or ')
}
