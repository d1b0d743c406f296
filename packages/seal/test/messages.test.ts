// The sentences: one for every code that the room gives, in both languages, with the same values.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSealText } from '@lykta/seal'
import { expect, test } from 'vitest'
import { sentencesEn } from '../src/messages/en.ts'
import { sentencesSv } from '../src/messages/sv.ts'

const source = join(import.meta.dirname, '..', 'src')

/** Worded by the server already, since the command line needs them: apps/server/src/messages. */
const elsewhere = [
  'seal.body-damaged', 'seal.body-of-other-key', 'seal.identity-file-damaged', 'seal.key-damaged', 'seal.key-of-other-epoch', 'seal.passphrase-wrong',
  'seal.text-malformed', 'seal.version-unknown', 'seal.work-factor-refused',
]
const codes = [...new Set(
  globSync('**/*.ts', { cwd: source }).filter((file) => !file.startsWith('messages'))
    .flatMap((file) => readFileSync(join(source, file), 'utf8').match(/(?<=')(?:seal|membership)\.[a-z-]+(?=')/g) ?? []),
)]

test('every code in the source has one, and none is left over', () => {
  expect(codes.length).toBeGreaterThan(60)
  expect(Object.keys(sentencesSv).sort()).toEqual(codes.filter((code) => !elsewhere.includes(code)).sort())
  expect(Object.keys(sentencesEn).sort()).toEqual(Object.keys(sentencesSv).sort())
})

test('both languages say the same values, in whole sentences', () => {
  const values = { seq: 41, row: 42, sheet: 43, found: 44, expected: 45 }
  for (const code of Object.keys(sentencesSv)) {
    const [sv = '', en = ''] = [findSealText(code, 'sv', values), findSealText(code, 'en', values)]
    expect(sv.match(/4\d/g)?.sort(), code).toEqual(en.match(/4\d/g)?.sort())
    for (const text of [sv, en]) expect(text, code).toMatch(/^[A-ZÅÄÖ][^!]*\.$/)
  }
})

test('a code of another room has none here', () => {
  expect(findSealText('import.date-invalid', 'sv')).toBeUndefined()
  expect(findSealText('toString', 'en')).toBeUndefined()
})
