// Which question a column of ODK's or Kobo's answers, whatever groups its header names before it.
import { indicatorCategories } from '../catalogue/catalogue.ts'
import type { Question } from '../form/form-version.ts'
import { questionsOf } from '../form/form-words.ts'
import { formVersions } from '../form/forms.ts'
import type { OwnQuestion } from '../questions/own-question.ts'
import { filledInName, formVersionName, groupsName, notePrefix, ownAskedName, type Part, partName, signsName } from '../xlsform/names.ts'

/** Under which names a question's answer stands. */
export function namesOf(question: Question): readonly string[] {
  const { id, kind } = question
  const parts = (...of: readonly Part[]) => of.map((part) => partName(id, part))
  if (kind === 'groups') return question.rowsOf === undefined ? [groupsName] : []
  if (kind === 'several' && question.from === 'indicators') return indicatorCategories.map((category) => signsName(category.id))
  if (kind === 'count') return [id, ...parts('at_least')]
  if (kind === 'date' && question.precisions.length > 1) return parts('precision', 'day', 'month', 'year', 'about')
  return [id]
}

const asked = formVersions.flatMap(questionsOf)
const names: ReadonlySet<string> = new Set([...asked.flatMap(namesOf), filledInName, formVersionName, ownAskedName])
const several: ReadonlySet<string> = new Set(asked.filter(({ kind }) => kind === 'several').flatMap(namesOf))

export type SubmissionColumn =
  | { readonly name: string }
  /** One choice of a question with several, in a column of its own: 1 or 0. */
  | { readonly name: string; readonly choice: string }
  /** What ODK or Kobo adds. */
  | 'system'
  | 'unknown'

/** "step_signs/indicators_sexual" of Kobo, "step_signs-indicators_sexual" of ODK, or the bare name. */
export function columnOf(header: string, own: readonly OwnQuestion[]): SubmissionColumn {
  const parts = header.split('/')
  const name = leafOf(parts.at(-1)!)
  if (names.has(name) || own.some(({ id }) => id === name)) return { name }
  const before = parts.length > 1 ? leafOf(parts.at(-2)!) : ''
  if (several.has(before) || own.some(({ id, kind }) => id === before && kind === 'several')) return { name: before, choice: parts.at(-1)! }
  return isSystem(header, name) ? 'system' : 'unknown'
}

/** What stands after the groups; no name of ours holds a hyphen. */
function leafOf(path: string): string {
  return path.slice(path.lastIndexOf('-') + 1)
}

const added = new Set([
  'start', 'end', 'deviceid', 'username', 'uuid', 'instanceID', 'instanceName', 'deprecatedID', 'rootUuid', 'SubmissionDate', 'KEY', 'PARENT_KEY', 'SubmitterID',
  'SubmitterName', 'AttachmentsPresent', 'AttachmentsExpected', 'Status', 'ReviewState', 'DeviceID', 'Edits', 'FormVersion', 'isValidated', 'persons',
])

/** A group that a tool gives a column of its own holds no answer. */
function isSystem(header: string, name: string): boolean {
  return header === '' || /^(?:_|meta\/|SET-OF-|formhub\/)/.test(header) || name.startsWith(notePrefix) || name.startsWith('step_') || added.has(name)
}
