// An example that is too close to the text that it was made from is refused; one in words of its own is not.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closenessTo } from '../src/pages/examples/too-close.ts'

const original = 'Kvinnan satt i receptionen och väntade medan en man betalade för rummet kontant, och hon svarade inte när jag frågade hur länge hon skulle stanna.'

test('the text itself, a part of it, and one with other commas and capitals are too close', () => {
  for (const text of [original, 'en man betalade för rummet kontant', 'EN MAN, betalade – för RUMMET!', 'Kontant betalade en man rummet, väntade receptionen medan kvinnan satt']) expect(closenessTo([original], text), text).toBeDefined()
  expect(closenessTo([original], 'Det var så att en man betalade för rummet.')).toEqual({ kind: 'run', words: 'en man betalade för rummet' })
})

test('of several texts each is compared, also those that nobody chose', () => {
  expect(closenessTo(['något annat helt och hållet', original], 'en man betalade för rummet')).toBeDefined()
})

test('other words for the same are let through, and without a text everything', () => {
  for (const text of ['Någon annan stod för betalningen och svarade på alla frågor.', 'En gäst fick inte själv tala med personalen.']) expect(closenessTo([original], text), text).toBeUndefined()
  expect(closenessTo([], original)).toBeUndefined()
  expect(closenessTo([''], 'Vad som helst står här.')).toBeUndefined()
})

test('whatever a text says, saying it again is too close', () => {
  const words = fc.array(fc.stringMatching(/^[a-zåäö]{2,9}$/), { minLength: 2, maxLength: 30 })
  fc.assert(fc.property(words, (said) => {
    expect(closenessTo([said.join(' ')], said.join(', '))).toBeDefined()
  }), { seed: 4, numRuns: 200 })
})
