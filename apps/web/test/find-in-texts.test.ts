// Searching opened texts: all words, whatever their case, with the places marked and nothing of the text lost between them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInTexts } from '../src/pages/sharing/find-in-texts.ts'

const text = (words: string, ref = 'A') => ({ ref, text: words })
const marked = (query: string, words: string) => findInTexts([text(words)], query, 'sv')[0]?.parts.map(({ text: part, hit }) => (hit ? `[${part}]` : part)).join('')

test('marks every word where it stands', () => {
  expect(marked('bil ÅNGA', 'Ångan från en bil, en annan bil.')).toBe('[Ånga]n från en [bil], en annan [bil].')
  expect(marked('bil', 'Inget.')).toBe(undefined)
  expect(marked('bil tåg', 'En bil.')).toBe(undefined)
  expect(marked('  ', 'En bil.')).toBe(undefined)
  // The longer of two that begin together.
  expect(marked('hotell hot', 'Hotellet')).toBe('[Hotell]et')
})

test('shows the surroundings of the first place in a long text', () => {
  const long = `${'x '.repeat(500)}mitten${' y'.repeat(500)}`
  const shown = marked('mitten', long)!
  expect(shown).toMatch(/^… .*\[mitten\].* …$/)
  expect(shown.length).toBeLessThan(400)
})

test('whatever is written, what is shown stands in the text, and every hit is one of the words', () => {
  fc.assert(fc.property(fc.string({ maxLength: 80, unit: 'grapheme' }), fc.string({ minLength: 1, maxLength: 3 }), (words, query) => {
    const [hit] = findInTexts([text(words)], query, 'en')
    if (!hit) return true
    const lower = words.toLocaleLowerCase('en')
    const all = query.trim().toLocaleLowerCase('en').split(/\s+/u)
    return hit.parts.some((part) => part.hit) && hit.parts.every((part) => (part.hit ? all.includes(part.text.toLocaleLowerCase('en')) : true))
      && hit.parts.filter(({ text: part }) => part !== '… ' && part !== ' …').map((part) => part.text).join('').toLocaleLowerCase('en') === lower
  }), { seed: 38, numRuns: 400, verbose: 0 })
})
