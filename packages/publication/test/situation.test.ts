// A situation report for each audience: chapters, what is said when little may be, and that no version can be handed what is another's.
import type { ProtectedTable } from '@lykta/disclosure'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, protect } from '../../disclosure/src/index.ts'
import { requestFor } from '../../disclosure/test/support/request.ts'
import { registerOf } from '../../disclosure/test/support/small-register.ts'
import type { SituationInput } from '../src/index.ts'
import { situationData } from '../src/situation/situation-data.ts'
import { situationDocument } from '../src/situation/situation-document.ts'

let months: ProtectedTable
let windows: readonly ProtectedTable[]
beforeAll(async () => {
  const register = registerOf([{ times: 24, year: 2019, month: 2 }, { times: 12, year: 2019, month: 5 }, { times: 12, year: 2019, month: 8 }, { times: 12, year: 2019, month: 11 }])
  const policy = defaultPolicies.public
  const made = await protect(requestFor(register, { policy, years: [2019, 2019], plan: { id: 'x', blockYears: 3, tables: defaultPlan(policy).tables.filter(({ id }) => id === 'months') } }))
  months = made.tables.find(({ id }) => id === 'months')!
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
      circle: audience === 'public' ? null : audience, meeting: '2020-02-13', since: '2019-11-14', asOf: { position: 9, time: '2020-02-01T10:00:00.000Z', head: '' }, today: '2020-02-10', policy: 'p', version: '1',
    },
    label: (_, code) => code,
    windows: null, yearChain: null, told: [], untold: null, edition: null, times: null, apart: [],
    effort: { period: period('2019-11', '2020-01'), members: 9, active: 7, trainings: 2, peopleTrained: 41, peopleAreLeast: true, outreachPasses: 12 },
    actions: audience === 'public' ? null : { open: [{ organisation: 'Jouren', madeOn: '2019-11-14', due: '2020-01-31' }, { organisation: null, madeOn: '2019-11-14', due: null }], settled: 1 },
    ...changes,
  }
}
const coreInput = (): SituationInput => inputFor('core', { windows: { before: period('2019-08', '2019-10'), now: period('2019-11', '2020-01'), tables: windows, chain: null } })
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

describe('where little may be told', () => {
  test('it says so plainly, and is of use all the same', () => {
    const text = textOf(inputFor('network', { untold: 'rest-too-small' }))
    for (const said of ['No number of incidents can be told this time.', 'The latest part of the year is told later.', 'does not mean that nothing has happened', 'Nothing stands out.', 'active organisations, of 9', 'at least 41', '2 actions are open, one is past the due date. One has been settled']) {
      expect(text).toContain(said)
    }
    expect(textOf(inputFor('core'))).toContain('No figure of the period can stand here')
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

test('both languages say the same: as many blocks of each kind, and as many screens', () => {
  for (const input of [coreInput(), inputFor('network', { told: told('2019-Q1', '2019-Q2', '2019-Q3') }), inputFor('public', { untold: 'too-few' })]) {
    const swedish = { ...input, context: { ...input.context, language: 'sv' as const } }
    const kinds = (one: SituationInput): readonly string[] => situationDocument(one).blocks.map(({ kind }) => kind)
    expect(kinds(swedish)).toEqual(kinds(input))
    expect(situationData(swedish).screens.map(({ id }) => id)).toEqual(situationData(input).screens.map(({ id }) => id))
  }
})
