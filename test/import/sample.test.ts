// The sample town: it imports without a word of complaint, has the published totals, says in its files that it is invented, and holds what there is to do, whatever today is.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chainLine, defaultChain, foldCase, importFiles, shippedIndicators, type StoredIncident, suggestIncidents, suggestPersons } from '@lykta/incident'
import { readImportFiles } from '@lykta/server'
import { expect, test } from 'vitest'
import { type Later, laterMeetings } from '../../apps/server/src/work/sample/later-meetings.ts'
import { sampleCases } from '../../apps/server/src/work/sample/sample-cases.ts'

const folder = join(import.meta.dirname, '../../samples/exempelstad')
const indicatorIds = new Set(shippedIndicators.map(({ id }) => id))
const { bundle, problems } = await importFiles(await readImportFiles([folder]), { today: '2026-11-01', indicatorIds })

test('63 incidents, at least 86 persons, six incidents without any, nine organisations, and no problem', () => {
  expect(problems).toEqual([])
  expect(bundle?.incidents).toHaveLength(63)
  const persons = bundle?.incidents.map(({ answers }) => answers.persons.reduce((sum, { count }) => sum + count.count, 0)) ?? []
  expect(persons.reduce((sum, count) => sum + count, 0)).toBe(86)
  expect(persons.filter((count) => count === 0)).toHaveLength(6)
  expect(bundle?.organisations).toHaveLength(9)
})

test('every reason, and whatever else can, says that it is invented', () => {
  expect(bundle?.incidents.filter(({ reason }) => !reason?.startsWith('Påhittat: '))).toEqual([])
  for (const { name } of bundle?.organisations ?? []) expect(name).toMatch(/Exemp|påhitta[dt]/)
  const readMe = readFileSync(join(folder, 'README.md'), 'utf8')
  expect(readMe).toContain('Varje incident, person och organisation i den här mappen är påhittad.')
  expect(readMe).toContain('Every incident, person and organisation in this folder is invented.')
  expect(readdirSync(folder).toSorted()).toEqual(['README.md', 'incidenter.csv', 'meetings.json', 'organisationer.csv', 'personer.csv'])
  const texts = readFileSync(join(folder, 'meetings.json'), 'utf8').matchAll(/"text": "((?:[^"\\]|\\.)*)"/g)
  const lines = [...texts].flatMap(([, text]) => text!.split(String.raw`\n`))
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.filter((line) => !line.startsWith('Påhittat: '))).toEqual([])
})

/** As the register holds them, by the numbers in the file. */
const stored = bundle!.incidents.map(({ externalRef, reporterCode, answers }): StoredIncident =>
  ({ id: externalRef, ref: externalRef, externalRef, revision: 1, withdrawn: false, answers: { ...answers, reportedBy: reporterCode } }))

test('two pairs of reports may be of one event, and one girl may have been seen twice', () => {
  const events = suggestIncidents(stored)
  expect(events.map(({ incidents }) => incidents)).toEqual([['2019-01', '2019-03'], ['2017-07', '2017-10']])
  const inEvents = new Set(events.map(({ incidents }) => incidents.join()))
  const persons = suggestPersons(stored, events.map(({ incidents }) => incidents)).filter(({ persons: [a, b] }) => !inEvents.has([a.incident, b.incident].sort().join()))
  expect(persons.map(({ persons: [a, b] }) => [a.incident, b.incident].sort())).toEqual([['2019-26', '2019-27']])
})

const days = Array.from({ length: 30 }, (_, at) => new Date(Date.UTC(2026, 10, 27) + at * 41 * 86_400_000).toISOString().slice(0, 10))

test('whatever today is, each circle has met lately and will meet, and the same day gives the same meetings', () => {
  const { later } = JSON.parse(readFileSync(join(folder, 'meetings.json'), 'utf8')) as { readonly later: Readonly<Record<'core' | 'network', Later>> }
  for (const today of days) {
    for (const circle of ['core', 'network'] as const) {
      const meetings = laterMeetings(circle, later[circle], today)
      expect(meetings).toEqual(laterMeetings(circle, later[circle], today))
      const dates = meetings.map(({ date }) => date)
      expect([dates, dates.every((date) => new Date(date).getUTCDay() === 4)]).toEqual([dates.toSorted(), true])
      expect(meetings.filter(({ state }) => state === 'planned').map(({ date }) => date >= today)).toEqual([true, true])
      const held = meetings.filter(({ state }) => state === 'held')
      expect([held.every(({ date }) => date < today), (held.at(-1)?.actions.length ?? 0) > 0]).toEqual([true, true])
    }
  }
})

test('whatever today is, one plan of an open case is overdue and one is to come, and none lies behind where its case stands', () => {
  const organisations = { polis: 'polis', soc: 'soc', ljus: 'ljus', jour: 'jour' }
  for (const today of days) {
    const cases = sampleCases(stored, organisations, today).map(({ events }) =>
      ({ state: foldCase(events.map(({ act, on }, at) => ({ id: String(at), seq: at + 1, author: 'import', act, at: on }))), incidents: stored.filter(({ id }) => events.some(({ act }) => act.kind === 'join' && act.incident === id)) }))
    const plans = cases.flatMap(({ state, incidents }) => (state.plan === null ? [] : [{ ...state.plan, stands: chainLine(defaultChain, state, incidents.map(({ answers }) => answers)).stands }]))
    expect(plans.map(({ due }) => due! < today)).toEqual([false, true])
    const order = defaultChain.map(({ id }) => id)
    for (const { step, stands } of plans) expect(order.indexOf(step)).toBeGreaterThan(order.indexOf(stands!))
    // Nobody has written into the future.
    expect(cases.every(({ state }) => state.lastAt <= today)).toBe(true)
  }
})
