// What falls due on a day: by hand, and what holds of any clocks, days and holds.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CivilDate, decideClocks, type Due, fallsDue, findCivilDate, type Hold, type KeptRecords, retentionClasses } from '../src/index.ts'

const incident = { id: 'i', occurredTo: '2019-04-03', writtenOn: '2019-04-05', cases: [] as readonly string[] }
const none: KeptRecords = { incidents: [], cases: [], meetings: [] }
const found = (day: CivilDate, records: Partial<KeptRecords>, holds: readonly Hold[] = [], months: Parameters<typeof decideClocks>[0] = {}): readonly string[] =>
  fallsDue(day, { ...none, ...records }, decideClocks(months), holds).map((due) => [due.class, due.id, due.on, due.end, ...(due.heldUntil === null ? [] : [due.heldUntil])].join(' '))

test('an incident in no case: its reason from when it was last written, its answers from when it happened', () => {
  expect(found('2021-04-04', { incidents: [incident] })).toEqual([])
  expect(found('2021-04-05', { incidents: [incident] })).toEqual(['narrative i 2021-04-05 erase'])
  expect(found('2029-04-03', { incidents: [incident] })).toEqual(['narrative i 2021-04-05 erase', 'coded i 2029-04-03 coarsen'])
})

test('an incident that is followed up: from the last end of its cases, and never while one is open', () => {
  const followed = { ...incident, cases: ['a', 'b'] }
  const cases = (closedOn: CivilDate | null) => [{ id: 'a', closedOn: '2020-01-31', writtenOn: '2020-01-31' }, { id: 'b', closedOn, writtenOn: '2021-02-01' }]
  expect(found('2028-01-01', { incidents: [followed], cases: cases(null) })).toEqual(['note a 2022-01-31 erase'])
  expect(found('2028-01-01', { incidents: [followed], cases: cases('2020-09-30') }))
    .toEqual(['note a 2022-01-31 erase', 'narrative i 2022-09-30 erase', 'note b 2023-02-01 erase'])
  expect(found('2028-01-01', { incidents: [followed] })).toEqual([])
})

test('a meeting from its day; months that are shorter end on their last day; what the network decides counts', () => {
  const meetings = [{ id: 'm', heldOn: '2026-01-31' }]
  expect(found('2028-01-30', { meetings })).toEqual([])
  expect(found('2028-01-31', { meetings })).toEqual(['situation m 2028-01-31 erase'])
  expect(found('2026-02-28', { meetings }, [], { situation: 1 })).toEqual(['situation m 2026-02-28 erase'])
  expect(found('2028-02-29', { meetings: [{ id: 'm', heldOn: '2027-12-31' }] }, [], { situation: 2 })).toEqual(['situation m 2028-02-29 erase'])
  expect(decideClocks({ publication: 1 })).toEqual(retentionClasses)
})

test('a hold stops what it is on and what belongs together with it, until its last day', () => {
  const records = { incidents: [{ ...incident, cases: ['c'] }], cases: [{ id: 'c', closedOn: '2019-05-01', writtenOn: '2019-05-01' }] }
  const both = (held: string) => [`narrative i 2021-05-01 erase${held}`, `note c 2021-05-01 erase${held}`]
  for (const subject of ['i', 'c']) {
    expect(found('2022-06-01', records, [{ subject, until: '2022-06-01' }])).toEqual(both(' 2022-06-01'))
    expect(found('2022-06-02', records, [{ subject, until: '2022-06-01' }])).toEqual(both(''))
  }
  expect(found('2022-06-01', records, [{ subject: 'i', until: '2022-07-01' }, { subject: 'c', until: '2023-01-01' }])).toEqual(both(' 2023-01-01'))
  expect(found('2022-06-01', records, [{ subject: 'another', until: '2023-01-01' }])).toEqual(both(''))
})

const day = fc.tuple(fc.integer({ min: 2015, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`).filter((text) => findCivilDate(text) !== undefined)
const ids = fc.constantFrom('c1', 'c2', 'c3')
const records: fc.Arbitrary<KeptRecords> = fc.record({
  incidents: fc.uniqueArray(fc.record({ id: fc.constantFrom('i1', 'i2', 'i3'), occurredTo: day, writtenOn: day, cases: fc.uniqueArray(ids) }), { selector: ({ id }) => id }),
  cases: fc.uniqueArray(fc.record({ id: ids, closedOn: fc.option(day), writtenOn: day }), { selector: ({ id }) => id }),
  meetings: fc.uniqueArray(fc.record({ id: fc.constantFrom('m1', 'm2'), heldOn: day }), { selector: ({ id }) => id }),
})
const holds = fc.array(fc.record({ subject: fc.constantFrom('i1', 'c1', 'c2', 'm1', 'x'), until: day }), { maxLength: 4 })
const months = fc.record({ narrative: fc.integer({ min: 1, max: 200 }), note: fc.integer({ min: 1, max: 200 }), situation: fc.integer({ min: 1, max: 200 }) }, { requiredKeys: [] })
const key = (due: Due): string => `${due.class} ${due.id}`

test('what is due stays due on later days, and on the same day', () => {
  fc.assert(fc.property(day, day, records, months, (one, other, kept, decided) => {
    const [earlier, later] = [one, other].sort() as [string, string]
    const before = fallsDue(earlier, kept, decideClocks(decided), [])
    const after = fallsDue(later, kept, decideClocks(decided), [])
    expect(after.filter(({ on }) => on <= earlier)).toEqual(before)
  }), { seed: 5, numRuns: 300 })
})

test('a hold changes nothing but whether it is held; a longer clock makes nothing due that was not', () => {
  fc.assert(fc.property(day, records, months, holds, fc.integer({ min: 0, max: 60 }), (on, kept, decided, held, more) => {
    const free = fallsDue(on, kept, decideClocks(decided), [])
    const stopped = fallsDue(on, kept, decideClocks(decided), held)
    expect(stopped.map((due) => ({ ...due, heldUntil: null }))).toEqual(free)
    for (const { heldUntil } of stopped) if (heldUntil !== null) expect(heldUntil >= on).toBe(true)
    const longer = Object.fromEntries(Object.entries(decided).map(([name, value]) => [name, value + more]))
    const fewer = new Set(fallsDue(on, kept, decideClocks(longer), []).map(key))
    expect([...fewer].filter((name) => !free.map(key).includes(name))).toEqual([])
  }), { seed: 6, numRuns: 300 })
})

test('nothing of an open case is due, and nothing before its months are over', () => {
  fc.assert(fc.property(day, records, (on, kept) => {
    const open = kept.cases.filter(({ closedOn }) => closedOn === null).map(({ id }) => id)
    for (const due of fallsDue(on, kept, retentionClasses, [])) {
      expect(due.on <= on).toBe(true)
      if (due.class === 'note') expect(open).not.toContain(due.id)
      if (due.class === 'narrative') expect(kept.incidents.find(({ id }) => id === due.id)!.cases.filter((id) => open.includes(id))).toEqual([])
      if (due.class === 'situation') expect(Number(on.slice(0, 4)) - Number(kept.meetings.find(({ id }) => id === due.id)!.heldOn.slice(0, 4))).toBeGreaterThanOrEqual(2)
    }
  }), { seed: 7, numRuns: 300 })
})
