// The legal grounds of a disclosure: every code once, in both languages, with its source; and as the database takes codes.
import { expect, test } from 'vitest'
import { legalGroundCodes, legalGrounds } from '@lykta/incident'

test('every ground has its paragraph, its words and what it asks for, in both languages', () => {
  expect(legalGrounds.map(({ code }) => code)).toEqual(legalGroundCodes)
  for (const { code, giver, source, words, note } of legalGrounds) {
    expect(code).toMatch(/^[a-z][a-z0-9-]{0,39}$/)
    expect([code, source]).toEqual([code, expect.stringMatching(/^(?:OSL \d|SoL \d|GDPR (?:art\.|skäl) |BrB \d|Lag \(\d{4}:\d+\))/)])
    // What rests on the secrecy act is for authorities, and nothing else is.
    expect([code, giver === 'authority']).toEqual([code, source.startsWith('OSL') || source.startsWith('Lag')])
    for (const language of ['sv', 'en'] as const) expect([code, words[language].length > 2 && note[language].endsWith('.')]).toEqual([code, true])
    expect([code, words.sv === words.en]).toEqual([code, false])
  }
})
