// Counts persons from the lines that the register keeps of each incident's persons: PostgreSQL says which, and joins them.
import type { Counted } from './collected-incidents.ts'
import { partPersons } from './memory.ts'
import { entryUnits } from './person-units.ts'
import { isTotalOfPersons, tallyPersons } from './persons.ts'
import { readPersonLines } from './read-persons.ts'
import type { Aggregates } from './sql-incidents.ts'
import type { SqlCount } from './sql-scope.ts'
import { type Tally, wantedOf } from './tally.ts'

/** What incidents without a person entry do to the totals. */
export function personTotals(tallies: readonly Tally[], overIncidents: Aggregates): void {
  for (const tally of tallies.filter(isTotalOfPersons)) {
    const open = overIncidents.add('bool_or(not persons_known)')
    overIncidents.whenRead((row) => {
      if (row.values[open] === 1) for (const period of row.periods) tally.base[period]!.atLeast = true
    })
  }
}

/** All person tables; `apart`: incidents that PostgreSQL leaves out, whose persons may be in others too. */
export async function countPersons(count: SqlCount, tallies: readonly Tally[], apart: readonly Counted[]): Promise<void> {
  if (tallies.length === 0) return
  const { plain, linked } = readPersonLines(await count.texts('persons'))
  const beside = partPersons(apart, tallies)
  tallyPersons(tallies, [plain, entryUnits(beside.plain, wantedOf(tallies))], [...linked, ...beside.linked])
}
