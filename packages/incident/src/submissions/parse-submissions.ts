// From exports of ODK and Kobo to a bundle the register can take, or every problem that stands in the way.
import { canonicalText } from '../canonical.ts'
import { catalogueOf } from '../catalogue/catalogue.ts'
import type { FormContext } from '../form/parse-form-answers.ts'
import { parseFormAnswers } from '../form/parse-form-answers.ts'
import type { FormVersion, Question } from '../form/form-version.ts'
import { findFormVersion, formVersionOn } from '../form/forms.ts'
import type { ImportedIncident } from '../import/bundle.ts'
import { collectProblems, type Problems } from '../import/collect-problems.ts'
import { maxReasonLength } from '../import/limits.ts'
import type { ParsedImport } from '../import/parse-import.ts'
import type { ImportFile } from '../import/sheet.ts'
import type { Incident, Organisation } from '../incident.ts'
import { knownProblem, knownWarning } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Place, Problem } from '../problem.ts'
import { withOwnQuestions } from '../questions/with-own-questions.ts'
import { formVersionName, groupsName } from '../xlsform/names.ts'
import { openSubmissionFiles } from './open-submission-files.ts'
import { filledInOn, groupQuestions, submissionAnswers } from './submission-answers.ts'
import { columnOf, namesOf } from './submission-columns.ts'
import { openSubmissionRows, type SubmissionRow } from './submission-row.ts'
import type { SubmissionTable } from './submission-table.ts'

export type SubmissionContext = Pick<FormContext, 'today' | 'network' | 'organisations' | 'ownIndicators' | 'ownQuestions'>

/** All or nothing. References are those that the tools gave: "uuid:…", the same at every export. */
export async function parseSubmissions(files: readonly ImportFile[], context: SubmissionContext): Promise<ParsedImport> {
  const opened = await openSubmissionFiles(files)
  if (opened.problems.some(({ severity }) => severity === 'error')) return { problems: opened.problems }
  const problems = collectProblems()
  const { main, repeats } = recognise(opened.tables, context, problems)
  if (problems.hasErrors()) return { problems: problems.all() }

  const groupsOf = linkGroups(main, repeats, problems)
  const incidents = new Map<string, ImportedIncident>()
  const placeOf = new Map<string, Place>()
  for (const { rows } of main) {
    for (const row of rows) {
      const incident = readSubmission(row, groupsOf.get(row) ?? [], context, problems)
      if (!incident) continue
      const before = incidents.get(incident.externalRef)
      // The same submission out of two exports is one; two that say different things are a matter for people.
      if (before && canonicalText(before) !== canonicalText(incident)) {
        problems.add(knownProblem('import.submission-twice', { found: renderFound(incident.externalRef), row: placeOf.get(incident.externalRef)?.row ?? 0 }, row.place))
      }
      if (before) continue
      incidents.set(incident.externalRef, incident)
      placeOf.set(incident.externalRef, row.place)
    }
  }
  const all = [...problems.all(), ...opened.problems]
  return problems.hasErrors() ? { problems: all } : { problems: all, bundle: { organisations: [], ownIndicators: [], incidents: [...incidents.values()] }, placeOf }
}

type Opened = { readonly table: SubmissionTable; readonly rows: readonly SubmissionRow[] }

/** Which tables hold submissions, and which rows of a repeat; a column that belongs to no question is told of. */
function recognise(tables: readonly SubmissionTable[], { ownQuestions = [] }: SubmissionContext, problems: Problems): { readonly main: readonly Opened[]; readonly repeats: readonly Opened[] } {
  const main: Opened[] = []
  const repeats: Opened[] = []
  for (const table of tables) {
    const names = new Set(table.headers.map((header) => columnOf(header, ownQuestions)).flatMap((column) => (typeof column === 'object' ? [column.name] : [])))
    const isMain = names.has('reportedBy') || names.has(formVersionName)
    const isRepeat = !isMain && table.headers.some((header) => parentHeaders.includes(header))
    if (!isMain && !isRepeat) problems.add(knownProblem('import.submission-table', {}, { file: table.place }))
    for (const [index, header] of table.headers.entries()) {
      if ((isMain || isRepeat) && columnOf(header, ownQuestions) === 'unknown' && table.rows.some(({ cells }) => (cells[index] ?? '') !== '')) {
        problems.add(knownWarning('import.submission-column', {}, { file: table.place, row: 1, column: renderFound(header) }))
      }
    }
    if (isMain) main.push({ table, rows: openSubmissionRows(table, ownQuestions, problems) })
    if (isRepeat) repeats.push({ table, rows: openSubmissionRows(table, ownQuestions, problems) })
  }
  if (main.length === 0 && !problems.hasErrors()) problems.add(knownProblem('import.submission-none', {}))
  return { main, repeats }
}

const parentHeaders = ['PARENT_KEY', '_submission__uuid', '_submission__id', '_parent_index', '__Submissions-id']

/** What links a repeat's row with its submission, the surest first: a column of the one and the column of the other. */
const links: readonly (readonly [child: string, parent: string])[] = [
  ['PARENT_KEY', 'KEY'], ['__Submissions-id', '__id'], ['_submission__uuid', '_uuid'], ['_submission__id', '_id'], ['_parent_index', '_index'],
]

function linkGroups(main: readonly Opened[], repeats: readonly Opened[], problems: Problems): ReadonlyMap<SubmissionRow, readonly SubmissionRow[]> {
  const found = new Map<SubmissionRow, SubmissionRow[]>()
  const parents = new Map<string, SubmissionRow[]>()
  for (const { table, rows } of main) {
    for (const row of rows) {
      for (const [, parent] of links) {
        const key = row.own(parent)
        if (key !== '') append(parents, `${table.scope}\n${parent}\n${key}`, row)
      }
    }
  }
  for (const { table, rows } of repeats) {
    for (const row of rows) {
      const to = links.map(([child, parent]) => [row.own(child), parent] as const).filter(([key]) => key !== '')
        .map(([key, parent]) => parents.get(`${table.scope}\n${parent}\n${key}`)).find((list) => list !== undefined)
      if (!to) problems.add(knownProblem('import.submission-parent', {}, row.place))
      else if (to.length > 1) problems.add(knownProblem('import.submission-parents', { found: to.length }, row.place))
      else append(found, to[0]!, row)
    }
  }
  return found
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Undefined when anything about it was reported. */
function readSubmission(row: SubmissionRow, groups: readonly SubmissionRow[], context: SubmissionContext, problems: Problems): ImportedIncident | undefined {
  const own = collectProblems()
  const incident = readInto(own, row, groups, context, problems)
  return own.hasErrors() ? undefined : incident
}

function readInto(own: Problems, row: SubmissionRow, groups: readonly SubmissionRow[], context: SubmissionContext, problems: Problems): ImportedIncident | undefined {
  const tell = (found: Problem): undefined => {
    own.add(found)
    problems.add(found)
    return undefined
  }
  const told = (one: SubmissionRow): SubmissionRow => ({ ...one, report: (name, code, values) => tell(knownProblem(code, values, one.where(name))) })
  const [first, rows] = [told(row), groups.map(told)]
  if (/decrypted|encrypted/i.test(row.own('Status'))) return tell(knownProblem('import.submission-encrypted', {}, row.place))
  const externalRef = referenceOf(row)
  if (externalRef === undefined) return tell(knownProblem('import.submission-id', {}, row.place))
  const version = formOf(first, context)
  if (!version) return undefined
  const form = withOwnQuestions(version, context.ownQuestions ?? [])
  const questions = form.steps.flatMap((step): readonly Question[] => step.questions)
  const fields = groupQuestions(form)
  const catalogue = { organisations: context.organisations, indicatorIds: new Set(catalogueOf(context.ownIndicators).map(({ id }) => id)) }
  const said = first.text(groupsName) ?? ''
  if (said !== '' && said !== String(rows.length)) first.report(groupsName, 'import.submission-groups', { found: renderFound(said), rows: rows.length })
  const persons = rows.map((group) => submissionAnswers(group, fields, catalogue))
  const answers = { ...submissionAnswers(first, questions, catalogue), ...(persons.length === 0 ? {} : { persons }) }
  const reportedOn = filledInOn(row)
  if (reportedOn === undefined && !('reportedOn' in answers)) return first.report('reportedOn', 'import.submission-day', {})
  const reason = reasonOf(first)
  if (own.hasErrors() || reason === undefined) return undefined
  const parsed = parseFormAnswers(answers, { ...context, form: version, reporterOrganisation: null, ...(reportedOn === undefined ? {} : { reportedOn }) })
  if ('problems' in parsed) {
    for (const found of parsed.problems) tell({ ...found, where: placeIn(found, [...questions, ...fields], row, groups) })
    return undefined
  }
  return { externalRef, formVersion: form.id, ...withCodes(parsed.incident, context.organisations), reason }
}

/** ODK Central's key and Kobo's root stay when a submission is edited; the others would make a second incident of it. */
function referenceOf(row: SubmissionRow): string | undefined {
  const key = row.own('KEY')
  const text = (key.startsWith('row:') ? '' : key) || row.own('__id', 'meta/rootUuid', '_uuid', 'meta/instanceID', 'meta-instanceID', 'instanceID')
  const bare = text.replace(/^uuid:/i, '').toLowerCase()
  return /^[0-9a-z][0-9a-z-]{7,99}$/.test(bare) ? `uuid:${bare}` : undefined
}

function formOf(row: SubmissionRow, { today }: SubmissionContext): FormVersion | undefined {
  const said = row.text(formVersionName) ?? ''
  if (said === '') return formVersionOn(today)
  return findFormVersion(said) ?? row.report(formVersionName, 'import.submission-form', { found: renderFound(said) })
}

/** Null where nothing was written; undefined when it was reported. Never repeated in a problem. */
function reasonOf(row: SubmissionRow): string | null | undefined {
  const text = row.text('reason') ?? ''
  if (text.length > maxReasonLength) return row.report('reason', 'import.text-too-long', { length: text.length, allowed: maxReasonLength })
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text) || !text.isWellFormed()) return row.report('reason', 'import.control-character', {})
  return text === '' ? null : text
}

/** A problem of the form's stands at a question; here it stands in a cell. */
function placeIn({ where }: Problem, questions: readonly Question[], row: SubmissionRow, groups: readonly SubmissionRow[]): Place {
  const at = where.group === undefined ? row : (groups[where.group - 1] ?? row)
  const question = questions.find(({ id }) => id === where.question)
  const name = question && namesOf(question).find((one) => (at.text(one) ?? '') !== '')
  return question ? at.where(name ?? namesOf(question)[0] ?? question.id) : at.place
}

/** A bundle names organisations by their codes. */
function withCodes({ reportedBy, ...incident }: Incident, organisations: readonly Organisation[]): Pick<ImportedIncident, 'reporterCode' | 'answers'> {
  const codeOf = (id: string): string => organisations.find((organisation) => organisation.id === id)!.code
  return {
    reporterCode: codeOf(reportedBy),
    answers: {
      ...incident,
      persons: incident.persons.map((group) => ({ ...group, supportOrganisation: group.supportOrganisation === null ? null : codeOf(group.supportOrganisation) })),
    },
  }
}
