// Who was met again: in a town the difference of two printed numbers of persons may be one person, so it is protected like a cell.
import { describe, expect, test } from 'vitest'
import type { CountInput } from '@lykta/statistics'
import { defaultPolicies, protect, type ProtectedTable } from '../src/index.ts'
import { independentAttack } from './support/independent-attack.ts'
import { collection, requestFor } from './support/request.ts'
import { type Alike, printed, registerOf } from './support/small-register.ts'

const policy = defaultPolicies.public

/** Thirty incidents a year with a person each. `met`: a person who is met in each of those years. */
function town(...met: readonly (readonly number[])[]): CountInput {
  const years = [2017, 2018, 2019].map((year): Alike => ({ times: 30, year }))
  return registerOf([...years, ...met.flatMap((list, index) => list.map((year): Alike => ({ times: 1, year, by: index % 5, persons: [{ personRef: `p${index}` }] })))])
}

const editionOf = async (input: CountInput): Promise<readonly ProtectedTable[]> => (await protect(requestFor(input))).tables
const totals = (tables: readonly ProtectedTable[]): readonly string[] => ['persons', 'persons.occurrences', 'sex', 'ageGroup'].map((id) => printed(tables, id).base)
const exposed = async (input: CountInput, tables: readonly ProtectedTable[]): Promise<readonly string[]> => (await independentAttack(input, collection, policy, tables)).exposed.map(({ cell, low, high }) => `${cell}: ${low}–${high}`)
const shownIn = (tables: readonly ProtectedTable[], id: string, period: string, count: number): readonly ProtectedTable[] =>
  tables.map((one) => (one.id === id ? { ...one, base: one.base.map((cell, index) => (one.periods[index]!.id === period ? { state: 'shown', count, atLeast: false } : cell)) } : one))

test('nobody was noted as met before: persons by year and by block, and occurrences, all stand', async () => {
  const input = town()
  const tables = await editionOf(input)
  expect(totals(tables)).toEqual(['30 30 30', '30 30 30', '90', '90'])
  expect(await exposed(input, tables)).toEqual([])
})

describe('one person who was met twice in a year', () => {
  const input = town([2018, 2018])

  test('is not told: the occurrences of that year give way, and the persons stand', async () => {
    const tables = await editionOf(input)
    expect(totals(tables)).toEqual(['30 31 30', '30 × 30', '91', '91'])
    expect(await exposed(input, tables)).toEqual([])
  })
  test('would be: an attacker written apart subtracts the one from the other', async () => {
    expect(await exposed(input, shownIn(await editionOf(input), 'persons.occurrences', '2018', 32))).toContain('again 2018: 1–1')
  })
})

describe('one person who was met in two years', () => {
  const input = town([2017, 2019])

  test('is not told: the persons of the block give way, wherever they stand, and those of the years stand', async () => {
    const tables = await editionOf(input)
    expect(totals(tables)).toEqual(['31 30 31', '31 30 31', '×', '×'])
    expect(await exposed(input, tables)).toEqual([])
  })
  test('would be: an attacker written apart adds up the years', async () => {
    expect(await exposed(input, shownIn(await editionOf(input), 'sex', '2017-2019', 91))).toContain('years 2017+2018+2019 2017-2019: 1–1')
  })
})

test('six who were met again may be told', async () => {
  const twice = Array.from({ length: 6 }, (): readonly number[] => [2019, 2019])
  const later = Array.from({ length: 6 }, (): readonly number[] => [2018, 2019])
  const input = town(...twice, ...later)
  const tables = await editionOf(input)
  expect(totals(tables)).toEqual(['30 36 42', '30 36 48', '102', '102'])
  expect(await exposed(input, tables)).toEqual([])
})

test('whoever met the one twice itself learns nothing of the others, and nobody is told of her', async () => {
  const input = registerOf([...[2017, 2018, 2019].map((year): Alike => ({ times: 30, year })), { times: 2, year: 2018, by: 0, persons: [{ personRef: 'own' }] }, { times: 1, year: 2018, by: 1, persons: [{ personRef: 'both' }] }, { times: 1, year: 2018, by: 2, persons: [{ personRef: 'both' }] }])
  const tables = await editionOf(input)
  expect(totals(tables)).toEqual(['30 32 30', '30 × 30', '92', '92'])
  for (const member of ['org-0', 'org-1', 'org-3']) expect((await independentAttack(input, collection, policy, tables, 2019, {}, member)).exposed).toEqual([])
})
