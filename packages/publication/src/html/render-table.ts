// A table as HTML, in a region that scrolls by keyboard where it is wider than the screen.
import type { Cell } from '../document/cell.ts'
import { renderCellInWords, renderCellSign } from '../document/render-cell.ts'
import type { Table, TableCell } from '../document/document.ts'
import type { Words } from '../words/words.ts'
import { escapeHtml } from './escape.ts'

export function renderTable(table: Table, words: Words): string {
  const columns = table.columns.map(({ label, remark }) => `<th scope="col">${escapeHtml(label)}${small(remark)}</th>`).join('')
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell) => renderCell(cell, words)).join('')
    return `<tr${row.indented ? ' class="indented"' : ''}><th scope="row">${escapeHtml(row.header)}</th>${cells}</tr>`
  })
  const caption = escapeHtml(table.caption)
  const notes = [...table.notes, table.source].map((note) => `<p>${escapeHtml(note)}</p>`).join('')
  return (
    `<div class="table" id="table-${escapeHtml(table.id)}">` +
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(words.page.table)}: ${caption}">` +
    `<table><caption>${caption}</caption><thead><tr><th scope="col">${escapeHtml(table.corner)}</th>${columns}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table></div><div class="notes">${notes}</div></div>`
  )
}

function renderCell({ cell, span, remark }: TableCell, words: Words): string {
  const attributes = span > 1 ? ` colspan="${span}"` : ''
  return `<td${attributes} class="${cell.sign}">${renderSign(cell, words)}${small(remark)}</td>`
}

/** A sign is seen as a sign and heard in words. */
function renderSign(cell: Cell, words: Words): string {
  const sign = renderCellSign(cell, words)
  const spoken = renderCellInWords(cell, words)
  if (sign === spoken) return escapeHtml(sign)
  return `<span aria-hidden="true">${escapeHtml(sign)}</span><span class="spoken">${escapeHtml(spoken)}</span>`
}

const small = (text: string | null): string => (text === null ? '' : `<small>${escapeHtml(text)}</small>`)
