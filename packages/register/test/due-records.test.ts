// What the database finds to have fallen due, held against the incident room's rule on random registers.
import { randomUUID } from 'node:crypto'
import { type CaseAct, type CivilDate, type CoarseLevel, coarsenIncident, decideClocks, fallsDue, type Hold, type Id, type Incident, type KeptRecords } from '@lykta/incident'
import {
  appendCase, appendCaseEvents, appendEpoch, appendMeetingItem, appendMeetings, appendRevisions, coarsenAnswers, type Context, type DueRecord, inNetwork, type NewCaseEvent, readDueRecords, write, type WriteTransaction,
} from '@lykta/register'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, createdAt, makeNetwork, newIncident, nextReference, person } from './support/network.ts'

let database: TestDatabase
beforeAll(async () => void (database = await cloneDatabase()))
afterAll(() => database.close())

const timeZone = 'Europe/Stockholm'
const dayOf = (at: string): CivilDate => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()
const day = fc.integer({ min: 0, max: 2200 }).map((days) => new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
/** In the evening, when it is the next day in Stockholm in summer. */
const moment = fc.tuple(day, fc.constantFrom('09:00', '22:30', '23:30')).map(([on, time]) => `${on}T${time}:00.000Z`)
const registers = fc.record({
  today: fc.integer({ min: 800, max: 3000 }).map((days) => new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)),
  months: fc.record({ narrative: fc.integer({ min: 1, max: 40 }), note: fc.integer({ min: 1, max: 40 }), situation: fc.integer({ min: 1, max: 40 }), person: fc.integer({ min: 1, max: 40 }), coded: fc.integer({ min: 1, max: 40 }) }),
  incidents: fc.array(fc.record({
    occurred: day, reported: day, sealed: fc.boolean(), contact: fc.boolean(), again: fc.option(fc.record({ occurred: day, sealed: fc.boolean(), at: moment })),
    coarse: fc.subarray<CoarseLevel>(['person', 'coded']),
  }), { minLength: 4, maxLength: 6 }),
  // Which incidents have ever been in it; written in this order.
  cases: fc.array(fc.record({ of: fc.uniqueArray(fc.nat(5), { maxLength: 3 }), events: fc.array(fc.tuple(fc.constantFrom('note', 'close', 'reopen', 'remind', 'leave'), moment), { maxLength: 5 }) }), { minLength: 1, maxLength: 3 }),
  meetings: fc.array(fc.record({ on: day, told: fc.boolean() }), { maxLength: 2 }),
  holds: fc.array(fc.record({ kind: fc.constantFrom('incident' as const, 'case' as const, 'meeting' as const), of: fc.nat(5), until: day }), { maxLength: 3 }),
})

type Kept = { readonly records: KeptRecords; readonly holds: readonly Hold[]; readonly texts: ReadonlySet<Id>; readonly names: ReadonlyMap<Id, string>; readonly context: Context }

/** What was written, and what the rule is to be asked with. */
async function fill({ incidents, cases, meetings, holds }: typeof registers extends fc.Arbitrary<infer Made> ? Made : never): Promise<Kept> {
  const { network, organisations: [organisation] } = await makeNetwork(database.register)
  const context: Context = { network: network.id, member: 'operator', role: 'coordinator' }
  const act = (work: (transaction: WriteTransaction) => Promise<unknown>): Promise<unknown> => write(database.register, context, { action: 'test.due', object: 'test' }, work)
  const files = { epoch: 1, position: null, body: Buffer.from('BODY'), key: Buffer.from('KEY') }
  const texts = new Set<Id>()
  const names = new Map<Id, string>()
  const inCase = new Map<Id, readonly Id[]>()
  const kept: { incidents: KeptRecords['incidents'][number][]; cases: KeptRecords['cases'][number][]; meetings: KeptRecords['meetings'][number][] } = { incidents: [], cases: [], meetings: [] }
  await act((transaction) => appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))

  const written: { readonly id: Id; readonly occurredTo: CivilDate; readonly writtenOn: CivilDate; readonly contact: boolean; readonly coarse: readonly CoarseLevel[] }[] = []
  for (const { occurred, reported, sealed, contact, again, coarse } of incidents) {
    const answers = (on: CivilDate): Incident => answersOf(organisation.id, { occurred: { from: on, to: on, about: false }, reportedOn: reported, persons: [contact ? { ...person, contactDate: on } : person] })
    const text = (has: boolean) => (has ? { ...files, sealedId: randomUUID() } : null)
    const first = newIncident(answers(occurred), { sealed: text(sealed) })
    const id = first.incident
    await act((transaction) => appendRevisions(transaction, [first]))
    if (again) await act((transaction) => appendRevisions(transaction, [newIncident(answers(again.occurred), { incident: id, number: 2, first: null, sealed: text(again.sealed), createdAt: again.at })]))
    const hasText = sealed || again?.sealed === true
    if (hasText) texts.add(id)
    names.set(id, first.first!.ref)
    const been = hasText ? [] : coarse
    if (been.length > 0) await act((transaction) => coarsenAnswers(transaction, id, been))
    const { occurred: { to: occurredTo } } = coarsenIncident(answers(again?.occurred ?? occurred), been, network.collectionStart)
    written.push({ id, occurredTo, writtenOn: again?.sealed ? dayOf(again.at) : reported, contact, coarse: been })
  }
  for (const { of, events } of cases) {
    const id = randomUUID()
    const ref = nextReference()
    const joined = of.flatMap((at) => (written[at] ? [written[at].id] : []))
    const happened: NewCaseEvent[] = [{ id: randomUUID(), act: { kind: 'open' }, at: '2018-01-01T09:00:00.000Z' }, ...joined.map((incident) => ({ id: randomUUID(), act: { kind: 'join', incident } as CaseAct, at: '2018-01-02T09:00:00.000Z' }))]
    for (const [kind, at] of events) {
      if (kind === 'leave' && joined.length === 0) continue
      const done: CaseAct = kind === 'note' ? { kind, replaces: null } : kind === 'close' ? { kind, reason: 'no-further-action' } : kind === 'remind' ? { kind, plan: randomUUID() } : kind === 'leave' ? { kind, incident: joined[0]! } : { kind: 'reopen', reason: 'mistake' }
      happened.push({ id: randomUUID(), act: done, at, note: kind === 'note' ? files : undefined })
    }
    await act(async (transaction) => {
      await appendCase(transaction, { id, ref, at: createdAt })
      await appendCaseEvents(transaction, id, happened)
    })
    const ended = happened.findLast(({ act: { kind } }) => kind === 'close' || kind === 'reopen')
    kept.cases.push({ id, closedOn: ended?.act.kind === 'close' ? dayOf(ended.at) : null, writtenOn: dayOf(happened.findLast(({ act: { kind } }) => kind !== 'remind')!.at) })
    names.set(id, ref)
    if (happened.some(({ note }) => note)) texts.add(id)
    for (const one of joined) inCase.set(one, [...(inCase.get(one) ?? []), id])
  }
  kept.incidents.push(...written.map(({ contact, coarse, ...one }) => ({ ...one, fine: { person: contact && !coarse.includes('person'), coded: !coarse.includes('coded') }, cases: inCase.get(one.id) ?? [] })))
  for (const { on, told } of meetings) {
    const id = randomUUID()
    await act(async (transaction) => {
      await appendMeetings(transaction, [{ id, circle: 'core', revision: 1, date: on, begins: '13:00', ends: '15:00', state: 'planned', agenda: [], attendance: null }])
      if (told) await appendMeetingItem(transaction, { id: randomUUID(), revision: 1, meeting: id, circle: 'core', kind: 'situation', organisation: organisation.id, state: 'told', due: null, settled: null, line: null }, { ...files, id: randomUUID(), previous: null, createdAt })
    })
    kept.meetings.push({ id, heldOn: on })
    names.set(id, on)
    if (told) texts.add(id)
  }
  const subjects = { incident: written, case: kept.cases, meeting: kept.meetings }
  const placed = holds.flatMap(({ kind, of, until }) => (subjects[kind][of] ? [{ kind, subject: subjects[kind][of].id, until }] : []))
  return { records: kept, holds: placed, texts, names, context }
}

test('the database finds what the rule says: today, in the year that follows, and of single records', async () => {
  let found = 0
  await fc.assert(fc.asyncProperty(registers, async (given) => {
    const { records, holds, texts, names, context } = await fill(given)
    const by = Temporal.PlainDate.from(given.today).add({ months: 12 }).toString()
    const clocks = decideClocks(given.months)
    const ask = (only?: readonly Id[]) => inNetwork(database.register, context, (transaction) => readDueRecords(transaction, { today: given.today, by, timeZone, clocks, holds, only }))
    const rule = (on: CivilDate): readonly DueRecord[] => fallsDue(on, records, clocks, holds).flatMap(({ class: of, id, on: since, heldUntil }): readonly DueRecord[] => {
      if (of === 'publication' || of === 'reading' || of === 'audit' || of === 'member') return []
      const coded = of === 'person' || of === 'coded'
      return coded || texts.has(id) ? [{ class: of, id, name: names.get(id)!, on: since, heldUntil, waitsForReason: coded && texts.has(id) }] : []
    })
    const due = rule(given.today)
    found += due.length
    const answer = await ask()
    expect(answer.first).toEqual(due)
    const count = (test: (one: DueRecord) => boolean) => (of: DueRecord['class']): number => due.filter((one) => one.class === of && test(one)).length
    const classes = [...new Set(due.map((one) => one.class))]
    expect(new Map(answer.now.map((one) => [one.class, one]))).toEqual(new Map(classes.map((of) =>
      [of, { class: of, count: count(() => true)(of), held: count(({ heldUntil }) => heldUntil !== null)(of), waiting: count(({ heldUntil, waitsForReason }) => heldUntil === null && waitsForReason)(of) }])))
    const later = rule(by).filter(({ on }) => on > given.today)
    const months = Map.groupBy(later, ({ on, class: of }) => `${on.slice(0, 7)} ${of}`)
    expect(new Map(answer.coming.map(({ class: of, month, count: all }) => [`${month} ${of}`, all]))).toEqual(new Map([...months].map(([key, all]) => [key, all.length])))
    expect(answer.coming.map(({ month }) => month)).toEqual(answer.coming.map(({ month }) => month).toSorted())
    for (const id of [due[0]?.id, due.at(-1)?.id]) if (id !== undefined) expect((await ask([id])).first).toEqual(due.filter((one) => one.id === id))
    expect((await ask([])).first).toEqual([])
  }), { seed: 17, numRuns: process.env['LYKTA_PROVE'] ? 300 : 10 })
  expect(found).toBeGreaterThan(30)
})
