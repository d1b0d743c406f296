// Sheets as they are typed: what is a row at all, and where what was found wrong belongs.
import { problem, ProblemError } from '@lykta/incident'
import { makeRecovery, readSheet, renderSheet, sheetRows, splitRecovery } from '@lykta/seal'
import { expect, test } from 'vitest'
import { emptySheets, errorsOf, findRows, missingRows, textOf, withRow } from '../../src/pages/found/typed-sheets.ts'

test('rows typed with or without their number make the sheet that was printed', async () => {
  const [sheet] = await splitRecovery(await makeRecovery())
  const rows = sheetRows(sheet!).map(({ code, word }) => `${code} ${word}`)
  expect(missingRows([rows, rows])).toEqual([])
  expect(readSheet(textOf(rows), 'network')).toEqual(sheet)
  expect(readSheet(textOf(rows.map((row, index) => ` ${index + 1}. ${row.toLowerCase()} `)), 'network')).toEqual(sheet)
})

test('a row without its word, or with too few characters, is missing before any work is done', () => {
  const typed = withRow(withRow(emptySheets, 0, 0, '7K3M-Q9WE-04AB-ZZ12 lantern'), 1, 2, '7K3M-Q9WE-04AB-ZZ12')
  expect(missingRows(typed).map(({ sheet, row }) => [sheet, row])).toEqual([[0, 1], [0, 2], [0, 3], [1, 0], [1, 1], [1, 2], [1, 3]])
  expect(missingRows([['7K3M lantern'], []])).toHaveLength(1)
})

test('what the test of the sheets found stands at its sheet and row; a defect is no mistake of the typist', () => {
  const thrown = new ProblemError([
    problem('seal.sheet-row-mistyped', { row: 3 }, { group: 2 }), problem('seal.sheet-foreign', { sheet: 1 }, { group: 1 }), problem('seal.sheets-too-few', { sheets: 1 }), problem('seal.version-unknown', { version: 2 }, { group: 2 }),
  ])
  expect(errorsOf(thrown).map(({ sheet, row, fault }) => [sheet, row, fault])).toEqual([[1, 2, 'row-wrong'], [0, null, 'foreign'], [1, null, 'same'], [1, null, 'other']])
  expect(() => errorsOf(new TypeError('x'))).toThrow(TypeError)
})

test('a whole sheet that is pasted fills its four rows; anything else is left to the field', async () => {
  const [sheet] = await splitRecovery(await makeRecovery())
  const text = renderSheet(sheet!, { network: '11111111-1111-4111-8111-111111111111', genesis: 'ab'.repeat(32) })
  const rows = findRows(`Återställningsblad 1 av 3\r\n\n${text}\nFörvara bladet inlåst.`)
  expect(readSheet(textOf(rows!), 'network')).toEqual(sheet)
  expect(findRows(text.split('\n').slice(0, -2).join('\n'))).toBeUndefined()
  expect(findRows(text + text)).toBeUndefined()
  expect(findRows('7K3M-Q9WE-04AB-ZZ12 lantern')).toBeUndefined()
})
