// Submissions as JSON (Kobo's /data, ODK Central's OData) laid out as tables: one of submissions, one of the rows of each repeat.
import { maxCells, maxRows, maxSubmissionColumns } from '../import/limits.ts'
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'
import type { SubmissionTable } from './submission-table.ts'

type Flat = { readonly number: number; readonly values: Map<string, string> }

/** The column that links a repeat's rows with their submission, made here. */
export const jsonParent = 'PARENT_KEY'
export const jsonKey = 'KEY'

const deepest = 6

/** Throws ProblemError for what is no list of submissions. */
export function flattenJson(text: string, place: string): readonly SubmissionTable[] {
  const submissions = listOf(parse(text))
  if (submissions.length > maxRows) throw new ProblemError([knownProblem('import.rows-too-many', { allowed: maxRows })])
  const main: Flat[] = []
  const repeats = new Map<string, Flat[]>()
  for (const [index, submission] of submissions.entries()) {
    const number = index + 1
    const values = new Map([[jsonKey, `row:${number}`]])
    main.push({ number, values })
    flatten(submission, '', 0, values, (path, rows) => {
      const table = repeats.get(path) ?? []
      repeats.set(path, table)
      for (const row of rows) {
        const cells = new Map([[jsonParent, `row:${number}`]])
        flatten(row, '', 0, cells, () => {})
        table.push({ number, values: cells })
      }
      if (table.length > maxRows) throw new ProblemError([knownProblem('import.rows-too-many', { allowed: maxRows })])
    })
  }
  const room = { cells: maxCells }
  return [tableOf(place, place, main, room), ...[...repeats].map(([path, rows]) => tableOf(place, `${place} › ${path}`, rows, room))]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError([knownProblem('import.file-broken', {})])
  }
}

function listOf(value: unknown): readonly object[] {
  const list: unknown = isObject(value) ? (value['results'] ?? value['value']) : value
  if (!Array.isArray(list) || !list.every(isObject)) throw new ProblemError([knownProblem('import.submission-json', {})])
  return list
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function flatten(value: object, path: string, depth: number, into: Map<string, string>, repeat: (path: string, rows: readonly object[]) => void): void {
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}/${key}`
    // OData's own marks, and what the tools keep beside an answer: attachments, notes, tags.
    if (key.includes('@') || inner === null) continue
    if (Array.isArray(inner)) {
      if (!key.startsWith('_') && inner.length > 0 && inner.every(isObject)) repeat(here, inner)
    } else if (isObject(inner)) {
      if (depth < deepest) flatten(inner, here, depth + 1, into, repeat)
    } else into.set(here, String(inner))
  }
}

/** Each row gets a cell for every name that any of them has: small files of many names would be large tables. `room`: for how many, of the whole file. */
function tableOf(scope: string, place: string, flat: readonly Flat[], room: { cells: number }): SubmissionTable {
  const names = new Set<string>()
  for (const { values } of flat) {
    for (const name of values.keys()) names.add(name)
    if (names.size > maxSubmissionColumns) throw new ProblemError([knownProblem('import.columns-too-many', { allowed: maxSubmissionColumns })])
  }
  room.cells -= names.size * flat.length
  if (room.cells < 0) throw new ProblemError([knownProblem('import.cells-too-many', { allowed: maxCells })])
  const headers = [...names]
  const rows = flat.map(({ number, values }) => ({ number, cells: headers.map((header) => values.get(header) ?? '') }))
  return { place, scope, headers, rows, sparse: true }
}
