// Which state of the printed years an entry of the ledger is of, where years were printed anew and words were mended.
import type { ProtectedTable } from '@lykta/disclosure'
import { expect, test } from 'vitest'
import type { ReadEdition, ReadEntry } from '../../apps/server/src/work/ledger.ts'
import { statesIn } from '../../apps/server/src/work/ledger-states.ts'

const edition = (id: string, year: number, asOf: number, digest: string, anew = false): ReadEdition =>
  ({ id, kind: 'edition', audience: 'public', digest: id, year, asOf, plan: 'annual-1', policy: 'default-public-1', tables: [{ digest } as ProtectedTable], anew })
const outside: ReadEntry = { id: 'paper', kind: 'outside', audience: 'public', digest: 'p', source: '', figures: [] }
const idsOf = (ledger: readonly ReadEntry[], next?: { year: number; position: number }) => statesIn(ledger, next).printed.map((list) => list.map(({ id }) => id))

const [of2018, of2019, anew] = [edition('2018', 2018, 5, 'a'), edition('2019', 2019, 8, 'b'), edition('2018-anew', 2018, 9, 'c', true)]

test('a state ends where a year is counted anew, by an entry or by the revision that is being made', () => {
  expect(statesIn([of2018, anew, of2019], { year: 2019, position: 12 }).revisions).toEqual([{ year: 2018, position: 9 }, { year: 2019, position: 12 }])
  expect(idsOf([of2018, anew, outside, of2019], { year: 2019, position: 12 })).toEqual([['2018'], ['2018-anew', 'paper', '2019'], []])
  expect(statesIn([of2018, of2019])).toEqual({ revisions: [], printed: [[of2018, of2019]] })
})

test('an edition in words alone is of the state whose tables it prints, though it was entered after a year was counted anew', () => {
  expect(idsOf([of2018, of2019, anew, edition('2019-words', 2019, 8, 'b'), edition('anew-words', 2018, 9, 'c')])).toEqual([['2018', '2019', '2019-words'], ['2018-anew', 'anew-words']])
})
