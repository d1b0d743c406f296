// Reads a table of numbers as a person does: the row's name, and its cells in the order of the columns.
import type { Page } from 'playwright'

export type ReadTable = {
  readonly columns: readonly string[]
  /** What each row says; "" where a cell is empty. Rows that only name a group have no cells. */
  readonly rows: Readonly<Record<string, readonly string[]>>
}

/** The table with that caption. Smaller text under a name or a number is left out. */
export async function readTable(page: Page, caption: string): Promise<ReadTable> {
  const table = page.locator('table').filter({ has: page.locator(`caption .table-caption:text-is("${caption}")`) })
  return table.evaluate((element: HTMLTableElement) => {
    const text = (cell: Element): string => {
      const copy = cell.cloneNode(true) as Element
      for (const part of copy.querySelectorAll('small, [aria-hidden="true"]')) part.remove()
      return copy.textContent.replaceAll(/\s+/g, ' ').trim()
    }
    const bodies = [...element.tBodies].flatMap((body) => [...body.rows])
    return {
      columns: [...element.tHead!.rows[0]!.cells].map(text),
      rows: Object.fromEntries(bodies.map((row) => [text(row.cells[0]!), [...row.cells].slice(1).map(text)])),
    }
  })
}
