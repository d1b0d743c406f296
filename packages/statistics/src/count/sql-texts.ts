// What incidents answer, a line each: PostgreSQL joins the lines by place; read-….ts takes them apart.
import type { Place } from './places.ts'

/** The texts of one place, joined by line feeds, for each column that was asked for; null when no fact has any. */
export type Texts = Place & { readonly texts: readonly (string | null)[] }

/** The texts of one column. */
export type PlaceText = Place & { readonly text: string }

export type TextsOf = (column: string, condition?: string) => Promise<readonly PlaceText[]>

/** Lines of a column, those without anything left out. What is asked for within one turn of the event loop is asked of the database together. */
export function textsCollector(askTexts: (columns: readonly string[]) => Promise<readonly Texts[]>): TextsOf {
  let collecting: { readonly columns: string[]; readonly rows: Promise<readonly Texts[]> } | undefined
  const known = new Map<string, Promise<readonly PlaceText[]>>()
  return (column, condition = 'true') => {
    const expression = condition === 'true' ? `nullif(${column}, '')` : `case when ${condition} then nullif(${column}, '') end`
    const answered = known.get(expression)
    if (answered) return answered
    if (!collecting) {
      const columns: string[] = []
      const rows = Promise.resolve().then(() => {
        collecting = undefined
        return askTexts(columns)
      })
      collecting = { columns, rows }
    }
    const { columns, rows } = collecting
    const index = columns.push(expression) - 1
    const texts = rows.then((found) => found.map((row) => ({ periods: row.periods, organisation: row.organisation, text: row.texts[index] ?? '' })))
    known.set(expression, texts)
    return texts
  }
}

