// What an authority's network computes without a register: number patterns, masked texts, decisions that fit together, and the 72-hour clock.
import {
  addPassage, type BreachContent, breachClock, clockOfInstant, type ExtractDecision, findBreachFault, findExtractFault, findPattern, instantOfClock, joinBreachText, maskText, type MaskGround, renderDiaryNumber, secrecyGrounds, splitBreachText,
} from '@lykta/incident'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'

describe('the pattern of register numbers', () => {
  test.each([
    ['LYK YYYY-####', 'LYK 2026-0042'], ['ÅÅÅÅ-#', '2026-42'], [' SN  #/YYYY ', 'SN 42/2026'], ['Dnr YYYY:######', 'Dnr 2026:000042'], ['Åäö.YYYY.##', 'Åäö.2026.42'],
  ])('%s gives %s', (text, name) => expect(renderDiaryNumber(findPattern(text)!, 2026, 42)).toBe(name))
  test.each(['', 'LYK', 'YYYY', '####', 'YYYY####', '####YYYY', 'YYYY1#', 'YYYY-1#', 'YYYY-#1', 'YYYY-# YYYY', 'YYYY-#-#', 'YYYY-#######', 'YYYY_#', '<YYYY-#>', `${'x'.repeat(40)} YYYY-#`])('%s is none', (text) =>
    expect(findPattern(text)).toBeUndefined())
  test('two incidents never have one number', () => {
    const number = fc.tuple(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1, max: 999_999 }))
    fc.assert(fc.property(fc.constantFrom('LYK YYYY-####', '#/YYYY', 'YYYY #', 'A1-YYYY.##'), number, number, (text, a, b) => {
      const pattern = findPattern(text)!
      fc.pre(a[0] !== b[0] || a[1] !== b[1])
      return renderDiaryNumber(pattern, ...a) !== renderDiaryNumber(pattern, ...b)
    }), { seed: 461, numRuns: 400 })
  })
})

const ground: MaskGround = { code: 'osl-26-1', words: null }
const other: MaskGround = { code: 'own', words: 'OSL 38 kap. 7 §' }

describe('a text with passages masked', () => {
  test('shows the rest, and not how long the passage was', () => {
    expect(maskText('Hon bor på Storgatan 3 nu.', [{ from: 11, to: 22, ground }])).toEqual([{ text: 'Hon bor på ' }, { masked: ground }, { text: ' nu.' }])
    expect(maskText('abc', [{ from: 0, to: 3, ground }])).toEqual([{ masked: ground }])
    expect(maskText('abcd', [{ from: 2, to: 4, ground }, { from: 0, to: 2, ground }])).toEqual([{ masked: ground }])
    expect(maskText('abcd', [{ from: 2, to: 4, ground: other }, { from: 0, to: 2, ground }])).toEqual([{ masked: ground }, { masked: other }])
  })
  test('an overlapping passage takes the earlier one’s place, blanks mask nothing, and no character is cut in two', () => {
    expect(addPassage('abcdef', [{ from: 0, to: 3, ground }, { from: 4, to: 5, ground }], { from: 2, to: 4, ground: other })).toEqual([{ from: 2, to: 4, ground: other }, { from: 4, to: 5, ground }])
    expect(addPassage('a  b', [], { from: 1, to: 3, ground })).toEqual([])
    expect(addPassage('a😀b', [], { from: 2, to: 4, ground })).toEqual([{ from: 1, to: 4, ground }])
    expect(addPassage('a😀b', [], { from: 0, to: 2, ground })).toEqual([{ from: 0, to: 3, ground }])
  })
  test('of whatever was marked, no character is shown, and everything else is, in its order', () => {
    // Each character is another, so that what is shown can be told from what is not.
    const text = Array.from({ length: 40 }, (_, index) => String.fromCodePoint(index % 7 === 3 ? 0x1f600 + index : 0x4e00 + index)).join('')
    const mark = fc.record({ from: fc.nat(text.length - 1), length: fc.integer({ min: 1, max: 12 }), ground: fc.constantFrom(ground, other) })
    fc.assert(fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
      const passages = marks.reduce<ReturnType<typeof addPassage>>((before, { from, length, ground: of }) => addPassage(text, before, { from, to: Math.min(text.length, from + length), ground: of }), [])
      const shown = maskText(text, passages).flatMap((piece) => ('text' in piece ? [piece.text] : [])).join('')
      const masked = (at: number): boolean => passages.some(({ from, to }) => at >= from && at < to)
      expect(shown).toBe(text.split('').filter((_, at) => !masked(at)).join(''))
      expect(shown.isWellFormed()).toBe(true)
      const last = marks.at(-1)
      if (last) for (let at = last.from; at < Math.min(text.length, last.from + last.length); at += 1) expect(masked(at)).toBe(true)
    }), { seed: 462, numRuns: 300 })
  })
})

describe('a decision on an extract', () => {
  const decision: ExtractDecision = { id: 'x', revision: 1, outcome: 'partly', decider: 'officer', decidedOn: '2026-05-04', recipient: 'press', grounds: [], fields: [{ field: 'area', ground }], passages: [] }
  test.each<[string, Partial<ExtractDecision>, ReturnType<typeof findExtractFault>]>([
    ['in part', {}, undefined],
    ['whole', { outcome: 'whole', fields: [] }, undefined],
    ['refused', { outcome: 'refused', fields: [], grounds: [ground] }, undefined],
    ['whole with something masked', { outcome: 'whole' }, 'whole-masked'],
    ['in part with nothing masked', { fields: [] }, 'partly-whole'],
    ['refused without a ground', { outcome: 'refused', fields: [] }, 'refused-without-ground'],
    ['refused with something masked', { outcome: 'refused', grounds: [ground] }, 'refused-without-ground'],
    ['a ground of its own without words', { fields: [{ field: 'area', ground: { code: 'own', words: ' ' } }] }, 'ground-words'],
    ['words beside a listed ground', { fields: [{ field: 'area', ground: { code: 'osl-26-1', words: 'x' } }] }, 'ground-words'],
    ['grounds of a refusal beside masks', { grounds: [ground] }, 'grounds-beside-masks'],
    ['a field twice', { fields: [{ field: 'area', ground }, { field: 'area', ground: other }] }, 'passages'],
    ['passages over one another', { passages: [{ text: 1, from: 4, to: 6, ground }, { text: 1, from: 0, to: 5, ground }] }, 'passages'],
    ['an empty passage', { passages: [{ text: 1, from: 4, to: 4, ground }] }, 'passages'],
    ['the same place in two texts', { passages: [{ text: 1, from: 0, to: 5, ground }, { text: 2, from: 0, to: 5, ground }] }, undefined],
  ])('%s', (_, changes, fault) => expect(findExtractFault({ ...decision, ...changes })).toBe(fault))
  test('each listed ground is cited by chapter and section, once, in both languages', () => {
    const listed = secrecyGrounds.filter(({ code }) => code !== 'own')
    for (const { code, cited } of listed) expect([cited.sv, cited.en]).toEqual([expect.stringMatching(/^OSL \d+ kap\. \d+ §$/), `OSL chapter ${code.split('-')[1]}, section ${code.split('-')[2]}`])
    expect(new Set(listed.map(({ cited }) => cited.sv)).size).toBe(listed.length)
  })
})

describe('the 72-hour clock', () => {
  const zone = 'Europe/Stockholm'
  const clock = (local: string, now: string, changes: Partial<BreachContent> = {}) => breachClock({ discoveredAt: instantOfClock(local, zone), notifiedAt: null, risk: 'risk', ...changes }, instantOfClock(now, zone))
  test.each([
    ['in winter', '2026-01-16T16:30', '2026-01-19T16:30'],
    ['over the change to summer time, an hour later in the day', '2026-03-27T16:30', '2026-03-30T17:30'],
    ['over the change to winter time, an hour earlier', '2026-10-23T16:30', '2026-10-26T15:30'],
    ['over a leap day', '2028-02-28T09:00', '2028-03-02T09:00'],
    ['over the new year', '2026-12-30T23:59', '2027-01-02T23:59'],
  ])('%s', (_, discovered, deadline) => {
    const { deadline: until, state, minutesLeft } = clock(discovered, discovered)
    expect([clockOfInstant(until, zone), state, minutesLeft]).toEqual([deadline, 'running', 72 * 60])
  })
  test('an hour that comes twice is the first of the two, and one that there is not the one before it', () => {
    expect([instantOfClock('2026-10-25T02:30', zone), instantOfClock('2026-03-29T02:30', zone)]).toEqual(['2026-10-25T00:30:00.000Z', '2026-03-29T00:30:00.000Z'])
  })
  test('runs, is over, was kept or not; without a likely risk nothing is asked', () => {
    const told = (local: string) => ({ notifiedAt: instantOfClock(local, zone) })
    expect([
      clock('2026-05-04T10:00', '2026-05-07T09:59').state, clock('2026-05-04T10:00', '2026-05-07T10:00').state, clock('2026-05-04T10:00', '2026-05-07T10:01').state,
      clock('2026-05-04T10:00', '2026-06-01T00:00', told('2026-05-07T10:00')).state, clock('2026-05-04T10:00', '2026-06-01T00:00', told('2026-05-07T10:01')).state,
      clock('2026-05-04T10:00', '2026-06-01T00:00', { risk: 'unlikely' }).state,
    ]).toEqual(['running', 'running', 'over', 'in-time', 'late', 'not-needed'])
    expect([clock('2026-05-04T10:00', '2026-05-07T09:59').minutesLeft, clock('2026-05-04T10:00', '2026-05-07T10:01').minutesLeft]).toEqual([1, -1])
  })
  test('in every zone and at every moment the deadline is 259,200 elapsed seconds away', () => {
    const moment = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(fc.property(moment, fc.constantFrom(zone, 'America/New_York', 'Australia/Lord_Howe', 'UTC'), (date, timeZone) => {
      const discoveredAt = instantOfClock(clockOfInstant(date.toISOString(), timeZone), timeZone)
      const { deadline } = breachClock({ discoveredAt, notifiedAt: null, risk: 'high' }, discoveredAt)
      return Temporal.Instant.from(discoveredAt).until(deadline).total('seconds') === 259_200
    }), { seed: 463, numRuns: 300 })
  })
})

describe('an entry of the log of breaches', () => {
  const now = '2026-05-20T12:00:00.000Z'
  const content: BreachContent = {
    discoveredAt: '2026-05-04T08:00:00.000Z', beganAt: '2026-05-01T08:00:00.000Z', endedAt: '2026-05-04T09:00:00.000Z', kinds: ['confidentiality'], causes: ['sent-wrong'], persons: ['possibly-exploited'], personsAbout: 3,
    recordsAbout: 1, data: ['reasons'], consequences: ['loss-of-control'], measures: ['recalled'], risk: 'risk', notifiedAt: '2026-05-05T08:00:00.000Z', delay: null, toldAt: null, untold: 'risk-not-high', closed: true,
  }
  test.each<[string, Partial<BreachContent>, ReturnType<typeof findBreachFault>]>([
    ['told in time', {}, undefined],
    ['open, and little known', { beganAt: null, endedAt: null, notifiedAt: null, untold: null, closed: false }, undefined],
    ['discovered tomorrow', { discoveredAt: '2026-05-21T08:00:00.000Z' }, 'discoveredAt'],
    ['began after it was discovered', { beganAt: '2026-05-04T08:00:00.001Z' }, 'beganAt'],
    ['ended before it began', { endedAt: '2026-04-30T08:00:00.000Z' }, 'endedAt'],
    ['of no kind', { kinds: [] }, 'kinds'],
    ['about nobody', { persons: [] }, 'persons'],
    ['told before it was discovered', { notifiedAt: '2026-05-04T07:59:59.999Z' }, 'notifiedAt'],
    ['late, and closed without why', { notifiedAt: '2026-05-07T08:00:00.001Z' }, 'delay'],
    ['late, with why', { notifiedAt: '2026-05-07T08:00:00.001Z', delay: 'facts-missing' }, undefined],
    ['late, still open', { notifiedAt: '2026-05-07T08:00:00.001Z', closed: false }, undefined],
    ['in time, with why it was late', { delay: 'facts-missing' }, 'delay'],
    ['closed and IMY not told, with a risk', { notifiedAt: null }, 'closed'],
    ['closed and IMY not told, without a likely risk', { notifiedAt: null, risk: 'unlikely' }, undefined],
    ['a high risk, and the persons neither told nor why', { risk: 'high', untold: null }, 'untold'],
    ['a high risk that is said not to be high', { risk: 'high' }, 'untold'],
    ['a high risk, and the persons told', { risk: 'high', untold: null, toldAt: '2026-05-06T08:00:00.000Z' }, undefined],
    ['told, and why not', { toldAt: '2026-05-06T08:00:00.000Z' }, 'untold'],
    ['closed, and yet to be told', { untold: 'not-yet' }, 'untold'],
  ])('%s', (_, changes, fault) => expect(findBreachFault({ ...content, ...changes }, now)).toBe(fault))
})

test('what is told of a breach comes apart as it was put together', () => {
  const part = fc.array(fc.constantFrom('Brevet gick fel.', '## happened', ' ## measures', '', '## annat', 'Rad två'), { maxLength: 5 }).map((lines) => lines.join('\n').trim())
  fc.assert(fc.property(fc.record({ happened: part, consequences: part, measures: part, delay: part }), (parts) => {
    expect(splitBreachText(joinBreachText(parts))).toEqual(parts)
  }), { seed: 464, numRuns: 300 })
  expect(joinBreachText({ happened: ' ', consequences: '', measures: '', delay: '' })).toBe('')
  expect(splitBreachText('Utan rubrik')).toEqual({ happened: 'Utan rubrik', consequences: '', measures: '', delay: '' })
})
