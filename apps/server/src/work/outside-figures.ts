// Figures that were published without Lykta, from a table with one a row: table, codes, period, count.
import { codesOfTable, findFigureFault, type OutsideFigure } from '@lykta/disclosure'
import { catalogueOf, findLabel, findQuantity, type Hierarchy, type ImportFile, type Problem, problem, ProblemError, readSheets, type Sheet, type SheetCell } from '@lykta/incident'

const columns = {
  table: { sv: 'tabell', en: 'table' },
  codes: { sv: 'koder', en: 'codes' },
  period: { sv: 'period', en: 'period' },
  count: { sv: 'antal', en: 'count' },
} as const

type Column = keyof typeof columns
/** As it stood, shortened. */
const found = (text: string): { readonly found: string } => ({ found: text.slice(0, 40) })

/** Every figure, or (`ProblemError`) every fault with its row and column. Headers in either language, in any order. */
export async function readOutsideFigures(file: ImportFile, hierarchies: readonly Hierarchy[]): Promise<readonly OutsideFigure[]> {
  const { sheets: [sheet], problems } = await readSheets([file])
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || !sheet) throw new ProblemError(errors)
  const [header = [], ...rows] = sheet.rows
  const places = new Map((Object.keys(columns) as Column[]).map((column) => [column, header.findIndex((cell) => isNamed(cell, column))]))
  const missing = [...places].flatMap(([column, index]) => (index === -1 ? [problem('ledger.column-missing', columns[column], { file: file.name, row: 1 })] : []))
  if (missing.length > 0) throw new ProblemError(missing)
  const faults: Problem[] = []
  const figures = rows.flatMap((row, index): readonly OutsideFigure[] => {
    if (row.every((cell) => textOf(cell).trim() === '')) return []
    const read = readFigure(row, places, hierarchies, (column, code, values) =>
      void faults.push(problem(code, values, { file: sheet.place, row: index + 2, column: textOf(header[places.get(column)!] ?? '') })))
    return read ? [read] : []
  })
  faults.push(...contradictions(figures, sheet))
  if (faults.length === 0 && figures.length === 0) faults.push(problem('ledger.no-figures', {}, { file: file.name }))
  if (faults.length > 0) throw new ProblemError(faults)
  return figures
}

type Report = (column: Column, code: string, values: Problem['values']) => void

function readFigure(row: readonly SheetCell[], places: ReadonlyMap<Column, number>, hierarchies: readonly Hierarchy[], report: Report): OutsideFigure | undefined {
  const cell = (column: Column): string => textOf(row[places.get(column)!] ?? '').trim()
  const table = cell('table')
  // Of two dimensions both, as in Lykta's own files: woman/adult.
  const written = cell('codes') === '' ? [] : cell('codes').split('/').map((code) => code.trim())
  const codes = written.map((word, index) => codeOf(word, codesOfTable(table, hierarchies)[index]))
  const period = cell('period').replaceAll('–', '-')
  const quantity = findQuantity(cell('count'))
  if (!quantity) report('count', 'ledger.count', found(cell('count')))
  const fault = findFigureFault({ table, codes, period }, hierarchies)
  if (fault) report(fault.column, `ledger.${fault.column}`, { ...found(cell(fault.column)), known: fault.known.slice(0, 60).join(', ') })
  return quantity && !fault ? { table, codes, period, ...quantity } : undefined
}

/** A code, or its word in either language; what is neither stays as it is written. */
function codeOf(word: string, list: ReturnType<typeof codesOfTable>[number] | undefined): string {
  if (!list || list.codes.includes(word)) return word
  const isCalled = (code: string): boolean => (['sv', 'en'] as const).some((language) => findLabel(list.dimension, code, language, catalogue)?.toLowerCase() === word.toLowerCase())
  return list.codes.find(isCalled) ?? word
}

/** Words of a network's own indicators are not asked for: their ids do. */
const catalogue = catalogueOf([])

/** The same figure twice, with two numbers. */
function contradictions(figures: readonly OutsideFigure[], { place }: Sheet): readonly Problem[] {
  const known = new Map<string, OutsideFigure>()
  return figures.flatMap((figure) => {
    const name = [figure.table, figure.codes.join('/'), figure.period].filter((part) => part !== '').join(' ')
    const before = known.get(name) ?? figure
    known.set(name, figure)
    return before.count === figure.count ? [] : [problem('ledger.twice', { figure: name, first: before.count, second: figure.count }, { file: place })]
  })
}

function isNamed(cell: SheetCell, column: Column): boolean {
  const text = textOf(cell).trim().toLowerCase()
  return text === columns[column].sv || text === columns[column].en
}

const textOf = (cell: SheetCell): string => (typeof cell === 'string' ? cell : '')
