// What an edition may say, worked out from its protected tables: the texts of cells, the rows of open data, the numbers of bound figures.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import type { Language } from '@lykta/incident'
import type { Period } from '@lykta/statistics'
import { renderPeriod, renderRowLabel } from '../../../packages/publication/src/binding/edition.ts'
import type { PublicationDocument } from '../../../packages/publication/src/document/document.ts'
import { textOf } from '../../../packages/publication/src/document/inline.ts'
import type { EditionInput } from '../../../packages/publication/src/index.ts'
import { wordsIn } from '../../../packages/publication/src/words/words-in.ts'
import { type Grid, squeezed } from './parsed.ts'

const bands: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: { '1/2': 'hälften', '2/3': 'två tredjedelar', '3/4': 'tre fjärdedelar', '4/5': 'fyra femtedelar', '9/10': 'nio tiondelar' },
  en: { '1/2': 'half', '2/3': 'two thirds', '3/4': 'three quarters', '4/5': 'four fifths', '9/10': 'nine tenths' },
}

/** As a reader meets it; a question that nobody was asked is looked up among the other tables. */
export function cellText(tables: readonly ProtectedTable[], table: ProtectedTable, cell: ProtectedCell, period: Period, language: Language): string {
  const shownAt = (id: string): number | undefined => {
    const found = tables.find((one) => one.id === id)
    const one = found?.base[found.periods.findIndex(({ id: own }) => own === period.id)]
    return one?.state === 'shown' ? one.count : undefined
  }
  if (shownAt(table.id) === 0 && shownAt(`${table.id}.unknown`) === 0 && (shownAt(`${table.id}.notAsked`) ?? 0) > 0) return language === 'sv' ? 'ej frågat' : 'not asked'
  if (period.months === 0) return '..'
  if (cell.state === 'hidden') return '×'
  if (cell.state === 'band') return `${language === 'sv' ? 'mer än' : 'more than'} ${bands[language][`${cell.numerator}/${cell.denominator}`]!}`
  if (cell.count === 0) return cell.atLeast ? '?' : '0'
  return `${cell.atLeast ? (language === 'sv' ? 'minst ' : 'at least ') : ''}${cell.count}`
}

/** Name and cells of each row of a breakdown, the base last. */
export function rowsOf(input: EditionInput, table: ProtectedTable): readonly (readonly string[])[] {
  const { language } = input.context
  const words = wordsIn[language]
  const edition = { context: input.context, tables: new Map(input.tables.map((one) => [one.id, one])), words, label: input.label, examples: [] }
  const texts = (cells: readonly ProtectedCell[]): readonly string[] => table.periods.map((period, index) => cellText(input.tables, table, cells[index]!, period, language))
  const base = table.by.length === 0 ? (words.tables[table.id] ?? table.id) : `${words.baseRow}: ${words.unit[table.unit]}`
  return [...table.rows.map((row) => [renderRowLabel(edition, table, row), ...texts(row.cells)]), [base, ...texts(table.base)]]
}

/** What both editions print and print otherwise: worked out from the two sets of protected tables, cell by cell, in the order of the tables. */
export function changedRows(input: EditionInput): readonly (readonly string[])[] {
  const before = input.replaces?.before ?? []
  const { language } = input.context
  const words = wordsIn[language]
  const edition = { context: input.context, tables: new Map(input.tables.map((one) => [one.id, one])), words, label: input.label, examples: [] }
  return input.tables.flatMap((table) => table.periods.flatMap((period, index) => {
    const old = before.find(({ id }) => id === table.id)
    const at = old?.periods.findIndex(({ id }) => id === period.id) ?? -1
    if (!old || at === -1) return []
    const name = words.tables[table.id] ?? table.id
    const cells = [{ name, was: old.base[at], is: table.base[index]! }, ...table.rows.map((row) => ({
      name: `${name}: ${renderRowLabel(edition, table, row)}`, is: row.cells[index]!, was: old.rows.find(({ codes }) => codes.join() === row.codes.join())?.cells[at],
    }))]
    return cells.flatMap((cell) => {
      if (!cell.was) return []
      const [was, is] = [cellText(before, old, cell.was, old.periods[at]!, language), cellText(input.tables, table, cell.is, period, language)]
      return was === is ? [] : [[`${cell.name}, ${renderPeriod(edition, period)}`, was, is]]
    })
  }))
}

/** One row of the years' table: years that were merged are one cell. */
export function yearCells(input: EditionInput, table: ProtectedTable): readonly string[] {
  const { firstYear, year, language } = input.context
  const cells: string[] = []
  let last: Period | undefined
  for (let one = firstYear; one <= year; one++) {
    const index = table.periods.findIndex(({ from, to }) => from <= `${one}-01-01` && to >= `${one}-12-31`)
    const period = table.periods[index]
    if (period && period === last) continue
    last = period
    cells.push(period ? cellText(input.tables, table, table.base[index]!, period, language) : '×')
  }
  return cells
}

/** What a bound figure of one value says; undefined for shares, rates, spans and the like. */
export function figureText({ tables, context }: EditionInput, binding: string): string | undefined {
  const found = /^(?<table>[A-Za-z.]+?)(?:\[(?<codes>[^\]]+)\])?\.(?<word>year|previous|latest|\d{4})$/.exec(binding)?.groups
  const table = found && tables.find(({ id }) => id === found['table'])
  if (!found || !table) return undefined
  const year = found['word'] === 'previous' ? context.year - 1 : /^\d/.test(found['word']!) ? Number(found['word']) : context.year
  const index = table.periods.findIndex(({ from, to }) => (found['word'] === 'latest' ? to >= `${year}-12-31` : from === `${year}-01-01` && to === `${year}-12-31`))
  const cells = found['codes'] === undefined ? table.base : table.rows.find((row) => row.codes.join('/') === found['codes'])?.cells
  return index === -1 || !cells ? undefined : cellText(tables, table, cells[index]!, table.periods[index]!, context.language)
}

/** Every text of the document tree outside of tables and pictures, in pieces. */
export function saidBy(document: PublicationDocument, notice: string): readonly string[] {
  const blocks = document.blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [textOf(block.children)]
      case 'list':
        return block.items.map(textOf)
      case 'note':
        return block.children.map(({ children }) => textOf(children))
      case 'table':
        return [...block.notes, block.source]
      case 'chart':
        return [block.title, block.subtitle, block.source, ...block.table.notes, block.table.source]
      case 'highlights':
        return block.items.flatMap(({ label, value, remarks }) => [label, textOf(value), ...remarks])
      case 'key':
        return [block.title, ...block.entries.flatMap(({ text, meaning }) => [text, meaning])]
      case 'downloads':
        return []
    }
  })
  return [document.title, document.subtitle, document.publisher, notice, ...document.facts.flatMap(({ name, value }) => [name, value]), ...blocks]
}

export const gridText = ({ caption, head, rows }: Grid): string => squeezed([caption, head.join(' | '), ...rows.map((row) => row.join(' | '))].join('\n')).replace(/(?<=\p{L})- (?=\p{L})/gu, '')
