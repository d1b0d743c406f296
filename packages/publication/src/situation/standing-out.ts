// What stands out in a situation report: of shown, exact numbers of incidents alone.
import type { ProtectedCell } from '@lykta/disclosure'
import { findStandingOut, type Looked, type Period, type StandsOut } from '@lykta/statistics'
import { shownCell } from '../binding/edition.ts'
import { isComparable, monthOf } from './comparable.ts'
import type { SituationInput } from './situation.ts'
import { toldParts } from './told-parts.ts'
import { windowCells } from './window-cells.ts'

export type Standing = StandsOut & {
  /** Equally long, and collected for as long: what was compared with what, or could be were the numbers shown; null where there are no two such. */
  readonly periods: { readonly before: Period; readonly now: Period } | null
}

const none: Standing = { ...findStandingOut([]), periods: null }

/**
 * Everything counted in incidents that is shown exactly for both periods: the total, each step that the incidents' own answers tell, each
 * row of each breakdown. The network's own steps are shown of one period alone, and the newer one has had less time to come far.
 */
export function standingOut(input: SituationInput): Standing {
  if (input.windows) {
    const { before, now, tables } = input.windows
    if (!isComparable(before, now)) return none
    const looked = tables.filter(({ id, unit }) => unit === 'incident' && !isBeside(id)).flatMap((table) => {
      const each = [{ id: table.id, cells: table.base }, ...table.rows.map(({ codes, cells }) => ({ id: `${table.id}/${codes.join('/')}`, cells }))]
      return each.filter(({ id }) => !/\/(?:unknown|not-asked)$/.test(id) && (table.by.length === 0 || id !== table.id)).flatMap(({ id, cells }) => {
        const found = windowCells(table, cells)
        return found.kind === 'each' ? lookedAt(id, found.now, now, found.before, before) : []
      })
    })
    return { ...findStandingOut(looked), periods: { before, now } }
  }
  const [before, now] = toldParts(input.told).slice(-2)
  if (!before || !now || monthOf(now.period.from) !== monthOf(before.period.to) + 1 || !isComparable(before.period, now.period)) return none
  return { ...findStandingOut(lookedAt('incidents', now.cell, now.period, before.cell, before.period)), periods: { before: before.period, now: now.period } }
}

/** What stands beside a figure ("policeContacted.unknown"), or is a class of the own chain ("chain.contact"). A row's code has dots of its own. */
const isBeside = (table: string): boolean => table.includes('.')

function lookedAt(id: string, now: ProtectedCell, nowIn: Period, before: ProtectedCell, beforeIn: Period): readonly Looked[] {
  const [later, earlier] = [shownCell(now), shownCell(before)]
  if (!later || !earlier || later.atLeast || earlier.atLeast) return []
  return [{ id, now: { count: later.count, months: nowIn.months }, before: { count: earlier.count, months: beforeIn.months } }]
}

