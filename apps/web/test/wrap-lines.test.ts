// Words under a column keep to their column when the page is zoomed, and lose nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapLines } from '../src/charts/wrap-lines.ts'

test('a wide column keeps its lines, a narrow one breaks them at spaces', () => {
  const lines = ['5,0 per mån', 'bara nov–dec']
  expect(wrapLines(lines, 117)).toEqual(lines)
  expect(wrapLines(lines, 66)).toEqual(['5,0 per', 'mån', 'bara', 'nov–dec'])
})

test('no word is lost, and only a word that is too long alone is wider than its column', () => {
  const words = fc.array(fc.stringMatching(/^[a-zåäö0-9,–]{1,12}$/u), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(words, fc.integer({ min: 8, max: 300 }), (line, width) => {
      const wrapped = wrapLines([line.join(' ')], width)
      expect(wrapped.join(' ')).toBe(line.join(' '))
      for (const part of wrapped) expect(part.length * 7.2 <= width || !part.includes(' ')).toBe(true)
    }),
    { seed: 20261126, numRuns: 300 },
  )
})
