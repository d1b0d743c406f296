// Whether a question was put at all: "nobody was offered support" and "nobody was asked about it" are different things.
import type { Period } from '@lykta/statistics'
import { type Edition, shownCell } from './edition.ts'

/** False when the figure is zero, nobody's answer is unknown, and some are shown as not asked: the zero says nothing. */
export function wasAskedAbout({ tables }: Edition, id: string, period: Period): boolean {
  const shown = (table: string): number | undefined => {
    const found = tables.get(table)
    return shownCell(found?.base[found.periods.findIndex(({ from, to }) => from === period.from && to === period.to)])?.count
  }
  return !(shown(id) === 0 && shown(`${id}.unknown`) === 0 && (shown(`${id}.notAsked`) ?? 0) > 0)
}
