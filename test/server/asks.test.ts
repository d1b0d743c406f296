// Organisations are asked before a meeting and once a year: each once, each reminded of once, and nobody who has answered.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Ask, type AskFacts, findAsks } from '../../apps/server/src/work/meetings/asks.ts'

const meeting = { id: randomUUID(), date: '2026-03-12' }
const facts = (today: string, more: Partial<AskFacts> = {}): AskFacts => ({ today, daysBefore: 14, meetings: [meeting], done: [], ...more })

/** Each day from the first to the last, as the server would have looked. */
function through(first: string, last: string, more: Partial<AskFacts> = {}): readonly (Ask & { readonly on: string })[] {
  const done: (Ask & { readonly on: string })[] = []
  for (let day = first; day <= last; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)) {
    for (let looks = 0; looks < 2; looks += 1) done.push(...findAsks(facts(day, { ...more, done })).map((ask) => ({ ...ask, on: day })))
  }
  return done
}

describe('before a meeting', () => {
  const object = `meeting:${meeting.id}`
  test('fourteen days and three days before, however often it is looked', () => {
    expect(through('2026-01-01', '2026-04-01')).toEqual([{ act: 'meeting.ask', object, on: '2026-02-26' }, { act: 'meeting.remind', object, on: '2026-03-09' }])
  })
  test('a server that was off asks when it is on again, and reminds no sooner than the day after', () => {
    expect(through('2026-03-10', '2026-04-01')).toEqual([{ act: 'meeting.ask', object, on: '2026-03-10' }, { act: 'meeting.remind', object, on: '2026-03-11' }])
    expect(through('2026-03-12', '2026-04-01')).toEqual([])
  })
  test('as many days as the network wants, and none for nought', () => {
    expect(through('2026-01-01', '2026-04-01', { daysBefore: 2 }).map(({ act, on }) => [act, on])).toEqual([['meeting.ask', '2026-03-10'], ['meeting.remind', '2026-03-11']])
    expect(through('2026-01-01', '2026-04-01', { daysBefore: 1 }).map(({ act, on }) => [act, on])).toEqual([['meeting.ask', '2026-03-11']])
    expect(through('2026-01-01', '2026-12-31', { daysBefore: 0 })).toEqual([])
  })
  test('a meeting that is moved is asked about once', () => {
    const done = through('2026-02-20', '2026-02-27')
    expect(findAsks(facts('2026-03-20', { done, meetings: [{ ...meeting, date: '2026-04-02' }] }))).toEqual([])
  })
})

test('the questions of the year: in the middle of November, once more in December, each year anew', () => {
  expect(through('2025-11-01', '2027-01-31', { meetings: [] })).toEqual([
    { act: 'yearly.ask', object: 'year:2025', on: '2025-11-15' }, { act: 'yearly.remind', object: 'year:2025', on: '2025-12-10' },
    { act: 'yearly.ask', object: 'year:2026', on: '2026-11-15' }, { act: 'yearly.remind', object: 'year:2026', on: '2026-12-10' },
  ])
})
