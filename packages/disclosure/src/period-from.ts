// The period that an id names, in the words of the printed tables: "2019", "2017-2019", "2019-04", "2019-Q1", "2019-H2".
import { type Collection, mergePeriods, partsOfYear, type Period, yearPeriods } from '@lykta/statistics'

/** Undefined for what names none, and for years that no network can have collected in. */
export function periodFrom(id: string, collection: Collection): Period | undefined {
  const [, first, second] = /^(\d{4})(?:-(\d{2}|\d{4}|Q\d|H\d))?$/.exec(id) ?? []
  if (first === undefined || Number(first) < 1900) return undefined
  if (second === undefined) return yearPeriods(Number(first), Number(first), collection)[0]
  if (second.length === 4) {
    const last = Number(second)
    return last > Number(first) && last < Number(first) + 100 ? mergePeriods(yearPeriods(Number(first), last, collection), collection) : undefined
  }
  const months = second.startsWith('Q') ? 3 : second.startsWith('H') ? 6 : 1
  return partsOfYear(Number(first), months, collection).find((part) => part.id === id)
}
