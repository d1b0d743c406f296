// Reads an instance from two tables of text: cells (cell, freq, primary, published) and equations (total, parts).
import { collectProblems, type ImportFile, type Problem, problem, type Problems, readSheets } from '@lykta/incident'
import type { Instance, InstanceCell, InstanceEquation } from './instance.ts'

export type ParsedInstance = { readonly instance: Instance; readonly problems: readonly Problem[] }

/** Everything that is wrong with both files, each with its file, row and column; without errors the instance is whole. */
export async function parseInstance(cellsFile: ImportFile, equationsFile: ImportFile): Promise<ParsedInstance> {
  const problems = collectProblems()
  const cells = parseCells(await tableOf(cellsFile, ['cell', 'freq', 'primary'], problems), problems)
  const equations = parseEquations(await tableOf(equationsFile, ['total', 'parts'], problems), cells, problems)
  return { instance: { cells, equations }, problems: problems.all() }
}

type Row = {
  readonly read: (column: string) => string | undefined
  readonly refuse: (code: string, column: string, values?: Problem['values']) => void
}

async function tableOf(file: ImportFile, needed: readonly string[], problems: Problems): Promise<readonly Row[]> {
  const { sheets, problems: found } = await readSheets([file])
  for (const one of found) problems.add(one)
  const [head = [], ...lines] = sheets[0]?.rows ?? []
  const names = head.map((cell) => (typeof cell === 'string' ? cell.trim() : ''))
  const missing = sheets.length === 0 ? [] : needed.filter((name) => !names.includes(name))
  for (const column of missing) problems.add(problem('instance.column-missing', {}, { file: file.name, row: 1, column }))
  if (missing.length > 0) return []
  return lines.flatMap((line, index): readonly Row[] => {
    if (line.every((cell) => cell === '')) return []
    const at = (column: string) => ({ file: file.name, row: index + 2, column })
    return [{
      read: (column) => {
        const cell = names.includes(column) ? line[names.indexOf(column)] : undefined
        return typeof cell === 'string' ? cell.trim() : undefined
      },
      refuse: (code, column, values = {}) => problems.add(problem(code, values, at(column))),
    }]
  })
}

function parseCells(rows: readonly Row[], problems: Problems): readonly InstanceCell[] {
  const known = new Set<number>()
  const cells = rows.flatMap((row): readonly InstanceCell[] => {
    const id = wholeNumber(row, 'cell')
    const value = wholeNumber(row, 'freq')
    const primary = flag(row, 'primary')
    const printed = row.read('published') === undefined ? true : flag(row, 'published')
    if (id === undefined || value === undefined || primary === undefined || printed === undefined) return []
    if (known.has(id)) row.refuse('instance.cell-twice', 'cell', { id })
    known.add(id)
    return [{ id, value, primary, printed }]
  })
  if (rows.length === 0 && !problems.hasErrors()) problems.add(problem('instance.no-cells'))
  return cells
}

function parseEquations(rows: readonly Row[], cells: readonly InstanceCell[], problems: Problems): readonly InstanceEquation[] {
  const positions = new Map(cells.map(({ id }, position) => [id, position]))
  // Cells that could not be read would only be missed once more here.
  if (problems.hasErrors()) return []
  const position = (row: Row, column: string, text: string): number | undefined => {
    const found = /^\d{1,9}$/.test(text) ? positions.get(Number(text)) : undefined
    if (found === undefined) row.refuse('instance.cell-unknown', column, { id: shorten(text) })
    return found
  }
  return rows.flatMap((row): readonly InstanceEquation[] => {
    const total = position(row, 'total', row.read('total') ?? '')
    const parts = (row.read('parts') ?? '').split(/\s+/).map((text) => position(row, 'parts', text))
    if (total === undefined || parts.includes(undefined)) return []
    const known = parts.filter((part) => part !== undefined)
    if (new Set([total, ...known]).size <= known.length) row.refuse('instance.part-twice', 'parts')
    const sum = known.reduce((all, part) => all + cells[part]!.value, 0)
    if (sum !== cells[total]!.value) row.refuse('instance.sum', 'total', { total: cells[total]!.value, sum })
    return [{ total, parts: known }]
  })
}

function wholeNumber(row: Row, column: string): number | undefined {
  const text = row.read(column) ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  row.refuse('instance.number', column, { value: shorten(text) })
  return undefined
}

function flag(row: Row, column: string): boolean | undefined {
  const text = row.read(column)
  if (text === '0' || text === '1') return text === '1'
  row.refuse('instance.flag', column, { value: shorten(text ?? '') })
  return undefined
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
