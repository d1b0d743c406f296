// A situation report for each audience: chapters, what is said when little may be, and that no version can be handed what is another's.
import type { ProtectedTable } from '@lykta/disclosure'
import { defaultChain } from '@lykta/incident'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, protect } from '../../disclosure/src/index.ts'
import { requestFor } from '../../disclosure/test/support/request.ts'
import { registerOf } from '../../disclosure/test/support/small-register.ts'
import type { SituationInput } from '../src/index.ts'
import { situationData } from '../src/situation/situation-data.ts'
import { situationDocument } from '../src/situation/situation-document.ts'
import { situationScreens } from '../src/situation/situation-screens.ts'

let months: ProtectedTable
let windows: readonly ProtectedTable[]
let edition: readonly ProtectedTable[]
beforeAll(async () => {
  const register = registerOf([{ times: 24, year: 2019, month: 2 }, { times: 12, year: 2019, month: 5 }, { times: 12, year: 2019, month: 8 }, { times: 12, year: 2019, month: 11 }])
  const policy = defaultPolicies.public
  const made = await protect(requestFor(register, { policy, years: [2019, 2019], plan: { id: 'x', blockYears: 3, tables: defaultPlan(policy).tables.filter(({ id }) => id === 'months') } }))
  months = made.tables.find(({ id }) => id === 'months')!
  const annual = defaultPlan(policy)
  const answered = registerOf([{ times: 40, year: 2019, policeContacted: 'yes', policeReports: { count: 1, atLeast: false } }, { times: 25, year: 2019, policeContacted: 'no' }])
  edition = (await protect(requestFor(answered, { policy, years: [2019, 2019], plan: { ...annual, tables: annual.tables.filter(({ release }) => release === 'year') } }))).tables
  const core = defaultPolicies.core
  const years = await protect(requestFor(registerOf([{ times: 4, year: 2018 }, { times: 19, year: 2019 }]), { policy: core, years: [2018, 2019], audience: 'core', plan: { ...defaultPlan(core), tables: defaultPlan(core).tables.filter(({ release }) => release === 'year') } }))
  // The windows of a report are named by slots; the numbers are what is tried here.
  windows = years.tables.map((table) => ({ ...table, periods: table.periods.map((period) => ({ ...period, id: period.id.replace('2018', '1001').replace('2019', '1002') })) }))
})

const period = (from: string, to: string, count = 3) => ({ id: `${from}-to-${to}`, from: `${from}-01`, to: `${to}-28`, months: count })

function inputFor(audience: SituationInput['context']['audience'], changes: Partial<SituationInput> = {}): SituationInput {
  return {
    context: {
      language: 'en', network: { name: 'Exempelstad', municipality: 'Exempelstad', collectionStart: '2017-01-01', timeZone: 'Europe/Stockholm', sample: false }, audience,
      circle: audience === 'public' ? null : audience, meeting: '2020-02-13', since: '2019-11-14', isFirst: false, asOf: { position: 9, time: '2020-02-01T10:00:00.000Z', head: '' }, today: '2020-02-10', policy: 'p', version: '1',
    },
    label: (_, code) => code,
    windows: null, uncounted: audience === 'core' ? 'too-few' : null, yearChain: null, told: [], untold: null, edition: null, times: null, apart: [],
    effort: { period: period('2019-11', '2020-01'), members: 9, active: 7, trainings: 2, peopleTrained: 41, peopleAreLeast: true, outreachPasses: 12, trainingsFrom: null, outreachFrom: null },
    actions: audience === 'public' ? null : { open: [{ organisation: 'Jouren', madeOn: '2019-11-14', due: '2020-01-31' }, { organisation: null, madeOn: '2019-11-14', due: null }], settled: 1 },
    ...changes,
  }
}
const coreInput = (): SituationInput => inputFor('core', { uncounted: null, windows: { before: period('2019-08', '2019-10'), now: period('2019-11', '2020-01'), tables: windows, chain: null } })
const told = (...ids: readonly string[]) => [{ table: months, periods: ids, on: '2020-02-10' }]
const textOf = (input: SituationInput): string => JSON.stringify(situationDocument(input))
const chapters = (input: SituationInput): readonly string[] => situationDocument(input).blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))

test('each audience has its own chapters', () => {
  expect(chapters(coreInput())).toEqual(['short', 'counts', 'chain', 'rows', 'stands', 'effort', 'actions', 'how'].filter((id) => chapters(coreInput()).includes(id)))
  expect(chapters(coreInput())).toContain('counts')
  expect(chapters(inputFor('network', { told: told('2019-Q1', '2019-Q2') }))).toEqual(['short', 'told', 'stands', 'edition', 'effort', 'actions', 'how'])
  expect(chapters(inputFor('public', { told: told('2019-Q1', '2019-Q2') }))).toEqual(['short', 'told', 'stands', 'edition', 'effort', 'how'])
})

test('the core group reads both windows, and what stands out of all that was tested', () => {
  const data = situationData(coreInput())
  expect(data.windows!.figures.find(({ table }) => table === 'incidents')).toMatchObject({ before: { count: 4 }, now: { count: 19 } })
  expect(data.standsOut.map(({ id, way }) => [id, way])).toContainEqual(['incidents', 'more'])
  expect(textOf(coreInput())).toContain('Incidents: 19, against 4 before. More than chance usually gives.')
})

describe('the start of collection cuts the months before', () => {
  const [before, now] = [{ id: '2017-09-to-2017-11', from: '2017-09-01', to: '2017-11-30', months: 1 }, { id: '2017-12-to-2018-02', from: '2017-12-01', to: '2018-02-28', months: 3 }]
  const shown = (...counts: readonly number[]): ProtectedTable => ({ ...windows[0]!, id: 'incidents', by: [], rows: [], unit: 'incident', base: counts.map((count) => ({ state: 'shown', count, atLeast: false })) })
  const since = (start: string, earlier = before, later = now, tables = [shown(9, 9)]): SituationInput => {
    const { context, ...input } = inputFor('core', { uncounted: null, windows: { before: earlier, now: later, tables, chain: null } })
    return { ...input, context: { ...context, network: { ...context.network, collectionStart: start } } }
  }

  test('nine in one month and nine in three are neither compared nor tested, and it says what was collected', () => {
    const input = since('2017-11-01')
    const data = situationData(input)
    expect([data.tested, data.standsOut, data.windows]).toMatchObject([0, [], { before: { months: 1 }, now: { months: 3 } }])
    const text = textOf(input) + JSON.stringify(data.screens)
    for (const said of ['Collection began on 1 November 2017, so only a part of that time is in it', '"remark":"Nov, 1 month of collection"', 'There are not yet two periods of the same length to compare.']) expect(text).toContain(said)
    for (const said of ['as long a time before', 'Compared with', 'against 9 before', ': 9"']) expect(text).not.toContain(said)
  })

  test('with as much collected of both they are compared as ever', () => {
    const text = textOf(since('2017-09-01', { ...before, months: 3 }))
    for (const said of ['as long a time before', 'Compared with', 'One thing was tested', '"Sept–Nov 2017: 9"']) expect(text).toContain(said)
  })

  test('none of it leaves nothing to compare with, and so does a start within the months themselves', () => {
    const none = since('2017-12-01', { ...before, months: 0 })
    expect(textOf(none)).toContain('Collection began on 1 December 2017, so there is no time before to compare with.')
    const cut = since('2018-01-01', { ...before, months: 0 }, { ...now, months: 2 })
    for (const said of ['of those months the time from that day on is counted', '2 months']) expect(textOf(cut)).toContain(said)
    for (const input of [none, cut]) for (const said of ['They are compared', 'Compared with']) expect(textOf(input)).not.toContain(said)
  })

  test('two that may only stand together are no two that are missing', () => {
    const together = windows.map((table) => ({ ...table, periods: [{ ...table.periods[0]!, id: '1001-1002' }], base: table.base.slice(0, 1), rows: [] }))
    expect(textOf(since('2017-01-01', { ...before, months: 3 }, now, together))).toContain('There are no numbers that can be compared.')
  })

  test('so it is of parts of a year that were told', () => {
    const cut = { ...months, periods: months.periods.map((period) => (period.id === '2019-Q3' ? { ...period, months: 1 } : period)) }
    const input = inputFor('public', { told: [{ table: cut, periods: ['2019-Q3', '2019-Q4'], on: '2020-02-10' }] })
    expect(situationData(input).tested).toBe(0)
    expect(situationData(inputFor('public', { told: told('2019-Q3', '2019-Q4') })).tested).toBe(1)
    const remarks = (one: SituationInput): unknown => situationDocument(one).blocks.flatMap((block) => (block.kind === 'highlights' && block.items[0]!.label.startsWith('Incidents') ? [block.items[0]!.remarks.length] : []))
    expect([remarks(input), remarks(inputFor('public', { told: told('2019-Q3', '2019-Q4') }))]).toEqual([[0], [1]])
  })
})

test('an indicator that doubles stands out; neither what stands beside a figure nor a class of the own chain is tested', () => {
  const shown = (counts: readonly number[]): ProtectedTable['base'] => counts.map((count) => ({ state: 'shown', count, atLeast: false }))
  const of = (id: string, base: readonly number[], by: ProtectedTable['by'] = [], rows: Readonly<Record<string, readonly number[]>> = {}): ProtectedTable =>
    ({ ...windows[0]!, id, by, unit: 'incident', base: shown(base), rows: Object.entries(rows).map(([code, counts]) => ({ codes: [code], members: [], cells: shown(counts) })) })
  const indicators = of('indicators', [90, 99], ['indicator'], { 'sexual.many-phones': [30, 60], 'sexual.moves-often': [31, 30], unknown: [2, 40] })
  const tables = [of('incidents', [90, 99]), of('policeContacted.unknown', [2, 40]), of('chain.contact', [2, 40]), indicators]
  const input = inputFor('core', { windows: { before: period('2019-08', '2019-10'), now: period('2019-11', '2020-01'), tables, chain: null } })
  const { tested, standsOut } = situationData(input)
  expect(standsOut.map(({ id, way }) => [id, way])).toEqual([['indicators/sexual.many-phones', 'more']])
  // With the total and the other indicator.
  expect(tested).toBe(3)
  expect(textOf(input)).toContain('Ticked indicators: Sexual.many-phones: 60, against 30 before.')
})

describe('where little may be told', () => {
  test('it says so plainly, and is of use all the same', () => {
    const text = textOf(inputFor('network', { untold: 'rest-too-small' }))
    for (const said of ['No number of incidents can be told this time.', 'The latest part of the year is told later.', 'does not mean that nothing has happened', 'Nothing stands out.', 'active organisations, of 9', 'at least 41', '2 actions are open, one is past the due date. One has been settled']) {
      expect(text).toContain(said)
    }
    expect(textOf(inputFor('core'))).toContain('No figure of the period can stand here')
  })

  test('why nothing is counted: no month is over, none was collected, or the numbers are small', () => {
    const said = (uncounted: SituationInput['uncounted']): string => {
      const input = inputFor('core', { uncounted })
      return textOf(input) + JSON.stringify(situationScreens(input))
    }
    const [noMonth, notCollected, tooFew] = [said('no-month'), said('not-collected'), said('too-few')]
    for (const text of [noMonth, notCollected]) for (const untrue of ['fewer than three incidents', 'numbers are too small']) expect(text).not.toContain(untrue)
    // In short, in the chapter, and on the wall.
    expect(noMonth.split('No month has ended since the last meeting').length).toBe(4)
    expect(notCollected.split('Collection began on 1 January 2017, after the months').length).toBe(4)
    expect(tooFew.split('fewer than three incidents').length).toBe(4)
    expect([noMonth, tooFew].map((text) => text.includes('two periods of the same length'))).toEqual([true, false])
  })

  test('before the first meeting that was noted as held nothing is called since the last one, and only the first report the first', () => {
    const said = (isFirst: boolean): string => {
      const { context, ...input } = coreInput()
      const own = { ...input, context: { ...context, since: null, isFirst } }
      return textOf(own) + JSON.stringify(situationScreens(own))
    }
    for (const text of [said(true), said(false)]) expect(text.toLowerCase()).not.toContain('since the last meeting')
    expect([said(true), said(false)].map((text) => ['The first situation report.', 'The situation up to and including 10 February 2020.'].map((one) => text.includes(one)))).toEqual([[true, false], [false, true]])
  })

  test('trainings at which nobody counted are no trainings that were not collected', () => {
    const { effort } = inputFor('core')
    const said = (changes: Partial<typeof effort>): string => {
      const input = inputFor('core', { effort: { ...effort, peopleTrained: null, peopleAreLeast: false, ...changes } })
      return textOf(input) + JSON.stringify(situationScreens(input))
    }
    const trained = (text: string): readonly string[] => [...text.matchAll(/effort\.trained","text":"(?<in>[^"]+)"|[Tt]rained: (?<on>[^"]+)"/g)].map(({ groups }) => groups!['in'] ?? groups!['on']!)
    expect([trained(said({})), trained(said({ trainings: null }))]).toEqual([['not counted', 'not counted'], ['not collected', 'not collected']])
  })

  test('what was entered of later months alone is no number of all of them: it says from which month', () => {
    const { effort } = inputFor('network')
    const remarks = (changes: Partial<typeof effort>): string => {
      const input = inputFor('network', { effort: { ...effort, peopleAreLeast: false, ...changes } })
      return JSON.stringify([situationDocument(input).blocks.filter(({ kind }) => kind === 'highlights'), situationScreens(input).filter(({ id }) => id === 'effort')])
    }
    const said = (text: string): readonly number[] => ['December 2019', 'January 2020'].map((month) => text.split(`counted from ${month}`).length - 1)
    // Of trainings, people trained and passes, on paper and on the wall.
    expect([said(remarks({})), said(remarks({ trainingsFrom: '2019-12' })), said(remarks({ trainingsFrom: '2019-12', outreachFrom: '2020-01' }))]).toEqual([[0, 0], [4, 0], [4, 2]])
  })

  test('one part alone is told, and nothing is compared', () => {
    const data = situationData(inputFor('public', { told: told('2019-Q3') }))
    expect(data.told.map(({ period: { id }, cell }) => [id, cell])).toEqual([['2019-Q3', { state: 'shown', count: 12, atLeast: false }]])
    expect([data.tested, data.standsOut]).toEqual([0, []])
  })

  test('what was not told of a table is not in the document or in the data, though the table holds it', () => {
    const input = inputFor('public', { told: told('2019-Q3') })
    expect(months.base[0]).toMatchObject({ count: 24 })
    for (const text of [textOf(input), JSON.stringify(situationData(input))]) expect(text).not.toMatch(/(?<!\d)24(?!\d)/)
  })
})

test('no version can be handed what is another’s', () => {
  const core = coreInput()
  for (const audience of ['network', 'public'] as const) {
    const wrong = inputFor(audience, { windows: core.windows })
    expect(() => situationDocument(wrong)).toThrow('core group')
    expect(() => situationData(wrong)).toThrow('core group')
    expect(() => situationDocument(inputFor(audience, { edition: { year: 2019, tables: windows } }))).toThrow(`not for ${audience}`)
    expect(() => situationDocument(inputFor(audience, { told: [{ table: windows[0]!, periods: [], on: '2020-02-10' }] }))).toThrow(`not for ${audience}`)
  }
  expect(() => situationDocument(inputFor('public', { actions: inputFor('network').actions }))).toThrow('group’s own')
})

describe('how far the incidents came', () => {
  const chained = (audience: 'network' | 'public'): SituationInput => inputFor(audience, {
    edition: { year: 2019, tables: edition },
    times: { from: '2017-01-01', to: '2019-12-31', steps: defaultChain, told: [{ step: 'police', unit: 'week', count: 0 }, { step: 'contact', unit: 'week', count: 3 }] },
  })

  test('others read the figures of the edition, each step of at most all incidents, and rounded times', () => {
    for (const audience of ['network', 'public'] as const) {
      const { chain } = situationData(chained(audience))
      expect(chain).toMatchObject({ ownSteps: false })
      const counts = chain!.steps.map(({ cell }) => (cell.sign === 'number' ? cell.count : 0))
      expect(counts.length).toBeGreaterThan(1)
      expect(Math.max(...counts)).toBe(counts[0])
      for (const { label, cell } of chain!.steps) expect(edition.some(({ base }) => base.some((one) => one.state === 'shown' && cell.sign === 'number' && one.count === cell.count)), label).toBe(true)
      const text = textOf(chained(audience))
      for (const said of ['Police contacted: less than half a week', 'Direct contact: about 3 weeks', 'The network’s own steps in between are counted for the core group alone.']) expect(text).toContain(said)
      expect(text).not.toContain('Mobile team')
    }
  })

  test('the core group reads its own steps, those that are joined by name, and what was unfounded', () => {
    const of = (id: string, ...counts: readonly number[]): ProtectedTable => ({ ...windows[0]!, id, by: [], rows: [], unit: 'incident', base: counts.map((count) => (count < 0 ? { state: 'hidden' } : { state: 'shown', count, atLeast: false })) })
    const classes = [['closed.unfounded'], ['known', 'police'], ['mobile-team', 'support-organisation', 'contact'], ['offered', 'accepted']]
    const tables = [of('incidents', 30, 40), of('chain.closed.unfounded', 3, 4), of('chain.known', 9, 10), of('chain.mobile-team', 8, 12), of('chain.offered', 10, 14)]
    const input = inputFor('core', { windows: { before: period('2019-08', '2019-10'), now: period('2019-11', '2020-01'), tables, chain: { steps: defaultChain, classes } } })
    expect(situationData(input).chain!.steps.map(({ label, cell }) => [label, cell.sign === 'number' && cell.count])).toEqual([['Incidents', 40], ['Known', 36], ['Mobile team', 26], ['Support offered', 14]])
    for (const said of ['because the numbers are too small: Police contacted, Support organisation, Direct contact, Accepted.', '4 of the incidents were later held to be unfounded']) expect(textOf(input)).toContain(said)
    // What does not follow from what is shown is not there.
    const hidden = { ...input, windows: { ...input.windows!, tables: tables.map((table) => (/known|offered/.test(table.id) ? { ...table, base: table.base.map(() => ({ state: 'hidden' as const })) } : table)) } }
    expect(situationData(hidden).chain!.steps.map(({ cell }) => cell.sign)).toEqual(['number', 'number', 'hidden', 'hidden'])
  })

  test('why police contacts and police reports are two numbers stands where both do', () => {
    expect(textOf(chained('public')).includes('two different things')).toBe(edition.some(({ id }) => id === 'policeReports'))
    expect(textOf(inputFor('public'))).not.toContain('two different things')
  })
})

test('both languages say the same: as many blocks of each kind, and as many screens', () => {
  for (const input of [coreInput(), inputFor('network', { told: told('2019-Q1', '2019-Q2', '2019-Q3') }), inputFor('public', { untold: 'too-few' })]) {
    const swedish = { ...input, context: { ...input.context, language: 'sv' as const } }
    const kinds = (one: SituationInput): readonly string[] => situationDocument(one).blocks.map(({ kind }) => kind)
    expect(kinds(swedish)).toEqual(kinds(input))
    expect(situationData(swedish).screens.map(({ id }) => id)).toEqual(situationData(input).screens.map(({ id }) => id))
  }
})
