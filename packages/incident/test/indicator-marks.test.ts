// Marks of indicators: databases hold them, so each keeps the one that it has.
import { createHash } from 'node:crypto'
import { indicatorMark, markedIndicators, placeOfMark, shippedIndicators, writeIndicatorsLine } from '@lykta/incident'
import { expect, test } from 'vitest'

/** SHA-256 of the list's beginning: one that grows gets a second line here, and a migration that has the facts made anew. */
const frozen: readonly (readonly [length: number, sha256: string])[] = [
  [133, '0a375f877f910d2b7d09123e379e2cb0f83857f150271288d101e2822bcab423'],
]

test('stay what they are', () => {
  for (const [length, sha256] of frozen) {
    expect(createHash('sha256').update(markedIndicators.slice(0, length).join('\n')).digest('hex')).toBe(sha256)
  }
  expect(markedIndicators).toHaveLength(frozen.at(-1)![0])
})

test('stand for every shipped indicator, and are read as they are written', () => {
  expect(shippedIndicators.map(({ id }) => id).filter((id) => !markedIndicators.includes(id))).toEqual([])
  for (const [place, id] of markedIndicators.entries()) {
    const mark = indicatorMark(id)
    expect(mark).toMatch(/^[A-Z][0-9a-z]$/)
    expect(placeOfMark(mark.charCodeAt(0), mark.charCodeAt(1))).toBe(place)
  }
  expect(new Set(markedIndicators.map(indicatorMark)).size).toBe(markedIndicators.length)
})

test('are never found where another stands, and one that has none is written out', () => {
  const line = writeIndicatorsLine([...markedIndicators, 'labour.x-own', 'general.x-a0'])
  expect(line.endsWith('{labour.x-own}{general.x-a0}')).toBe(true)
  for (const [place, id] of markedIndicators.entries()) expect(line.indexOf(indicatorMark(id))).toBe(place * 2)
  expect(line.split(indicatorMark(markedIndicators[0]!))).toHaveLength(2)
})
