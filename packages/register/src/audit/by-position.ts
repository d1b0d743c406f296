// Rows in the order of their positions, as the lines that each position put into force.

export type Content = {
  readonly position: number
  /** One line each, unsorted. */
  readonly lines: readonly string[]
}

/** `batches`: in the order of `from_position`, none without one. */
export async function* byPosition<Row extends { readonly from_position: number | null }>(
  batches: AsyncIterable<readonly Row[]>, linesOf: (row: Row) => readonly string[],
): AsyncGenerator<Content> {
  let position = 0
  let lines: string[] = []
  for await (const rows of batches) {
    for (const row of rows) {
      if (row.from_position !== position) {
        if (lines.length > 0) yield { position, lines }
        position = row.from_position!
        lines = []
      }
      lines.push(...linesOf(row))
    }
  }
  if (lines.length > 0) yield { position, lines }
}
