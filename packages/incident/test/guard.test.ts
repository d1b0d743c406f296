// The guard at the keyboard, held to three labelled lists, to properties that hold for any text, and to hostile lengths.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSensitive, type SensitiveKind, sensitiveKinds, strikeSensitive } from '../src/index.ts'

type Labelled = { readonly language: string; readonly kind: SensitiveKind | '-'; readonly text: string; readonly from: number; readonly to: number }

/** A line: language, kind or "-", the sentence with its detail between ⟦ and ⟧. */
function readLabelled(name: string): readonly Labelled[] {
  const lines = readFileSync(new URL(`data/${name}.tsv`, import.meta.url), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [language = '', kind = '', marked = ''] = line.split('\t')
    return { language, kind: kind as SensitiveKind | '-', text: marked.replaceAll(/[⟦⟧]/g, ''), from: marked.indexOf('⟦'), to: marked.indexOf('⟧') - 1 }
  })
}

const lists = { 'guard-list': readLabelled('guard-list'), 'guard-second': readLabelled('guard-second'), 'guard-third': readLabelled('guard-third'), 'guard-fourth': readLabelled('guard-fourth') }
const all = Object.values(lists).flat()
const harmless = all.filter(({ kind }) => kind === '-')
const telling = all.filter(({ kind }) => kind !== '-')

/** Found where it is marked: the finding begins and ends inside the marked detail, and covers the most of it. */
const isFound = ({ text, from, to }: Labelled): boolean => findSensitive(text).some((one) => one.from >= from && one.to <= to && (one.to - one.from) * 2 >= to - from)

describe('on the labelled lists', () => {
  it('has two hundred sentences in the first list, half of them harmless, half in each language', () => {
    const list = lists['guard-list']
    expect(list).toHaveLength(200)
    expect(list.filter(({ kind }) => kind === '-')).toHaveLength(100)
    expect(list.filter(({ language }) => language === 'sv')).toHaveLength(100)
    expect(new Set(list.map(({ kind }) => kind))).toEqual(new Set(['-', ...sensitiveKinds]))
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  })
  it.each(['guard-list', 'guard-second', 'guard-third', 'guard-fourth'] as const)('finds at least 98 in 100 at their places, with at most 2 false alarms in 100: %s', (name) => {
    const list = lists[name]
    const missed = list.filter((one) => one.kind !== '-' && !isFound(one)).map(({ text }) => text)
    const alarms = list.filter((one) => one.kind === '-' && findSensitive(one.text).length > 0).map(({ text }) => text)
    const harmlessCount = list.filter(({ kind }) => kind === '-').length
    expect(missed.length / (list.length - harmlessCount), missed.join('\n')).toBeLessThanOrEqual(0.02)
    expect(alarms.length / harmlessCount, alarms.join('\n')).toBeLessThanOrEqual(0.02)
  })
  it('calls each detail what it is', () => {
    const wrong = telling.filter((one) => isFound(one) && !findSensitive(one.text).some(({ kind }) => kind === one.kind))
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
})

const found = (text: string): readonly string[] => findSensitive(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)

describe('where a rule turns', () => {
  it.each<[string, readonly string[]]>([
    ['850904-9980', ['personal-number 850904-9980']],
    ['850904-9981', []],
    ['personnummer 850904-9981', ['personal-number 850904-9981']],
    ['4111 1111 1111 1111', ['bank-card 4111 1111 1111 1111']],
    ['4111 1111 1111 1112', []],
    ['kort 4111 1111 1111 1112', ['bank-card 4111 1111 1111 1112']],
    ['4111 1111 1111 1111 12/27 123', ['bank-card 4111 1111 1111 1111']],
    ['bokningsnummer 0701740605', []],
    ['IBAN SE45 5000 0000 0583 9825 7466', []],
    ['07.00-15.00 och 2026-01-12 1430', []],
    ['020-50 50 50, 0771-11 44 00, 08000 121 700', []],
    ['07700 900 123', ['phone-number 07700 900 123']],
    ['maria.p@hotmail', ['email maria.p@hotmail']],
    ['i rummet 5 rumänska kvinnor, i rummet 5', ['room-number 5']],
    ['the company she works for is called Zeke', []],
    ['the man in the car is called Zeke', ['named-person Zeke']],
    ['Alina heter hon, Gatan heter den', ['named-person Alina']],
    ['070\u2011174\u00a006\u00a005', ['phone-number 070\u2011174\u00a006\u00a005']],
    ['\u202d0701740605\u202c', ['phone-number 0701740605']],
    ['０７０１７４０６０５', ['phone-number ０７０１７４０６０５']],
    ['070-174 06 05 2 personer', ['phone-number 070-174 06 05']],
    ['BMW 320 och ABC 320', ['vehicle-plate ABC 320']],
    ['ABI 320, AQV 12A, ABC 12O', []],
    ['mannen på hotellet heter Grigori', ['named-person Grigori']],
    ['mannen bor på ett hotell som heter Grigori', []],
    ['han heter maria, hon heter trött', ['named-person maria']],
    ['HON HETER MARIA OCH BOR HÄR', ['named-person MARIA']],
    ['rum 214 och 216', ['room-number 214 och 216']],
    ['rum 214 kr', []],
    ['look at booking.com', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

const piece = fc.oneof(
  fc.constantFrom(...all.map(({ text }) => text)),
  fc.constantFrom('070', '174 06 05', '+46', '(0)', '850904', '-9980', '4111', '1111', '@', '.se', 'heter ', 'Maria', ' rum ', '214', 'ABC', '123', ' ', '.', '-', '/', '\n', '\u00a0', 'kallas för ', 'is called ', '\ufffc', 'å\u0308', '😀'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
/** Sentences, and pieces of details that may grow together. */
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('on any text', () => {
  it('finds places in order, inside the text and apart from each other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const { from, to } of findSensitive(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { seed: 701, numRuns: 1000 },
    )
  })
  it.each(['[struket]', '[struck out]', '***', '█'])('finds nothing more after striking with %s', (mark) => {
    const sentences = fc.array(fc.constantFrom(...all.map(({ text }) => text)), { minLength: 1, maxLength: 5 }).map((some) => some.join(' '))
    fc.assert(
      fc.property(sentences, (text) => {
        const struck = strikeSensitive(text, findSensitive(text), mark)
        expect(found(struck)).toEqual([])
      }),
      { seed: 702, numRuns: 300 },
    )
  })
  it('strikes the places and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const findings = findSensitive(text)
        const kept = strikeSensitive(text, findings, '\ue000').split('\ue000')
        const places = findings.map(({ from, to }) => text.slice(from, to))
        fc.pre(!text.includes('\ue000'))
        expect(kept).toHaveLength(findings.length + 1)
        expect(kept.map((part, place) => part + (places[place] ?? '')).join('')).toBe(text)
      }),
      { seed: 703, numRuns: 1000 },
    )
  })
  it('finds nothing in text without figures, signs and capitals', () => {
    const word = fc.constantFrom('hon', 'heter', 'kallas', 'inte', 'något', 'till', 'möte', 'rum', 'bilen', 'the', 'is', 'called', 'named', 'room', 'for', 'name', 'det', 'polisen', 'trött', 'phone', 'card', 'kort', 'skylten', 'och', 'kvinnan')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (some) => {
        expect(found(some.join(' '))).toEqual([])
      }),
      { seed: 704, numRuns: 1000 },
    )
  })
  it('finds the same in a sentence whatever harmless sentences stand around it', () => {
    const quiet = harmless.map(({ text }) => text).filter((text) => found(text).length === 0)
    const around = fc.array(fc.constantFrom(...quiet), { maxLength: 3 })
    const between = fc.constantFrom(' ', '\n', '  ')
    fc.assert(
      fc.property(around, fc.constantFrom(...telling), around, between, (before, one, after, gap) => {
        const alone = found(one.text)
        const closed = /[.!?]$/.test(one.text) ? one.text : `${one.text}.`
        const padded = [...before.map(close), closed, ...after.map(close)].join(gap)
        expect(found(padded)).toEqual(alone)
      }),
      { seed: 705, numRuns: 1000 },
    )
  })
})

const close = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

describe('on long hostile text', () => {
  // What grows with the square of the length or worse does not end within the runner's patience at these lengths.
  const bits = ['a', 'A', '0', '1', '07', '0 ', '1-', '(0', '4111 ', 'a@', 'a.', '@a.', '(at)', 'heter ', 'heter heter', 'Maria ', 'heter Maria och ', 'Aa Aa-', 'rum ', 'rum 1', 'rum nr ', '214, ', '214-', 'två hundra ', 'ABC 12', 'abc', 'bil ', 'reg är ', 'ska ', 'name of ', 'is called ', 'som ', 'där ', 'å\u0308', ' ', '.', '"', 'kallas för ', 'enligt aa ', 'nok nok ']
  it.each(bits)('ends for 20,000 signs of %j', (bit) => {
    const text = bit.repeat(Math.ceil(20_000 / bit.length)).slice(0, 20_000)
    for (const { to } of findSensitive(text)) expect(to).toBeLessThanOrEqual(text.length)
  })
  it('ends for 20,000 signs of any two of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bits), fc.constantFrom(...bits), (one, other) => {
        const text = (one + other).repeat(Math.ceil(20_000 / (one + other).length))
        for (const { to } of findSensitive(text)) expect(to).toBeLessThanOrEqual(text.length)
      }),
      { seed: 706, numRuns: 30 },
    )
  })
})
