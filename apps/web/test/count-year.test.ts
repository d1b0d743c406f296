// Answers of a year that is over: counted over those who were members then.
import type { Organisation } from '@lykta/incident'
import { expect, test } from 'vitest'
import { countYear } from '../src/pages/meetings/count-year.ts'

const organisation = (id: string, joined: string | null, left: string | null): Organisation => ({ id, code: id, name: id, sector: 'civil-society', joined, left })
const organisations = [
  organisation('Öster', '2020-01-01', null), organisation('Gick', '2020-01-01', '2025-12-10'), organisation('Kom', '2026-01-12', null), organisation('Utanför', null, null), organisation('Gick förut', '2020-01-01', '2024-12-31'),
]
const answer = (id: string, year: number, code: 'seen' | 'not-looked') => ({ organisation: id, year, subject: 'labour', answer: code } as const)
const answers = [answer('Gick', 2025, 'seen'), answer('Gick förut', 2024, 'seen'), answer('Öster', 2024, 'not-looked')]

test('whoever answered and left is counted, and whoever came afterwards is not missed', () => {
  const { members, count } = countYear(organisations, answers, 2025)
  expect(members.map(({ name }) => name)).toEqual(['Gick', 'Öster'])
  expect(count('labour')).toEqual({ seen: 1, 'not-seen': 0, 'not-looked': 0, missing: 1 })
  expect(count('begging')).toEqual({ seen: 0, 'not-seen': 0, 'not-looked': 0, missing: 2 })
})

test('a year counts over its own members, from the first day of membership to the last', () => {
  expect([2019, 2024, 2026].map((year) => countYear(organisations, answers, year).members.map(({ id }) => id))).toEqual([[], ['Gick', 'Gick förut', 'Öster'], ['Kom', 'Öster']])
  expect(countYear(organisations, answers, 2024).count('labour')).toEqual({ seen: 1, 'not-seen': 0, 'not-looked': 1, missing: 1 })
})
