// How long the server takes for the desk's pages with 10,000 incidents and a year of follow-up: cases, one case, meetings, effort, the inbox, what falls due.
import { join } from 'node:path'
import type { CaseAct } from '@lykta/incident'
import { appendCase, appendCaseEvents, appendEfforts, appendMeetings, type Context, makeReference, type NewCaseEvent, openRegister, readState, REFERENCE_BYTES, refreshPlanning, type Register, inNetwork, write } from '@lykta/register'
import { deskOf } from '@lykta/server'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { fillRegister } from './fill-register.ts'
import { type MadeUpNetwork, makeUpNetwork } from './made-up-network.ts'
import { coldAndWarm, round, say } from './measure.ts'
import { postgresCpu } from './postgres-cpu.ts'

const size = 10_000
/** Four fifths closed: a year of a network that follows up every sixth of its incidents. */
const cases = 1_500
const casesAWrite = 250
const turns = 8

export async function measureDesk(folder: string): Promise<object> {
  say(`desk: ${size} incidents, ${cases} cases`)
  const data = join(folder, 'desk')
  const register = await openRegister({ dataFolder: data, create: true, programVersion: 'bench' })
  try {
    const made = makeUpNetwork(67, size)
    const { context } = await fillRegister(register, made, size, () => {})
    const ref = await followUp(register, context, made)
    const meeting = await meet(register, context, made)
    await refreshPlanning(register)
    const desk = await deskOf(register, made.network)
    const app = makeApp({ desk, version: 'bench', log: say, webApp: '' })
    const headers = { host: '127.0.0.1', 'content-type': 'application/json' }
    const get = async (path: string): Promise<string> => answered(await app.request(`http://127.0.0.1${path}`, { headers }), path)
    const post = async (path: string, body: object): Promise<string> => answered(await app.request(`http://127.0.0.1${path}`, { method: 'POST', headers, body: JSON.stringify(body) }), path)
    const pages: Readonly<Record<string, () => Promise<unknown>>> = {
      cases: () => get('/api/cases'), closedCases: () => get('/api/cases?closed=true'), oneCase: () => get(`/api/cases/${ref}`),
      meetings: () => get('/api/meetings'), oneMeeting: () => get(`/api/meetings/${meeting}`), effort: () => get('/api/efforts'), situations: () => get('/api/situations'),
      inbox: () => post('/api/incidents/search', { order: 'arrived' }), newInInbox: () => post('/api/incidents/search', { order: 'arrived', waiting: 'new' }),
      overview: () => get('/api/overview?year=2024'), fallsDue: () => get('/api/retention'),
    }
    const times: Record<string, object> = {}
    for (const [name, page] of Object.entries(pages)) {
      const before = postgresCpu(data) ?? Number.NaN
      const { cold, warm } = await coldAndWarm(page, turns - 1)
      // On a machine that does other things the clock tells of those too; processor time does not.
      times[name] = { coldMs: cold.ms, warmMs: warm.ms, warmServerCpuMs: warm.cpuMs, postgresCpuMs: round(((postgresCpu(data) ?? Number.NaN) - before) / turns) }
      say(`  ${name}: ${JSON.stringify(times[name])}`)
    }
    return { incidents: size, cases, pages: times }
  } finally {
    await register.close()
  }
}

/** A page that fails fast would be the fastest. */
async function answered(response: Response, path: string): Promise<string> {
  if (response.status !== 200) throw new Error(`bench: ${path} answered ${response.status}`)
  return response.text()
}

/** Returns the reference of one case that is open. */
async function followUp(register: Register, context: Context, { random, organisations }: MadeUpNetwork): Promise<string> {
  const { incidents } = await inNetwork(register, context, (transaction) => readState(transaction))
  const [first] = organisations
  const refOf = (number: number): string => makeReference(Uint8Array.from({ length: REFERENCE_BYTES }, (_, place) => Math.floor(number / 32 ** place) % 32))
  const eventsOf = (number: number): readonly NewCaseEvent[] => {
    const at = `2025-${String(1 + (number % 12)).padStart(2, '0')}-03T09:00:00.000Z`
    const on = at.slice(0, 10)
    const step = (id: string): CaseAct => ({ kind: 'step', step: id, on, organisation: first!.id, outcome: 'reached' })
    const acts: readonly CaseAct[] = [
      { kind: 'open' }, { kind: 'join', incident: incidents[number * 6]!.id }, step('police'), step('mobile-team'), step('support-organisation'), step('contact'), step('offered'),
      number % 5 === 0 ? { kind: 'plan', step: 'contact', organisation: first!.id, due: '2026-01-15', remind: '2026-01-13' } : { kind: 'close', reason: 'support-accepted' },
    ]
    return acts.map((act) => ({ id: random.uuid(), act, at }))
  }
  for (let start = 0; start < cases; start += casesAWrite) {
    await write(register, context, { action: 'case.bench', object: `cases:${start}` }, async (transaction) => {
      for (let number = start; number < Math.min(cases, start + casesAWrite); number += 1) {
        const id = random.uuid()
        await appendCase(transaction, { id, ref: refOf(number), at: '2025-01-01T00:00:00.000Z' })
        await appendCaseEvents(transaction, id, eventsOf(number))
      }
    })
  }
  return refOf(0)
}

/** Four meetings of each group, and each organisation's effort month by month; returns one meeting's id. */
async function meet(register: Register, context: Context, { random, organisations }: MadeUpNetwork): Promise<string> {
  const meetings = (['core', 'network'] as const).flatMap((circle) => ['03-12', '06-11', '09-10', '12-10'].map((day) => ({
    id: random.uuid(), circle, revision: 1, date: `2025-${day}`, begins: '13:00', ends: '15:00', state: 'planned' as const, agenda: ['Läget', 'Beslut'], attendance: organisations.map(({ id }) => id),
  })))
  await write(register, context, { action: 'meeting.bench', object: 'meetings' }, async (transaction) => {
    await appendMeetings(transaction, meetings)
    await appendEfforts(transaction, organisations.flatMap(({ id: organisation }) => Array.from({ length: 12 }, (_, month) => ({
      id: random.uuid(), revision: 1, organisation, kind: 'training' as const, month: `2025-${String(month + 1).padStart(2, '0')}`, times: 1, people: 12, withdrawn: false,
    }))))
  })
  return meetings[0]!.id
}
