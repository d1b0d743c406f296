// A first mapping of somebody's files, by likeness: everything guessed is marked as a proposal, and what is not understood stands open.
import type { TableId } from '../import/columns.ts'
import { findColumn, findTable, isFilled, isReadMe } from '../import/recognise-tables.ts'
import type { Sheet } from '../import/sheet.ts'
import { hasWords, isList, kindOf } from './column-kind.ts'
import { readerOfFormat } from './date-format.ts'
import { findSplit } from './find-split.ts'
import { fitOf } from './fit-of.ts'
import type { MappedColumn, MappedSheet, Mapping } from './mapping.ts'
import { headersAt } from './open-sheet.ts'
import { type ProposedColumn, proposeColumns } from './propose-columns.ts'
import { proposeDates } from './propose-dates.ts'
import { type KnownWords, proposeWord } from './propose-word.ts'
import { mostWords, wordsOf } from './words-of.ts'

type FoundHeader = { readonly headerRow: number; readonly columns: readonly ProposedColumn[]; readonly score: number }

/** Every sheet stands in it, save those that are ours already, column and word: the import reads them as they are. */
export function proposeMapping(sheets: readonly Sheet[], known: KnownWords): Mapping {
  const read = sheets.filter((sheet) => !isReadMe(sheet)).map((sheet) => ({ sheet, ...findHeader(sheet) }))
  const all = { ...known, organisations: [...known.organisations, ...read.flatMap(organisationsIn)] }
  const mapped = read.flatMap(({ sheet, headerRow }) => {
    const proposed = proposeSheetAt(sheet, headerRow, all)
    return findTable(sheet) !== undefined && proposed.columns.every(isOurs) ? [] : [proposed]
  })
  return { lykta: 'mapping', version: 1, organisations: [], sheets: mapped, ignoredSheets: [] }
}

/** Those of a sheet that is a table of organisations: words for them are then known. */
function organisationsIn({ sheet, headerRow, columns }: FoundHeader & { readonly sheet: Sheet }): KnownWords['organisations'] {
  const headers = headersAt(sheet, headerRow)
  const indexOf = (to: MappedColumn['to']) => headers.indexOf(columns.find((column) => column.to === to)?.from ?? '')
  const [code, name] = [indexOf('organisations.code'), indexOf('organisations.name')]
  const textAt = (cells: Sheet['rows'][number], index: number) => (typeof cells[index] === 'string' ? cells[index].trim() : '')
  return code === -1 ? [] : sheet.rows.slice(headerRow).map((cells) => ({ code: textAt(cells, code), name: textAt(cells, name) })).filter(({ code }) => code !== '')
}

/** Whatever else is wrong with its words, the import tells. */
function isOurs({ from, to, proposed, undecidedValues, proposedValues }: MappedColumn): boolean {
  return to !== null && findColumn(to.slice(0, to.indexOf('.')) as TableId, from) !== undefined && !proposed && !undecidedValues && !proposedValues
}

/** The best of the first ten rows: above the headers there may be a title. */
function findHeader(sheet: Sheet): FoundHeader {
  const tried = sheet.rows.slice(0, 10).map((_, index) => ({ headerRow: index + 1, ...proposeColumns(headersAt(sheet, index + 1)) }))
  const filled = sheet.rows.findIndex((cells) => cells.filter(isFilled).length >= 2)
  const first = tried[Math.max(0, filled)] ?? { headerRow: 1, columns: [], score: 0 }
  return tried.reduce((best, next) => (next.score > Math.max(best.score, 0) ? next : best), first)
}

/** With the row of the headers as a person says. */
export function proposeSheetAt(sheet: Sheet, headerRow: number, known: KnownWords): MappedSheet {
  const headers = headersAt(sheet, headerRow)
  const texts = new Map(headers.map((header, index) => [header, sheet.rows.slice(headerRow).flatMap((cells) => {
    const cell = cells[index]
    return typeof cell === 'string' && isFilled(cell) ? [cell] : []
  })]))
  const textsOf = (header: string): readonly string[] => texts.get(header) ?? []
  const { columns } = proposeColumns(headers, (header, to) => fitOf(to, textsOf(header), known))
  return { names: [sheet.names[0] ?? sheet.place], headerRow, columns: columns.map((column) => proposeColumn(column, textsOf(column.from), known)), ignored: [], constants: {}, skippedRows: [] }
}

const longestWord = 80

/** Dates, separators and words of one column; also for a column whose target a person has just chosen. */
export function proposeColumn({ from, to, proposed, unsure = false, group }: ProposedColumn, texts: readonly string[], known: KnownWords): MappedColumn {
  if (to === null) return { from, to }
  const { kind } = kindOf(to)
  const dates = kind === 'day' || kind === 'occurrence' ? proposeDates(texts) : []
  const split = isList(to) ? findSplit(texts) : undefined
  const words = hasWords(to) ? wordsOf(texts, isList(to) ? split ?? '|' : undefined) : []
  // Longer than any word for a code: free text, of which nothing may stand in a mapping. A person may say otherwise.
  if (proposed && words.some(({ word }) => word.length > longestWord)) return { from, to: null }
  const short = words.filter(({ word }) => word.length <= longestWord)
  const judged = short.slice(0, mostWords).map(({ word }) => ({ word, found: proposeWord(to, word, known) }))
  const guessed = judged.flatMap(({ word, found }) => (typeof found === 'object' ? [[word, found.proposed] as const] : []))
  const alike = judged.flatMap(({ word, found }) => (typeof found === 'object' && !found.sure ? [word] : []))
  const open = judged.filter(({ found }) => found === undefined).map(({ word }) => word)
  // What is guessed about the whole column is confirmed with it: a date may have its day and month the other way round.
  const guesses = proposed || dates.length > 0 || split !== undefined
  return {
    from, to,
    ...(guesses ? { proposed: true as const } : {}),
    ...(guesses && (unsure || isAmbiguous(dates, texts)) ? { unsure: true as const } : {}),
    ...(group ? { group } : {}),
    ...(dates.length > 0 ? { dates } : {}),
    ...(split === undefined ? {} : { split }),
    ...(guessed.length > 0 ? { proposedValues: Object.fromEntries(guessed) } : {}),
    ...(alike.length > 0 ? { unsureValues: alike } : {}),
    ...(open.length > 0 ? { undecidedValues: open } : {}),
  }
}

/** Dates that can all be read with day and month the other way round as well: a person must look. */
export function isAmbiguous(dates: readonly string[], texts: readonly string[]): boolean {
  const pairs = dates.flatMap((format) => {
    const swapped = format.replace(/^([DM])([^A-Z]+)([DM])(?![A-Z])/, '$3$2$1')
    const [read, other] = [readerOfFormat(format), readerOfFormat(swapped)]
    return swapped === format || !read || !other ? [] : [{ read, other }]
  })
  const written = texts.map((text) => text.trim()).filter((text) => pairs.some(({ read }) => read(text) !== undefined))
  return written.length > 0 && written.every((text) => pairs.some(({ other }) => other(text) !== undefined))
}
