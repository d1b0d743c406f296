// The checker against lists of sentences: what must be asked about is, what is harmless is left alone, and both rates have a bar.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Language } from '@lykta/incident'
import { checkProse, type Finding, findingCodes } from '../src/index.ts'
import { editionInput, ownTemplate, sampleTables } from './support/sample-edition.ts'

const tables = await sampleTables()
const rounds = ['round1', 'round2', 'round3', 'round4', 'round5'] as const
const languages = ['sv', 'en'] as const

const read = (name: string): string => readFileSync(new URL(`data/checker/${name}`, import.meta.url), 'utf8')
const listOf = (kind: 'harmless' | 'flagged', language: Language): readonly string[] => rounds.flatMap((round) => read(`${round}-${kind}.${language}.txt`).trim().split('\n'))
const check = (sentence: string, language: Language): readonly Finding[] => checkProse(editionInput(tables, language, {}, `# Title\n\nSubtitle.\n\n${sentence}\n`))

describe.each(languages)('in %s', (language) => {
  test('at most one harmless sentence in twenty raises an alarm', () => {
    const sentences = listOf('harmless', language)
    expect(sentences.length).toBeGreaterThanOrEqual(120)
    const alarms = sentences.filter((sentence) => check(sentence, language).length > 0)
    expect(alarms.length / sentences.length, alarms.join('\n')).toBeLessThanOrEqual(0.05)
  })

  test('at least nineteen of twenty sentences are asked about, under the right code', () => {
    const sentences = listOf('flagged', language).map((line) => line.split('\t') as [string, string])
    expect(sentences.length).toBeGreaterThanOrEqual(120)
    const missed = sentences.filter(([code, sentence]) => !check(sentence, language).some((finding) => finding.code === code))
    expect(1 - missed.length / sentences.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test('the program’s own template raises no question', () => {
    expect(checkProse(editionInput(tables, language))).toEqual([])
    expect(checkProse(editionInput([], language))).toEqual([])
  })

  test('every code has a sentence that is flagged with it', () => {
    const listed = new Set(listOf('flagged', language).map((line) => line.split('\t')[0]))
    expect(findingCodes.filter((code) => !listed.has(code))).toEqual(['follow-up-unequal'])
  })
})

type Quoted = { readonly text: string; readonly codes: readonly string[]; readonly words: readonly string[] }
const seed = JSON.parse(read('seed.json')) as { readonly sentences: readonly Quoted[] }

test.each(seed.sentences)('the first network’s own sentence: $text', ({ text, codes, words }) => {
  const findings = check(text, 'sv')
  const found = findings.map(({ code }) => code)
  for (const code of codes) expect(found).toContain(code)
  const told = findings.map(({ values }) => values.word)
  for (const word of words) expect(told).toContain(word)
})

test('a typed digit, or a number word, is never overlooked beside something harmless', () => {
  for (const around of ['Den 3 mars 2019 kom 4 personer.', 'Enligt 6 kap. 11 § dömdes 4 personer.', 'Ring 112, sade 4 personer.', 'I tabell 2 står 4 personer.', 'Under 2019 var det 4 personer.', 'På telefon 042-10 50 00 ringde 4 personer.']) {
    expect(check(around, 'sv').map(({ values }) => values.word), around).toEqual(['4'])
  }
  for (const around of ['On 3 March 2019, four persons came.', 'Under section 11 of chapter 6, four persons were sentenced.', 'In table 2 there are four persons.', 'Of the 2019 incidents, four were reported.']) {
    expect(check(around, 'en').map(({ values }) => values.word), around).toContain('four')
  }
})

test('a year that counts is a number', () => {
  expect(check('Det var 2019 incidenter.', 'sv').map(({ code }) => code)).toEqual(['number-typed'])
  expect(check('There were 2019 incidents.', 'en').map(({ code }) => code)).toEqual(['number-typed'])
})

test('the template of the other language is read with its own words', () => {
  expect(check('Tre personer.', 'en')).toEqual([])
  expect(check('Three persons.', 'sv')).toEqual([])
  expect(ownTemplate('sv')).not.toBe(ownTemplate('en'))
})
