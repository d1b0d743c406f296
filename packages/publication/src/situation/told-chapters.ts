// The chapters of wider audiences: what has been told of the year's parts, and the figures of the latest edition, which are not news.
import { cellOf } from '../document/cell.ts'
import type { Block, Table } from '../document/document.ts'
import { shownCell } from '../binding/edition.ts'
import { apartBlocks } from './apart-chapter.ts'
import { heading, note, paragraph, type Scene } from './situation-scene.ts'
import { toldParts } from './told-parts.ts'

/** As many parts as make two years of quarters. */
const mostParts = 8

export function toldChapters(scene: Scene): readonly Block[] {
  const { input, own, period, source, day, words } = scene
  const parts = toldParts(input.told).slice(-mostParts)
  const table: Table = {
    kind: 'table', id: 'told', caption: own.toldTable, corner: words.periodHead, columns: [{ label: words.tables['incidents']!, remark: null }], notes: [], source,
    rows: parts.map((part) => ({ header: period(part.period), indented: false, cells: [{ cell: cellOf(part.cell, part.period), span: 1, remark: own.toldOn(day(part.on)) }] })),
  }
  return [
    heading('told', own.heading.told),
    paragraph(own.toldIntro),
    ...(parts.length > 0 ? [table] : []),
    ...(input.untold ? [note(...(parts.length > 0 ? [] : [own.noneTold]), own.untold[input.untold], own.little)] : parts.length > 0 ? [] : [note(own.noneTold, own.little)]),
  ]
}

/** Years as columns; a figure that the edition does not print for a year of its own is left out. */
const editionFigures = ['incidents', 'persons', 'policeContacted', 'incidentsInContact', 'incidentsAccepting', 'policeReports'] as const

export function editionChapter(scene: Scene): readonly Block[] {
  const { input: { edition }, own, words, source, period } = scene
  if (!edition) return [heading('edition', own.heading.edition), paragraph(own.noEdition)]
  const total = edition.tables.find(({ id }) => id === 'incidents')
  const years = total?.periods.slice(-3) ?? []
  const rows = editionFigures.flatMap((id): Table['rows'] => {
    const table = edition.tables.find((one) => one.id === id)
    const cells = years.map((year) => table?.base[table.periods.findIndex((one) => one.id === year.id)])
    if (!cells.some(shownCell)) return []
    return [{ header: words.tables[id]!, indented: false, cells: cells.map((cell, index) => ({ cell: cellOf(cell, years[index]!), span: 1, remark: null })) }]
  })
  if (rows.length === 0) return []
  const table: Table = {
    kind: 'table', id: 'edition', caption: own.heading.edition, corner: own.columns.measure, columns: years.map((year) => ({ label: period(year), remark: null })), rows, notes: [], source,
  }
  const hasBoth = ['policeContacted', 'policeReports'].every((id) => rows.some(({ header }) => header === words.tables[id]))
  return [heading('edition', own.heading.edition), paragraph(own.edition(String(edition.year))), table, ...(hasBoth ? [paragraph(own.police)] : []), ...apartBlocks(scene)]
}
