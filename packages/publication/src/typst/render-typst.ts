// A publication for Typst: one fixed template, and the whole text beside it as data. No text is ever joined into markup.
import type { Block, Chart, PublicationDocument, Table } from '../document/document.ts'
import { renderCellSign } from '../document/render-cell.ts'
import type { Words } from '../words/words.ts'
import { posterTemplate } from './poster-template.ts'
import { typstTemplate } from './typst-template.ts'

export type TypstInput = {
  readonly source: string
  /** By file name, as the source reads them. */
  readonly assets: ReadonlyMap<string, Uint8Array>
}

export function renderTypst(document: PublicationDocument, words: Words): TypstInput {
  const encoder = new TextEncoder()
  const charts = document.blocks.filter((block) => block.kind === 'chart')
  const data = {
    ...document,
    blocks: document.blocks.map((block) => blockData(block, words, charts)),
    words: words.page,
    notice: document.notice ?? words.notice,
    sheet: document.sheet !== undefined,
  }
  return {
    source: document.sheet === 'poster' ? posterTemplate : typstTemplate,
    assets: new Map([
      ['edition.json', encoder.encode(JSON.stringify(data))],
      ...charts.map((chart): [string, Uint8Array] => [imageName(charts, chart), encoder.encode(chart.wide)]),
    ]),
  }
}

function blockData(block: Block, words: Words, charts: readonly Chart[]): object {
  if (block.kind === 'table') return tableData(block, words)
  if (block.kind !== 'chart') return block
  const { wide: _wide, narrow: _narrow, table, ...rest } = block
  return { ...rest, image: imageName(charts, block), table: tableData(table, words) }
}

const imageName = (charts: readonly Chart[], chart: Chart): string => `chart-${charts.indexOf(chart) + 1}.svg`

function tableData(table: Table, words: Words): object {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ cell, span, remark }) => ({ text: renderCellSign(cell, words), sign: cell.sign, span, remark })),
  }))
  return { ...table, rows }
}
