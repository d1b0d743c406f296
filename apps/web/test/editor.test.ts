// The editor's pure parts: steps back, two who write at once, marks under the field, and the search of the picker.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matching } from '../src/pages/editor/matching.ts'
import { lineChanges, mergedText } from '../src/pages/editor/line-changes.ts'
import { segmentsOf } from '../src/pages/editor/segments.ts'
import { changed, redone, startHistory, undone } from '../src/pages/editor/text-history.ts'

const at = (text: string) => ({ text, from: text.length, to: text.length })

describe('steps back', () => {
  test('typing without a pause is one step, a pause, a new line and an act are steps of their own', () => {
    let history = startHistory('')
    for (const [text, now] of [['a', 0], ['ab', 100], ['abc', 200], ['abc d', 5_000], ['abc d\n', 5_100], ['abc d\nx', 5_200]] as const) history = changed(history, at(text), now)
    history = changed(history, at('abc d\nx{{y}}'), null)
    const back: string[] = []
    for (let steps = 0; steps < 6; steps += 1) back.push((history = undone(history)).present.text)
    expect(back).toEqual(['abc d\nx', 'abc d', 'abc', '', '', ''])
    for (let steps = 0; steps < 6; steps += 1) history = redone(history)
    expect(history.present.text).toBe('abc d\nx{{y}}')
  })

  test('whatever is written and taken back, as many steps forth lead to the same text', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.option(fc.nat(10_000))), { maxLength: 30 }), fc.nat(10), (writes, steps) => {
      let history = startHistory('start')
      for (const [text, now] of writes) history = changed(history, at(text), now)
      const { present } = history
      const possible = Math.min(steps, history.past.length)
      for (let step = 0; step < possible; step += 1) history = undone(history)
      for (let step = 0; step < possible; step += 1) history = redone(history)
      expect(history.present.text).toBe(present.text)
    }), { seed: 3, numRuns: 200 })
  })
})

const text = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd'), { minLength: 1, maxLength: 9 }).map((lines) => lines.join('\n'))

describe('two who write at once', () => {
  test('the changes make the old lines the new ones', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const lines = before.split('\n')
      for (const change of lineChanges(lines, after.split('\n')).toReversed()) lines.splice(change.from, change.to - change.from, ...change.lines)
      expect(lines.join('\n')).toBe(after)
    }), { seed: 5, numRuns: 500 })
  })

  test('changes of different places are both in the text; of the same place neither is lost to a guess', () => {
    const base = '# T\n\nOne.\n\nTwo.\n\nThree.'
    expect(mergedText(base, base.replace('One', 'Mine'), base.replace('Three', 'Theirs'))).toBe('# T\n\nMine.\n\nTwo.\n\nTheirs.')
    expect(mergedText(base, base.replace('Two', 'Mine'), base.replace('Two', 'Theirs'))).toBeUndefined()
    expect(mergedText(base, base.replace('Two.', 'Two.\nMine.'), base.replace('Two.', 'Two.\nTheirs.'))).toBeUndefined()
    expect(mergedText(base, base.replace('Two', 'Same'), base.replace('Two', 'Same'))).toBe(base.replace('Two', 'Same'))
  })

  test('who has changed nothing gets what the other wrote, whichever of the two it is', () => {
    fc.assert(fc.property(text, text, (base, other) => {
      expect(mergedText(base, base, other)).toBe(other)
      expect(mergedText(base, other, base)).toBe(other)
    }), { seed: 6, numRuns: 200 })
  })
})

describe('marks under the field', () => {
  test('the pieces joined are the text, and the gravest mark wins', () => {
    expect(segmentsOf('abcdef', [{ from: 1, to: 5, kind: 'bound' }, { from: 2, to: 4, kind: 'changed' }, { from: 3, to: 4, kind: 'error' }])).toEqual([
      { text: 'a', kind: null }, { text: 'b', kind: 'bound' }, { text: 'c', kind: 'changed' }, { text: 'd', kind: 'error' }, { text: 'e', kind: 'bound' }, { text: 'f', kind: null }])
    const span = fc.record({ from: fc.nat(20), to: fc.nat(20), kind: fc.constantFrom('error' as const, 'asked' as const, 'bound' as const) })
    fc.assert(fc.property(fc.string({ maxLength: 15 }), fc.array(span, { maxLength: 6 }), (written, spans) => {
      expect(segmentsOf(written, spans).map((segment) => segment.text).join('')).toBe(written)
    }), { seed: 9, numRuns: 300 })
  })
})

test('a search finds by table, row, year and binding, all words of it', () => {
  const kinds = { figure: '', share: 'andel', band: 'ungefär', rate: 'per månad', direction: 'jämförelse' }
  const choice = (source: string, title: string, row: string | null, period: string, kind: keyof typeof kinds = 'figure') => ({ source, table: '', title, row, period, kind, printed: '1' })
  const all = [choice('incidents.year', 'Dokumenterade incidenter', null, '2019'), choice('incidents.previous', 'Dokumenterade incidenter', null, '2018'), choice('share sex[woman].block', 'Kön', 'Kvinna', '2017–2019', 'share')]
  const found = (query: string) => matching(all, query, kinds).map(({ source }) => source)
  expect(found('')).toHaveLength(3)
  expect(found('incident 2018')).toEqual(['incidents.previous'])
  expect(found('KVINNA andel')).toEqual(['share sex[woman].block'])
  expect(found('sex[')).toEqual(['share sex[woman].block'])
  expect(found('nothing')).toEqual([])
})
