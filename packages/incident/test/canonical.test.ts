// Canonical text: RFC 8785's own examples, NFC, and nothing but whole numbers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '../src/index.ts'

test('the order of RFC 8785, §3.2.3: by UTF-16 code units', () => {
  const keys = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' }
  const values = [...canonicalText(keys).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
  // The Hebrew letter's normal form is two characters, which come before the emoji as the one does in the RFC's list.
  expect(values).toEqual(['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Hebrew Letter Dalet With Dagesh', 'Euro Sign', 'Emoji: Grinning Face'])
})

test('strings are escaped as RFC 8785, §3.2.2.2, says', () => {
  expect(canonicalText({ string: '\u20ac$\u000f\nA\'B"\\\\"/' })).toBe(String.raw`{"string":"€$\u000f\nA'B\"\\\\\"/"}`)
})

test('letters written in two ways are one text', () => {
  expect(canonicalText({ 'å': ['Åsa'] })).toBe(canonicalText({ 'a\u030a': ['A\u030asa'] }))
})

test('only whole numbers, and only what JSON can hold', () => {
  for (const value of [0.5, Number.NaN, Infinity, 2 ** 53, undefined, [1.5], { a: { b: 0.1 } }]) expect(() => canonicalText(value)).toThrow('canonicalText')
  expect(canonicalText({ b: -1, a: [null, true, 9007199254740991] })).toBe('{"a":[null,true,9007199254740991],"b":-1}')
})

test('the order of keys makes no difference, and the text reads back', () => {
  const value = fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => text.normalize('NFC')).filter((key) => key !== '__proto__'), fc.oneof(fc.maxSafeInteger(), fc.boolean(), fc.constant(null)))
  fc.assert(fc.property(value, (object) => {
    const turned = Object.fromEntries(Object.entries(object).toReversed())
    expect(canonicalText(turned)).toBe(canonicalText(object))
    // JSON has one zero.
    expect(JSON.parse(canonicalText(object))).toEqual(JSON.parse(JSON.stringify(object)))
  }), { seed: 8785 })
})

test('values in any mixture of spellings, keys included, come out as their normal form does', () => {
  const text = fc.array(fc.constantFrom('a', 'A\u030a', '\u00c5', 'e\u0301', '\u00e9', '\u0344', ' '), { maxLength: 4 }).map((parts) => parts.join(''))
  const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.dictionary(text, fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { maxLength: 3 }), { maxKeys: 3 }))
  fc.assert(fc.property(value, (mixed) => {
    const normal: unknown = JSON.parse(JSON.stringify(mixed).normalize('NFC'))
    expect(canonicalText(mixed)).toBe(canonicalText(normal))
  }), { seed: 15 })
})
