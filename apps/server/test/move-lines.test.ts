// Where lines of an agenda go: by their titles, worded alike, moved, and gone.
import { expect, test } from 'vitest'
import { moveLines } from '../src/work/meetings/move-lines.ts'

const agenda = ['Läget sedan sist', 'Åtgärder från förra mötet', 'Nya åtgärder', 'Nästa möte']

test.each<readonly [string, readonly string[], readonly string[], readonly (number | null)[]]>([
  ['nothing changed', agenda, agenda, [0, 1, 2, 3]],
  ['one before them', agenda, ['Val av ordförande', ...agenda], [1, 2, 3, 4]],
  ['turned round', agenda, agenda.toReversed(), [3, 2, 1, 0]],
  ['a slip mended', ['Atgrder', 'Läget'], ['Läget', 'Åtgärder'], [1, 0]],
  ['words added, and words taken', ['Läget', 'Nya åtgärder för våren'], ['Läget just nu', 'Nya åtgärder'], [0, 1]],
  ['two changed places and were worded anew', ['Beslut om budget', 'Rapport från polisen'], ['Polisens rapport', 'Budgetbeslut'], [1, 0]],
  ['another subject in its place', ['Läget', 'Åtgärder'], ['Läget', 'Val av ordförande'], [0, null]],
  ['the same title twice', ['Paus', 'Läget', 'Paus'], ['Läget', 'Paus', 'Paus'], [1, 0, 2]],
  ['all taken away', agenda, [], [null, null, null, null]],
])('%s', (_, before, after, places) => {
  expect(moveLines(before, after)).toEqual(places)
})
