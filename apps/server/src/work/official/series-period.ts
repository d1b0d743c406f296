// The period of a value as publishers write it: 2019, 2019-04, 2019-Q1, and the short forms of statistical databases (2019K1, 2019M04).
import { type CivilDate, lastDayOfMonth } from '@lykta/incident'

export type SeriesPeriod = { readonly period: string; readonly from: CivilDate; readonly to: CivilDate }

const part = /^(\d{4})(?:[-\s]?(?:([KQH])([1-4])|M?(\d{2})))?$/iu

/** Undefined for anything else, and for a third half-year or a thirteenth month. */
export function findSeriesPeriod(text: string): SeriesPeriod | undefined {
  const found = part.exec(text.trim())
  if (!found) return undefined
  const [, year, letter, number, month] = found
  const pad = (value: number): string => String(value).padStart(2, '0')
  const span = (id: string, first: number, last: number): SeriesPeriod => ({ period: id, from: `${year}-${pad(first)}-01`, to: lastDayOfMonth(`${year}-${pad(last)}-01`) })
  if (letter !== undefined) {
    const [each, sign] = letter.toUpperCase() === 'H' ? [6, 'H'] : [3, 'Q']
    const at = Number(number)
    return at > 12 / each ? undefined : span(`${year}-${sign}${at}`, (at - 1) * each + 1, at * each)
  }
  if (month !== undefined) return Number(month) < 1 || Number(month) > 12 ? undefined : span(`${year}-${month}`, Number(month), Number(month))
  return span(String(year), 1, 12)
}
