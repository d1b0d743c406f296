// A printed year that is printed anew: which incidents count before and after, in PostgreSQL as by a plain replay, and what enters and leaves explains the change.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinReports, type StoredIncident } from '@lykta/incident'
import { inNetwork } from '@lykta/register'
import {
  countBySql, countInMemory, type CountInput, type CountTable, lateBySql, mergePeriods, type PrintedYears, revisedYearsBySql, type Selection, type TableSpec, vintagesOf, wholePeriod, yearPeriods, type YearRevision,
} from '@lykta/statistics'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { uuid } from '../../packages/statistics/test/support/random-network.ts'
import { type History, randomHistory, withoutLinks, writeHistory } from './random-history.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.close())

const runs = process.env['LYKTA_PROVE'] ? 300 : 20
const basis = 'occurred'
const collection = { from: '2015-01-01', to: '2021-01-01' } as const
const single = yearPeriods(2015, 2020, collection)
const periods = [...single, mergePeriods(single.slice(2, 5), collection), wholePeriod(2015, 2020, collection)]
const tables: readonly TableSpec[] = [
  { id: 'incidents', unit: 'incident', by: [], base: 'all' }, { id: 'place', unit: 'incident', by: ['place-type'], base: 'all' },
  { id: 'persons', unit: 'person', by: [], base: 'all' }, { id: 'sex', unit: 'person', by: ['sex'], base: 'all' },
]
const yearOf = ({ answers }: StoredIncident): number => Number(answers.occurred.to.slice(0, 4))
/** Of the few events that are drawn some report is nearly always counted: every other incident is one of an event of its year, so that some are late as a whole. */
function withEventsOfYears({ founders, steps }: History): History {
  return {
    founders,
    steps: steps.map((step) => {
      const drawn = new Set(step.links.flatMap(({ incident, entry }) => (entry === null ? [incident] : [])))
      const fresh = step.incidents.filter(({ id, revision }, index) => revision === 1 && index % 2 === 0 && !drawn.has(id))
      return { ...step, links: [...step.links, ...fresh.map((one) => ({ incident: one.id, entry: null, cluster: uuid(5, yearOf(one)), degree: 'certain' as const, groups: null, taken: false }))] }
    }),
  }
}
type Content = ReadonlyMap<string, StoredIncident>
const isSame = (a: StoredIncident | undefined, b: StoredIncident): boolean => a !== undefined && a.revision === b.revision

test('counts before and after each revision are those of a plain replay; no other year changes; the difference explains the change', async () => {
  const random = fc.record({
    // What is linked is replayed with vintages (vintages.test.ts); here the replay is of plain incidents.
    history: randomHistory.map(withoutLinks),
    // After each moment but the first: an edition of a year, and perhaps a printed year anew.
    years: fc.tuple(fc.constant(2016), fc.constantFrom(2017, 2018), fc.constantFrom(2018, 2019), fc.constant(2019), fc.constant(2019)),
    anew: fc.array(fc.option(fc.constantFrom(2016, 2017, 2018, 2019), { freq: 4 }), { minLength: 5, maxLength: 5 }),
  })
  let changed = 0
  await fc.assert(
    fc.asyncProperty(random, async ({ history, years, anew }) => {
      const { context, moments } = await writeHistory(database.register, history)
      const editions: PrintedYears[] = []
      const revisions: YearRevision[] = []
      // The replay: what counts in printed years, by year.
      const printed = new Map<number, Content>()
      const before: { readonly year: number; readonly content: Content }[] = []
      const isTaken = (id: string, but?: number): boolean => [...printed].some(([year, content]) => year !== but && content.has(id))
      const contentOf = ({ incidents }: CountInput, year: number): Content =>
        new Map(incidents.filter((one) => !one.withdrawn && yearOf(one) === year && one.answers.occurred.from >= collection.from && !isTaken(one.id, year)).map((one) => [one.id, one]))
      let last = 2014
      for (const [index, moment] of moments.entries()) {
        const { position } = moment
        const year = anew[index] ?? null
        if (year !== null && year <= last) {
          before.push({ year, content: printed.get(year)! })
          printed.set(year, contentOf(moment, year))
          revisions.push({ year, position })
        } else {
          for (let one = last + 1; one <= years[index]!; one += 1) printed.set(one, contentOf(moment, one))
          last = Math.max(last, years[index]!)
          editions.push({ year: years[index]!, asOf: position })
        }
        const vintages = vintagesOf(editions)
        const open = Array.from({ length: 2021 - last }, (_, place) => last + 1 + place)
        const now: readonly (readonly [number, Content])[] = [...printed, ...open.map((one) => [one, contentOf(moment, one)] as const)]
        const count = (selection: Selection): Promise<readonly CountTable[]> => inNetwork(database.register, context, ({ run }) =>
          countBySql(run, { network: context.network, organisations: moment.organisations, position, vintages, selection }, tables, periods, { collection, basis }))
        const replay = (incidents: readonly StoredIncident[]): readonly CountTable[] => countInMemory({ ...moment, incidents }, tables, periods, { collection, basis })
        const revised = await inNetwork(database.register, context, ({ run }) => revisedYearsBySql(run, { network: context.network, position, vintages }, revisions, collection))
        const all = now.flatMap(([, content]) => [...content.values()])
        expect(await count(revised.now)).toEqual(replay(all))
        for (const [step, { before: selection, entering, leaving }] of revised.steps.entries()) {
          const contents = new Map(now)
          for (const one of before.slice(step).toReversed()) contents.set(one.year, one.content)
          // The year after this revision: as the next revision of it found it, or as it is now.
          const after = before.slice(step + 1).find((one) => one.year === before[step]!.year)?.content ?? printed.get(before[step]!.year)!
          expect(await count(selection)).toEqual(replay([...contents.values()].flatMap((content) => [...content.values()])))
          const enters = [...after.values()].filter((one) => !isSame(before[step]!.content.get(one.id), one))
          const leaves = [...before[step]!.content.values()].filter((one) => !isSame(after.get(one.id), one))
          expect(await count(entering)).toEqual(replay(enters))
          expect(await count(leaving)).toEqual(replay(leaves))
          changed += enters.length + leaves.length
        }
        const late = await inNetwork(database.register, context, ({ run }) => lateBySql(run, { network: context.network, position, vintages }, collection))
        const expected = moment.incidents.filter((one) => !one.withdrawn && yearOf(one) <= last && one.answers.occurred.from >= collection.from && !isTaken(one.id))
        expect([...late.filter(({ incident }) => !revised.touched.has(incident)), ...revised.late].map(({ incident }) => incident).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
      }
    }),
    { seed: 20261126, numRuns: runs, endOnFailure: true },
  )
  expect(changed).toBeGreaterThan(runs)
}, 3_600_000)

test('with reports of one event and persons that are the same: what was taken together is read by the links of then, and what enters and leaves explains the change', async () => {
  const random = fc.record({ history: randomHistory.map(withEventsOfYears), last: fc.constantFrom(2017, 2018), anew: fc.array(fc.option(fc.constantFrom(2016, 2017, 2018), { freq: 3 }), { minLength: 5, maxLength: 5 }) })
  let [changed, events, joinedLate] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(random, async ({ history, last, anew }) => {
      const { context, moments } = await writeHistory(database.register, history)
      type Taken = { readonly incident: StoredIncident; readonly at: number }
      const printed = new Map<number, ReadonlyMap<string, Taken>>()
      const contentOf = (year: number, at: number): ReadonlyMap<string, Taken> => new Map(moments[at]!.incidents
        .filter((one) => !one.withdrawn && yearOf(one) === year && one.answers.occurred.from >= collection.from && ![...printed].some(([other, content]) => other !== year && content.has(one.id)))
        .map((incident) => [incident.id, { incident, at }]))
      const before: { readonly year: number; readonly content: ReadonlyMap<string, Taken> }[] = []
      const revisions: YearRevision[] = []
      for (let year = 2015; year <= last; year += 1) printed.set(year, contentOf(year, 0))
      const vintages = vintagesOf([{ year: last, asOf: moments[0]!.position }])
      for (const [index, moment] of moments.entries()) {
        const year = index === 0 ? null : (anew[index] ?? null)
        if (year === null || year > last) continue
        before.push({ year, content: printed.get(year)! })
        printed.set(year, contentOf(year, index))
        revisions.push({ year, position: moment.position })
      }
      const [now, moment] = [moments.length - 1, moments.at(-1)!]
      const open = Array.from({ length: 2021 - last }, (_, place) => contentOf(last + 1 + place, now))
      const replay = (contents: readonly ReadonlyMap<string, Taken>[]): readonly CountTable[] => {
        const groups = [...Map.groupBy(contents.flatMap((content) => [...content.values()]), ({ at }) => at)]
        const joined = groups.map(([at, list]) => joinReports(list.map(({ incident }) => incident), moments[at]!.links ?? []))
        events += joined.reduce((sum, one) => sum + one.joined.filter(({ reports }) => reports.length > 1).length, 0)
        return countInMemory({ organisations: moment.organisations, position: moment.position, incidents: joined.flatMap(({ plain }) => plain), events: joined.flatMap((one) => one.joined) }, tables, periods, { collection, basis })
      }
      const count = (selection: Selection): Promise<readonly CountTable[]> => inNetwork(database.register, context, ({ run }) =>
        countBySql(run, { network: context.network, organisations: moment.organisations, position: moment.position, vintages, selection }, tables, periods, { collection, basis }))
      const revised = await inNetwork(database.register, context, ({ run }) => revisedYearsBySql(run, { network: context.network, position: moment.position, vintages }, revisions, collection))
      const states = [...revised.steps.map(({ before: selection }) => selection), revised.now]
      for (const [step, selection] of states.entries()) {
        const contents = new Map(printed)
        for (const one of before.slice(step).toReversed()) contents.set(one.year, one.content)
        expect(await count(selection)).toEqual(replay([...contents.values(), ...open]))
      }
      const clusterOf = new Map((moment.links ?? []).flatMap(({ incident, entry, cluster }) => (entry === null ? [[incident, cluster] as const] : [])))
      const isTaken = (id: string): boolean => [...printed.values()].some((content) => content.has(id)) || open.some((content) => content.has(id))
      const counted = new Set([...clusterOf].flatMap(([incident, cluster]) => (isTaken(incident) ? [cluster] : [])))
      const late = await inNetwork(database.register, context, ({ run }) => lateBySql(run, { network: context.network, position: moment.position, vintages }, collection))
      const expected = moment.incidents.filter((one) => !one.withdrawn && yearOf(one) <= last && one.answers.occurred.from >= collection.from && !isTaken(one.id) && !counted.has(clusterOf.get(one.id) ?? ''))
      const allLate = [...late.filter(({ incident }) => !revised.touched.has(incident)), ...revised.late]
      expect(allLate.map(({ incident }) => incident).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
      // Reports of one event are one that is late, as they would be one that is counted.
      const { plain, joined } = joinReports(expected, moment.links ?? [])
      const lateEvents = [...plain.map(({ id }) => [id]), ...joined.map(({ reports }) => reports.map(({ id }) => id).toSorted())].map(String).toSorted()
      expect([...Map.groupBy(allLate, ({ event }) => event).values()].map((list) => String(list.map(({ incident }) => incident).toSorted())).toSorted()).toEqual(lateEvents)
      joinedLate += allLate.length - lateEvents.length
      const incidentsIn = async (selection: Selection): Promise<readonly number[]> => (await count(selection))[0]!.base.map((cell) => cell.count)
      for (const [step, { entering, leaving }] of revised.steps.entries()) {
        const [earlier, later, enter, leave] = [await incidentsIn(states[step]!), await incidentsIn(states[step + 1]!), await incidentsIn(entering), await incidentsIn(leaving)]
        expect(later.map((value, at) => value - earlier[at]!)).toEqual(enter.map((value, at) => value - leave[at]!))
        changed += Math.max(0, ...enter, ...leave)
      }
    }),
    { seed: 20261127, numRuns: runs, endOnFailure: true },
  )
  expect(joinedLate).toBeGreaterThan(0)
  expect(Math.min(changed, events)).toBeGreaterThan(runs)
}, 3_600_000)
