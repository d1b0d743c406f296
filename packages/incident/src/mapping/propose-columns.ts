// Which of our columns each header of a sheet probably means: our own headers for certain, others by likeness.
import { columnsOf, foldName, type ColumnId, type TableId, tableIds } from '../import/columns.ts'
import { findNear } from '../import/find-near.ts'
import { findColumn } from '../import/recognise-tables.ts'
import { isList, kindOf } from './column-kind.ts'
import { headerWords, type HeaderWords, nearlyTheSame } from './header-words.ts'
import { likenessOfWords } from './likeness-of-words.ts'

export type ProposedColumn = {
  readonly from: string
  readonly to: ColumnId | null
  readonly proposed: boolean
  /** Little speaks for it: the header is only alike, its values fit badly, or another column of ours fits as well. */
  readonly unsure?: boolean
  readonly group?: HeaderWords['group']
}
type Candidate = { readonly to: ColumnId; readonly group: HeaderWords['group']; /** Of the header. */ readonly score: number; /** Of the values; undefined when nothing can be told. */ readonly fit: number | undefined }

/** How well the values under a header would fit a column of ours. */
export type FitOf = (header: string, to: ColumnId) => number | undefined
const noValues: FitOf = () => undefined

/** What a sheet can be: one table, or incidents with their persons on the same row. */
const kinds: readonly (readonly TableId[])[] = [['incidents', 'persons'], ['persons'], ['organisations'], ['indicators']]

export type ProposedSheet = { readonly columns: readonly ProposedColumn[]; /** How well it fits; 0 when nothing does. */ readonly score: number }

/** Without `fit` the headers alone are looked at. */
export function proposeColumns(headers: readonly string[], fit: FitOf = noValues): ProposedSheet {
  const tried = kinds.map((tables) => proposeAs(headers, tables, fit))
  return tried.reduce((best, next) => (next.score > best.score ? next : best))
}

/** Of the values less may not be understood, or it is something else. */
const leastFit = 0.34
const goodFit = 0.75
const weightOf = ({ score, fit = 0.5 }: Candidate): number => score + fit

function proposeAs(headers: readonly string[], tables: readonly TableId[], fit: FitOf): ProposedSheet {
  const filled = headers.filter((header) => header !== '')
  const isUsable = (to: ColumnId) => tables.some((table) => to.startsWith(`${table}.`)) && !(tables.length > 1 && to === 'persons.incident')
  const all = filled.flatMap((from) => candidatesFor(from, tables).filter(({ to }) => isUsable(to))
    .map((candidate) => ({ from, ...candidate, fit: fit(from, candidate.to) })).filter(({ score, fit: fits = 1 }) => score === 4 || fits >= leastFit))
    .toSorted((a, b) => weightOf(b) - weightOf(a))
  const chosen = new Map<string, Candidate>()
  const taken = new Set<string>()
  for (const { from, ...candidate } of all) {
    const { to, group } = candidate
    const place = group ? `${to} ${group.sex} ${group.ageGroup}` : to
    const clashes = to === 'persons.count' && taken.has(group ? to : 'groups')
    if (chosen.has(from) || clashes || (taken.has(place) && !isList(to) && kindOf(to).kind !== 'prose')) continue
    chosen.set(from, candidate)
    taken.add(place)
    if (group) taken.add('groups')
  }
  const columns = filled.map((from): ProposedColumn => {
    const found = chosen.get(from)
    if (!found) return { from, to: null, proposed: false }
    const { to, group, score, fit: fits = 1 } = found
    // The same header is known for something else too, and its values would do for that as well.
    const isEither = all.some((other) => other.from === from && other.to !== to && other.score === score && (other.fit ?? 0.5) > (found.fit ?? 0.5) - 0.2)
    const unsure = score < 4 && (score < 3 || fits < goodFit || isEither || nearlyTheSame.has(plainHeader(from)))
    return { from, to, proposed: score < 4, ...(unsure ? { unsure } : {}), ...(group ? { group } : {}) }
  })
  const missing = tables.slice(0, 1).flatMap((table) => columnsOf(table).filter(([column, { required }]) => required && !taken.has(`${table}.${column}`)))
  const score = [...chosen.values()].reduce((sum, one) => sum + one.score, 0) - missing.length
  return { columns, score: chosen.size === 0 ? 0 : score }
}

/** 4: our own header. 3: a known name. 2: a slip of the hand from one. Up to 1.5: alike in its words. */
function candidatesFor(header: string, tables: readonly TableId[]): readonly Candidate[] {
  const own = tableIds.filter((table) => tables.includes(table)).flatMap((table): readonly Candidate[] => {
    const column = findColumn(table, header)
    return column === undefined ? [] : [{ to: `${table}.${column}` as ColumnId, group: undefined, score: 4, fit: undefined }]
  })
  const plain = plainHeader(header)
  const alike = headerWords.map(({ to, group, words }): Candidate => ({ to, group, score: scoreOf(plain, words), fit: undefined })).filter(({ score }) => score > 0)
  return [...own, ...alike]
}

const plainHeader = (header: string): string => foldName(header.replace(/[().:?*/]+/g, ' ').trim()).replaceAll('_', ' ')

function scoreOf(header: string, words: readonly string[]): number {
  if (words.includes(header)) return 3
  if (header.length >= 4 && findNear(header, words) !== '') return 2
  const likeness = Math.max(...words.map((word) => likenessOfWords(header, word)))
  return likeness >= 0.6 ? 0.5 + likeness : 0
}
