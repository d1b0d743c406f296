// Plays ODK Collect on our XLSForm: fills its questions with a form's answers, and writes them as the tools export them.
import { zipSync } from 'fflate'
import { isShown, makeXlsForm, withOwnQuestions, type FormAnswers, type FormVersion, type ImportFile, type PersonAnswers, type Question, type XlsFormContent } from '../src/index.ts'
import { context } from './form-support.ts'

export const content: XlsFormContent = {
  form: context.form, today: context.today, organisations: context.organisations, ownIndicators: context.ownIndicators,
  networkName: 'Exempelstad', emergencyNumbers: [], version: '2020030100', language: 'sv',
}

export type Filled = {
  readonly id: string
  readonly today: string
  readonly answers: FormAnswers
  readonly reason?: string
}

type Values = Readonly<Record<string, string>>

/** Days are whole in ODK: of a month or a year it keeps the first, or with some devices another. */
function dateValues(id: string, given: FormAnswers['occurred']): Values {
  if (given === undefined) return {}
  if (given === 'unknown') return { [`${id}_precision`]: 'unknown' }
  if (!('on' in given)) throw new Error('the form asks for no span')
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[given.on.length as 4 | 7 | 10]
  return {
    [`${id}_precision`]: precision, [`${id}_${precision}`]: `${given.on}${'-01-01'.slice(0, 10 - given.on.length)}`.replace(/^(\d{4})-01-01$/, precision === 'year' ? '$1-06-15' : '$1-01-01'),
    ...(given.about === undefined ? {} : { [`${id}_about`]: given.about ? 'yes' : 'no' }),
  }
}

function valuesOf(question: Question, answer: unknown): Values {
  const { id, kind } = question
  if (answer === undefined) return {}
  if (kind === 'several') {
    const ids = Array.isArray(answer) ? (answer as readonly string[]) : []
    if (question.from === 'nationalities') return { [id]: ids.join(' ') }
    const categories = [...new Set(ids.map((one) => one.split('.')[0]!))]
    return Object.fromEntries(categories.map((category) => [`indicators_${category.replaceAll('-', '_')}`, ids.filter((one) => one.startsWith(`${category}.`)).join(' ')]))
  }
  if (kind === 'choices') return { [id]: typeof answer === 'string' ? answer : (answer as readonly string[]).join(' ') }
  if (kind === 'count') {
    if (answer === 'unknown') return {}
    const { count, atLeast } = answer as { readonly count: number; readonly atLeast?: boolean }
    return { [id]: String(count), ...(atLeast === undefined ? {} : { [`${id}_at_least`]: atLeast ? 'yes' : 'no' }) }
  }
  if (kind === 'date' && question.precisions.length > 1) return dateValues(id, answer as FormAnswers['occurred'])
  if (kind === 'organisation') return { [id]: context.organisations.find((one) => one.id === answer)!.code }
  return { [id]: answer as string }
}

function fill(form: FormVersion, questions: readonly Question[], answers: FormAnswers, given: PersonAnswers | FormAnswers, group?: PersonAnswers): Values {
  const values = questions.filter((question) => question.kind !== 'groups' && isShown(form, question, answers, group))
    .map((question) => valuesOf(question, (given as Readonly<Record<string, unknown>>)[question.id]))
  return Object.assign({}, ...values) as Values
}

/** Names in the order of the form, each with the groups around it; of the top, and of the repeat. */
function pathsOf(of: XlsFormContent): { readonly top: readonly (readonly string[])[]; readonly group: readonly (readonly string[])[] } {
  const top: string[][] = []
  const group: string[][] = []
  const open: string[] = []
  let repeat = -1
  for (const { type, name = '' } of makeXlsForm(of).survey) {
    if (type === 'end_group' || type === 'end_repeat') open.pop()
    if (type === 'end_repeat') repeat = -1
    if (type.startsWith('begin_')) open.push(name)
    if (type === 'begin_repeat') repeat = open.length - 1
    if (/^(?:begin|end)_/.test(type)) continue
    if (repeat < 0) top.push([...open, name])
    else group.push([...open.slice(repeat), name])
  }
  return { top, group }
}

function values({ id, today, answers, reason }: Filled, { form: version, ownQuestions = [] }: XlsFormContent): { readonly id: string; readonly main: Values; readonly groups: readonly Values[] } {
  const own = ownQuestions.filter(({ validTo }) => validTo === null)
  const form = withOwnQuestions(version, own)
  const questions = form.steps.flatMap((step): readonly Question[] => step.questions)
  const fields = questions.flatMap((question) => (question.kind === 'groups' ? question.fields : []))
  const persons = Array.isArray(answers.persons) ? (answers.persons as readonly PersonAnswers[]) : []
  const main = {
    today, lykta_form: form.id, ...(own.length === 0 ? {} : { lykta_own: own.map((question) => question.id).join(' ') }), ...fill(form, questions, answers, answers), ...(reason === undefined ? {} : { reason }),
    ...(answers.persons === undefined ? {} : { groups_of_persons: String(persons.length) }),
  }
  return { id, main, groups: persons.map((person) => fill(form, fields, answers, person, person)) }
}

const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
export const csv = (rows: readonly (readonly string[])[], delimiter = ',') => rows.map((row) => row.map(quoted).join(delimiter)).join('\n')
export const file = (name: string, text: string): ImportFile => ({ name, bytes: new TextEncoder().encode(text) })

/** As ODK Central's submissions.csv.zip: groups before a name with a hyphen, keys at the end; rows may be cut after the last value. */
export function centralTables(filled: readonly Filled[], of: XlsFormContent = content): { readonly main: string[][]; readonly persons: string[][] } {
  const { top, group } = pathsOf(of)
  const all = filled.map((one) => values(one, of))
  const main = [
    ['SubmissionDate', ...top.map((path) => path.join('-')), 'meta-instanceID', 'KEY', 'SubmitterID', 'SubmitterName', 'Status'],
    ...all.map(({ id, main }) => ['2020-02-28T23:30:00.000Z', ...top.map((path) => main[path.at(-1)!] ?? ''), `uuid:${id}`, `uuid:${id}`, '7', 'Telefonen']),
  ]
  // Briefcase and Central name a repeat's columns from the repeat on.
  const persons = [
    [...group.map((path) => path.slice(1).join('-')), 'PARENT_KEY', 'KEY'],
    ...all.flatMap(({ id, groups }) => groups.map((row, index) => [...group.map((path) => row[path.at(-1)!] ?? ''), `uuid:${id}`, `uuid:${id}/step_persons/persons[${index + 1}]`])),
  ]
  return { main, persons }
}

export function centralZip(filled: readonly Filled[], of: XlsFormContent = content): ImportFile {
  const { main, persons } = centralTables(filled, of)
  const bytes = (table: string[][]) => new TextEncoder().encode(csv(table))
  return { name: 'submissions.csv.zip', bytes: zipSync({ 'lykta-1.csv': bytes(main), 'lykta-1-persons.csv': bytes(persons), 'media/note.csv': bytes([['not ours']]) }) }
}

/** As Kobo's sheets: groups with a slash, every choice of several in a column of its own beside, ids at the end. */
export function koboTables(filled: readonly Filled[], of: XlsFormContent = content): { readonly main: string[][]; readonly persons: string[][] } {
  const { top, group } = pathsOf(of)
  const { choices } = makeXlsForm(of)
  const all = filled.map((one) => values(one, of))
  const columns = (paths: readonly (readonly string[])[]) => paths.flatMap((path) => {
    const name = path.at(-1)!
    const list = name.startsWith('indicators_') || name === 'nationalities' ? choices.filter((choice) => choice.list === name) : []
    const own = { header: path.join('/'), cell: (row: Values) => row[name] ?? '' }
    return [own, ...list.map((choice) => ({
      header: `${path.join('/')}/${choice.name}`, cell: (row: Values) => (row[name] === undefined ? '' : row[name].split(' ').includes(choice.name) ? '1' : '0'),
    }))]
  })
  const [mainColumns, groupColumns] = [columns(top), columns(group)]
  return {
    main: [
      [...mainColumns.map(({ header }) => header), '_id', '_uuid', '_submission_time', '_status', '__version__', '_index'],
      ...all.map(({ id, main }, index) => [...mainColumns.map(({ cell }) => cell(main)), String(500 + index), id, '2020-02-28T23:30:00', 'submitted_via_web', 'v1', String(index + 1)]),
    ],
    persons: [
      [...groupColumns.map(({ header }) => header), '_index', '_parent_table_name', '_parent_index', '_submission__id', '_submission__uuid'],
      ...all.flatMap(({ id, groups }, parent) => groups.map((row, index) => [...groupColumns.map(({ cell }) => cell(row)), String(index + 1), 'Lykta', String(parent + 1), String(500 + parent), id])),
    ],
  }
}

/** As Kobo's data.json: what was not answered is left out. */
export function koboJson(filled: readonly Filled[], of: XlsFormContent = content): ImportFile {
  const { top, group } = pathsOf(of)
  const keyed = (paths: readonly (readonly string[])[], row: Values, before = '') =>
    Object.fromEntries(paths.flatMap((path) => (row[path.at(-1)!] === undefined ? [] : [[before + path.join('/'), row[path.at(-1)!]]])))
  const results = filled.map((one, index) => {
    const { id, main, groups } = values(one, of)
    return {
      _id: 500 + index, 'formhub/uuid': 'f00', ...keyed(top, main), ...(groups.length === 0 ? {} : { 'step_persons/persons': groups.map((row) => keyed(group, row, 'step_persons/')) }),
      'meta/instanceID': `uuid:${id}`, _uuid: id, _submission_time: '2020-02-28T23:30:00', _attachments: [], _geolocation: [null, null],
    }
  })
  return file('data.json', JSON.stringify({ count: results.length, results }))
}

/** ODK Central's OData with $expand=*: groups are objects within objects. */
export function centralJson(filled: readonly Filled[], of: XlsFormContent = content): ImportFile {
  const { top, group } = pathsOf(of)
  const nested = (paths: readonly (readonly string[])[], row: Values) => {
    const root: Record<string, unknown> = {}
    for (const path of paths) {
      let at = root
      for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>
      at[path.at(-1)!] = row[path.at(-1)!] ?? null
    }
    return root
  }
  const value = filled.map((one) => {
    const { id, main, groups } = values(one, of)
    const root = nested(top, main)
    const step = (root['step_persons'] ??= {}) as Record<string, unknown>
    step['persons'] = groups.map((row, index) => ({ ...(nested(group, row)['persons'] as object), __id: `${id}-${index}` }))
    step['persons@odata.navigationLink'] = `Submissions('uuid:${id}')/step_persons/persons`
    return { __id: `uuid:${id}`, ...root, __system: { submissionDate: '2020-02-28T23:30:00.000Z', status: null }, meta: { instanceID: `uuid:${id}` } }
  })
  return file('Submissions.json', JSON.stringify({ '@odata.context': 'x', value }))
}

