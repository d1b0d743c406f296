// When an incident happened, in words: what nobody knows is no span of years.
import { expect, test } from 'vitest'
import type { NetworkAnswer } from '../../server/src/api/types.ts'
import { messagesIn } from '../src/messages/messages.ts'
import { occurredWords } from '../src/pages/incidents/incident-words.ts'

const network = { network: { collectionStart: '2024-01-01' } } as NetworkAnswer
const inWords = (from: string, to: string, about: boolean, language: 'sv' | 'en' = 'sv') =>
  occurredWords({ occurred: { from, to, about }, reportedOn: '2026-11-26' }, network, language, messagesIn[language])

test('an unknown date is called unknown, in both languages', () => {
  expect(inWords('2024-01-01', '2026-11-26', true)).toBe('Okänt datum')
  expect(inWords('2024-01-01', '2026-11-26', true, 'en')).toBe('Date unknown')
})

test('a span that somebody gave stays a span, and about a day stays about it', () => {
  expect(inWords('2024-01-01', '2026-11-26', false)).toBe('1 januari 2024 – 26 november 2026')
  expect(inWords('2024-01-01', '2026-11-25', true)).toBe('omkring 1 januari 2024 – 25 november 2026')
  expect(inWords('2026-03-01', '2026-03-01', true)).toBe('omkring 1 mars 2026')
})
