// Reads every file of an edition back and says what stands in it that its protected tables do not hold, or lacks that they do.
import { createHash } from 'node:crypto'
import type { Language } from '@lykta/incident'
import type { Chart, PublicationDocument } from '../../../packages/publication/src/document/document.ts'
import { editionDocument, type EditionInput } from '../../../packages/publication/src/index.ts'
import { wordsIn } from '../../../packages/publication/src/words/words-in.ts'
import { parseCsv } from '../../../packages/publication/test/support/parse-csv.ts'
import { drawPng } from '../../../apps/server/src/adapters/draw-png.ts'
import { cellText, changedRows, figureText, gridText, rowsOf, saidBy, yearCells } from './expected.ts'
import { parseDocx } from './parse-docx.ts'
import { parseHtml } from './parse-html.ts'
import { parsePdf } from './parse-pdf.ts'
import { difference, type Grid, numbersIn, type Parsed, squeezed } from './parsed.ts'

type Files = ReadonlyMap<string, Uint8Array>
type Dataset = { readonly id: readonly string[]; readonly size: readonly number[]; readonly value: readonly (number | null)[]; readonly status: Readonly<Record<string, string>>; readonly dimension: Readonly<Record<string, { readonly category: { readonly index: readonly string[] } }>> }

const text = (files: Files, path: string): string => new TextDecoder().decode(files.get(path))

/** `files`: of one language, by path within its folder. Each finding names the file. */
export async function findLeaks(input: EditionInput, files: Files): Promise<readonly string[]> {
  const words = wordsIn[input.context.language]
  const { document, charts, pictures } = await wantedOf(input)
  const html = readOnce(files.get('index.html')!, (bytes) => parseHtml(new TextDecoder().decode(bytes)))
  const said = saidBy(document, words.notice).flatMap(numbersIn)
  const told = (file: string, found: readonly string[]): readonly string[] => found.map((one) => `${file}: ${one}`)
  const against = (file: string, parsed: Parsed): readonly string[] => told(file, [
    ...parsed.stray,
    ...difference(said, parsed.prose.flatMap(numbersIn)),
    ...parsed.meta.filter((one) => ![document.title, document.subtitle, document.publisher, `${document.title} · ${document.publisher}`, [document.title, document.publisher, ...document.marks.map((mark) => mark.text)].join(' – '), ...document.marks.map((mark) => mark.text)].includes(one)),
    ...difference(html.grids.map(gridText), parsed.grids.map(gridText)),
  ])
  const docx = readOnce(files.get('report.docx')!, (bytes) => parseDocx(bytes, words.page.openData))
  const pdfs = await Promise.all(['report.pdf', 'report-archive.pdf'].map(async (path) => {
    const parsed = await readOnce(files.get(path)!, (bytes) => parsePdf(bytes, words.page.openData))
    return [...against(path, parsed), ...told(path, [...difference(charts.map(({ alt }) => alt), parsed.alts), ...difference(svgNumbers(charts.map(({ wide }) => wide)), parsed.drawn.flat().flatMap(numbersIn))])]
  }))
  return [
    ...against('index.html', { ...html, prose: withoutMarks(html.prose, document.marks.map((mark) => mark.text)) }),
    ...told('index.html', [...gridFaults(input, html.grids), ...figureFaults(input, html.figures), ...difference(charts.flatMap(({ alt }) => [alt, alt]), html.alts)]),
    ...told('index.html', difference(literals(input), html.loose.flatMap(numbersIn))),
    ...told('index.html', charts.flatMap(({ table, alt }, index) => [html.drawn[2 * index], html.drawn[2 * index + 1], alt.split('. ').slice(1)].flatMap((drawn) => strange(drawn ?? [], [table.caption, ...html.grids.find(({ caption }) => caption === table.caption)?.rows.flat() ?? [], ...html.grids.flatMap(({ head }) => head), charts[index]!.title])))),
    ...against('report.docx', docx),
    ...told('report.docx', [...difference(charts.map(({ alt }) => alt), docx.alts), ...difference(pictures, docx.pictures.map(sha))]),
    ...pdfs.flat(),
    ...charts.flatMap(({ id, title, subtitle, source, wide, alt }) => told(`charts/${id}.svg`, difference(
      [...document.marks.map((mark) => mark.text), title, `${title} – ${document.publisher}`, subtitle, source, alt, ...svgTexts(wide)].flatMap(numbersIn), svgTexts(text(files, `charts/${id}.svg`)).flatMap(numbersIn)))),
    ...dataFaults(input, files),
  ]
}

/** What one read of a file gave: most files of an edition with a planted number are the same as without. */
const read = new WeakMap<Uint8Array, unknown>()
function readOnce<Read>(bytes: Uint8Array, parse: (bytes: Uint8Array) => Read): Read {
  const known = (read.get(bytes) as Read | undefined) ?? parse(bytes)
  read.set(bytes, known)
  return known
}

type Wanted = { readonly document: PublicationDocument; readonly charts: readonly Chart[]; readonly pictures: readonly string[] }

const wanted = new WeakMap<EditionInput, Promise<Wanted>>()
function wantedOf(input: EditionInput): Promise<Wanted> {
  const make = async (): Promise<Wanted> => {
    const document = editionDocument(input)
    const charts = document.blocks.filter((block) => block.kind === 'chart')
    return { document, charts, pictures: await Promise.all(charts.map(async ({ wide }) => sha((await drawPng(wide)).bytes))) }
  }
  const known = wanted.get(input) ?? make()
  wanted.set(input, known)
  return known
}

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function withoutMarks(prose: readonly string[], marks: readonly string[]): readonly string[] {
  return prose.filter((one) => !marks.includes(one))
}

/** Texts, titles and descriptions of a drawing; a comment is no part of one. */
function svgTexts(svg: string): readonly string[] {
  const odd = /<!--|<metadata|<script|<foreignObject|data-/.test(svg.replace(/url\(data:font[^)]*\)/g, '')) ? ['99999'] : []
  return [...[...svg.matchAll(/<(?:text|title|desc)\b[^>]*>(?<inner>[\s\S]*?)<\/(?:text|title|desc)>/g)].map(({ groups }) => squeezed(groups!['inner']!.replace(/<[^>]*>/g, ' '))), ...odd]
}

const svgNumbers = (svgs: readonly string[]): readonly string[] => svgs.flatMap(svgTexts).flatMap(numbersIn)

/** Numbers of the pieces that stand in none of the sources. */
function strange(pieces: readonly string[], sources: readonly string[]): readonly string[] {
  const known = new Set(sources.flatMap(numbersIn))
  return pieces.flatMap(numbersIn).filter((number) => !known.has(number)).map((number) => `${number} is drawn`)
}

/** Digits that the template's author wrote herself, outside of bindings. */
function literals({ template }: EditionInput): readonly string[] {
  return numbersIn(template.text.replace(/\{\{(?!lit )[^}]*\}\}/g, '').replace(/\{#[^}]*\}/g, '').replace(/\|\|.*$/gm, ''))
}

/** Each printed table against the protected ones, cell by cell. */
function gridFaults(input: EditionInput, grids: readonly Grid[]): readonly string[] {
  const words = wordsIn[input.context.language]
  const byName = new Map(input.tables.map((table) => [words.tables[table.id] ?? table.id, table]))
  return grids.flatMap(({ caption, rows }): readonly string[] => {
    const table = byName.get(caption)
    if (caption === words.changes.caption) return difference(changedRows(input).map((row) => row.join(' | ')), rows.map((row) => row.join(' | ')))
    if (table && rows[0]!.length === table.periods.length + 1) return difference(rowsOf(input, table).map((row) => row.join(' | ')), rows.map((row) => row.join(' | ')))
    return rows.flatMap(([name, ...cells]) => {
      const own = byName.get(name!)
      if (!own) return [`no table for the row “${name}” of “${caption}”`]
      const expected = cells.length === 1 && caption === words.chart.chain.plain ? [lastYear(input, own)] : yearCells(input, own)
      const values = cells.map((cell) => cell.replace(/ \d{4}–\d{4}, [\d.,]+ (?:månader|months)$/, ''))
      return values.join(' | ') === expected.join(' | ') ? [] : [`${caption}, ${name}: ${values.join(' | ')} instead of ${expected.join(' | ')}`]
    })
  })
}

function lastYear({ tables, context }: EditionInput, table: EditionInput['tables'][number]): string {
  const index = table.periods.findIndex(({ id }) => id === String(context.year))
  return cellText(tables, table, table.base[index]!, table.periods[index]!, context.language)
}

function figureFaults(input: EditionInput, figures: readonly { readonly binding: string; readonly text: string }[]): readonly string[] {
  return figures.flatMap(({ binding, text: said }) => {
    const expected = figureText(input, binding)
    return expected === undefined || expected === said ? [] : [`{{${binding}}} says ${said} instead of ${expected}`]
  })
}

/** Every cell of the CSV and of the JSON-stat against the protected one, and none besides. */
function dataFaults({ tables }: EditionInput, files: Files): readonly string[] {
  const expected = tables.flatMap((table) => [...table.rows.map((row) => ({ code: row.codes.join('/'), cells: row.cells })), { code: table.by.length === 0 ? '' : '_base', cells: table.base }].flatMap(({ code, cells }) =>
    table.periods.map((period, index) => `${table.id.split('.')[0]} ${table.id} ${code} ${period.id} ${dataText(tables, table, cells[index]!, period)}`)))
  const [csv, json, px]: string[][] = [[], [], []]
  for (const [path, bytes] of files) {
    const found = /^tables\/(?<id>\w+)\.(?<kind>csv|json|px)$/.exec(path)?.groups
    if (!found) continue
    const content = new TextDecoder().decode(bytes)
    if (found['kind'] === 'csv') {
      for (const line of parseCsv(content).slice(1)) csv!.push(`${found['id']} ${line[1]} ${line[3]} ${line[5]} ${line[9]} ${line[10]} ${line[11]}${line.length > 13 ? ' and more' : ''}`.trimEnd())
    } else if (found['kind'] === 'px') px!.push(...pxTexts(found['id']!, content))
    else json!.push(...datasetTexts(found['id']!, JSON.parse(content) as Dataset))
  }
  return [...difference(expected, csv!).map((one) => `csv: ${one}`), ...difference(expected, json!).map((one) => `json: ${one}`),
    // A lower bound is its number with a note on the cell, a band only its note.
    ...difference(expected.map((one) => one.replace(/ (?:exact|at-least)$/, '').replace(/ more-than .*/, ' more-than').replace(/^(\S+ \S+) _base/, '$1 _base')), px!).map((one) => `px: ${one}`)]
}

function dataText(tables: EditionInput['tables'], table: EditionInput['tables'][number], cell: EditionInput['tables'][number]['base'][number], period: EditionInput['tables'][number]['periods'][number]): string {
  if (/frågat|asked/.test(cellText(tables, table, cell, period, 'sv' satisfies Language))) return ' not-asked'
  if (period.months === 0) return ' not-collected'
  if (cell.state === 'hidden') return ' hidden'
  return cell.state === 'band' ? ` more-than ${cell.numerator}/${cell.denominator}` : `${cell.count} ${cell.atLeast ? 'at-least' : 'exact'}`
}

function datasetTexts(file: string, { id, size, value, status, dimension }: Dataset): readonly string[] {
  return value.map((count, position) => {
    let rest = position
    const codes = Object.fromEntries(id.toReversed().map((name, index) => {
      const at = size[size.length - 1 - index]!
      const code = dimension[name]!.category.index[rest % at]!
      rest = Math.floor(rest / at)
      return [name, code]
    }))
    return `${file} ${codes['figure']} ${codes['row'] ?? ''} ${codes['period']} ${count ?? ''} ${status[String(position)] ?? 'exact'}`
  })
}

const dots: Readonly<Record<string, string>> = { '"."': ' hidden', '".."': ' not-collected', '"..."': ' not-asked', '"...."': ' more-than' }

/** By the keywords of PC-Axis: codes of the stub, codes of the heading, and the cells row by row. */
function pxTexts(file: string, content: string): readonly string[] {
  const [head, data] = content.split('DATA=\r\n')
  const codes = [...head!.matchAll(/CODES\([^)]*\)=(?<list>[^;]*);/g)].map(({ groups }) => [...groups!['list']!.matchAll(/"(?<code>[^"]*)"/g)].map((one) => one.groups!['code']!))
  const [rows, periods] = codes
  const cells = data!.replace(/;\s*$/, '').split(/\s+/).filter((one) => one !== '')
  if (cells.length !== rows!.length * periods!.length) return [`${file} has ${cells.length} cells`]
  // The figures of a table of totals stand in the stub; a breakdown has its rows there.
  const totals = rows!.every((code) => code.split('.')[0] === file)
  return cells.map((cell, index) => {
    const row = rows![Math.floor(index / periods!.length)]!
    return `${file} ${totals ? row : file} ${totals ? '' : row} ${periods![index % periods!.length]!} ${dots[cell] ?? cell}`
  })
}
