// The incident form as XLSForm, for ODK and Kobo: the same questions, codes and conditions, and no free text that would lie in clear.
import type { FormContext } from '../form/parse-form-answers.ts'
import type { FormStep, GroupsQuestion, Question } from '../form/form-version.ts'
import { formWords } from '../form/forms.ts'
import { mostGroups } from '../form/read/read-persons.ts'
import type { Language } from '../codes.ts'
import { type OwnQuestion, ownQuestionsOn } from '../questions/own-question.ts'
import { withOwnQuestions, withOwnWords } from '../questions/with-own-questions.ts'
import { choiceRows } from './choices.ts'
import { filledInName, formVersionName, groupsName, notePrefix, ownAskedName } from './names.ts'
import { questionRows, type RowContext } from './question-rows.ts'
import { languageNames, words } from './words.ts'
import type { SurveyRow, Texts, XlsForm } from './xls-form.ts'

export type XlsFormContent = Pick<FormContext, 'form' | 'today' | 'organisations' | 'ownIndicators'> & {
  readonly ownQuestions?: readonly OwnQuestion[]
  readonly networkName: string
  readonly emergencyNumbers: readonly { readonly name: string; readonly number: string }[]
  /** Digits that grow from one file to the next: ODK takes no second form under the same version. */
  readonly version: string
  readonly language: Language
  /** ODK's `public_key`: an RSA key, base64 of its DER. Whole submissions are then encrypted on the device. */
  readonly publicKey?: string | undefined
  /** Asks for the reason in free text. Only with a key: else it would lie in clear on another's server. */
  readonly withReason?: boolean | undefined
}

export function makeXlsForm(content: XlsFormContent): XlsForm {
  const { publicKey, withReason = false } = content
  const own = ownQuestionsOn(content.today, content.ownQuestions ?? [])
  const form = withOwnQuestions(content.form, own)
  if (withReason && publicKey === undefined) throw new Error('makeXlsForm: the reason is never asked for in clear')
  const all = { form, sv: withOwnWords(formWords(form, 'sv'), own, 'sv'), en: withOwnWords(formWords(form, 'en'), own, 'en'), context: content }
  const groups = form.steps.flatMap((step): readonly Question[] => step.questions).filter((question) => question.kind === 'groups')
  return {
    survey: [
      { type: 'today', name: filledInName },
      { type: 'calculate', name: formVersionName, calculation: `'${form.id}'` },
      ...(own.length === 0 ? [] : [{ type: 'calculate', name: ownAskedName, calculation: `'${own.map(({ id }) => id).join(' ')}'` }]),
      ...group('step_first', words.safetyTitle, [
        note('safety', words.safety), ...numbersNote(content), note('privacy', publicKey === undefined ? words.clear : words.encrypted),
      ]),
      ...form.steps.flatMap((step: FormStep) => {
        const title = { sv: all.sv.steps[step.id]!.title, en: all.en.steps[step.id]!.title }
        const help = { sv: all.sv.steps[step.id]!.help, en: all.en.steps[step.id]!.help }
        const rows = step.questions.flatMap((question) => stepRows(question, groups, all, withReason))
        return rows.length === 0 ? [] : group(`step_${step.id}`, title, [...(help.sv === '' ? [] : [note(step.id, help)]), ...rows])
      }),
      note('last', words.last),
    ],
    choices: choiceRows(all),
    settings: [
      ['form_title', `Lykta: ${content.networkName}`], ['form_id', form.id], ['version', content.version],
      ['default_language', languageNames[content.language]], ['style', 'pages'],
      ...(publicKey === undefined ? [] : [['public_key', publicKey] as const]),
    ],
  }
}

/** On one screen, unless there is a repeat in it: ODK Collect shows none on a screen with other questions. */
function group(name: string, label: Texts, rows: readonly SurveyRow[]): readonly SurveyRow[] {
  const repeats = rows.some(({ type }) => type === 'begin_repeat')
  return [{ type: 'begin_group', name, label, ...(repeats ? {} : { appearance: 'field-list' }) }, ...rows, { type: 'end_group' }]
}

function note(name: string, label: Texts): SurveyRow {
  return { type: 'note', name: notePrefix + name, label }
}

function numbersNote({ emergencyNumbers }: XlsFormContent): readonly SurveyRow[] {
  const list = emergencyNumbers.map(({ name, number }) => `${name} ${number}`).join(', ')
  return list === '' ? [] : [note('numbers', { sv: `${words.numbers.sv}: ${list}`, en: `${words.numbers.en}: ${list}` })]
}

function stepRows(question: Question, groups: readonly GroupsQuestion[], all: RowContext, withReason: boolean): readonly SurveyRow[] {
  if (question.kind === 'groups') return question.rowsOf === undefined ? groupRows(question, groups, all) : []
  if (question.kind !== 'sealed-text') return questionRows(question, all)
  if (!withReason) return [note('reason_elsewhere', words.reasonElsewhere)]
  const { id, longest } = question
  return [{
    type: 'text', name: id, label: { sv: all.sv.questions[id]!.label, en: all.en.questions[id]!.label },
    hint: { sv: all.sv.questions[id]!.help, en: all.en.questions[id]!.help }, appearance: 'multiline',
    constraint: `string-length(.) <= ${longest}`, message: words.reasonMessage,
  }]
}

/** With the fields that a later step asks of the same groups: one row tells all of a group. */
function groupRows(question: GroupsQuestion, groups: readonly GroupsQuestion[], all: RowContext): readonly SurveyRow[] {
  const { id } = question
  const more = groups.filter(({ rowsOf }) => rowsOf === id)
  const named = (of: string): Texts => ({ sv: all.sv.questions[of]!.label, en: all.en.questions[of]!.label })
  return [
    {
      type: 'integer', name: groupsName, label: words.groups, hint: words.groupsHelp,
      constraint: `. >= 0 and . <= ${mostGroups}`, message: words.groupsMessage,
    },
    { type: 'begin_repeat', name: id, label: named(id), repeatCount: `\${${groupsName}}`, appearance: 'field-list' },
    ...question.fields.flatMap((field) => questionRows(field, all)),
    ...more.flatMap((later) => [note(later.id, named(later.id)), ...later.fields.flatMap((field) => questionRows(field, all))]),
    { type: 'end_repeat' },
  ]
}
