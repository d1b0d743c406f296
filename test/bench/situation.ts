// How long the server takes for situation reports with 10,000 incidents and 300 cases: the pages that list and read them, the chain, and the making, which has a thread of its own.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { appendCase, appendCaseEvents, appendMeetings, inNetwork, listIncidents, makeReference, openRegister, REFERENCE_BYTES, write } from '@lykta/register'
import { deskOf } from '@lykta/server'
import type { SituationsAnswer } from '../../apps/server/src/api/situation-types.ts'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { momentOf } from '../../apps/server/src/work/count-network.ts'
import { makeReport } from '../../apps/server/src/work/situation/make-report.ts'
import { readFollowed } from '../../apps/server/src/work/situation/read-followed.ts'
import { fillRegister } from './fill-register.ts'
import { makeUpNetwork } from './made-up-network.ts'
import { coldAndWarm, measured, round, say } from './measure.ts'

const [size, cases] = [10_000, 300]

export async function measureSituation(folder: string): Promise<object> {
  say(`situation reports: ${size} incidents, ${cases} cases`)
  const register = await openRegister({ dataFolder: join(folder, 'situation'), create: true, programVersion: 'bench' })
  try {
    const made = makeUpNetwork(67, size)
    await fillRegister(register, made, size, () => {})
    const desk = { ...(await deskOf(register, made.network)), today: () => '2019-12-31' }
    const { incidents } = await inNetwork(register, desk.context, (transaction) => listIncidents(transaction, {}, { limit: cases }))
    const at = new Date().toISOString()
    for (const [index, incident] of incidents.entries()) {
      await write(register, desk.context, { action: 'case.open', object: 'bench' }, async (transaction) => {
        const id = randomUUID()
        await appendCase(transaction, { id, ref: makeReference(randomBytes(REFERENCE_BYTES)), at })
        await appendCaseEvents(transaction, id, [
          { id: randomUUID(), act: { kind: 'open' }, at }, { id: randomUUID(), act: { kind: 'join', incident: incident.id }, at },
          ...(['police', 'contact', 'offered'] as const).slice(0, index % 4).map((step, day) => ({ id: randomUUID(), act: { kind: 'step' as const, step, on: `2019-11-1${day}`, organisation: null, outcome: 'reached' as const }, at })),
        ])
      })
    }
    const meeting = randomUUID()
    await write(register, desk.context, { action: 'meeting.plan', object: 'bench' }, (transaction) => appendMeetings(transaction, (['2019-09-12', '2019-12-31'] as const).map((date, index) =>
      ({ id: index === 1 ? meeting : randomUUID(), circle: 'core', revision: 1, date, begins: '13:00', ends: '15:00', state: 'planned', agenda: [], attendance: null }))))
    const app = makeApp({ desk, version: 'bench', log: say, webApp: '' })
    const get = (path: string) => async () => (await app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } })).text()
    const followed = await coldAndWarm(async () => {
      const { position, collection } = await momentOf(desk)
      return inNetwork(register, desk.context, (transaction) => readFollowed(transaction, { position, collection }))
    }, 5)
    const making = await measured(() => makeReport(desk, { id: randomUUID(), meeting }))
    const { versions } = JSON.parse(await get('/api/situations')()) as SituationsAnswer
    const files = versions.find(({ audience }) => audience === 'core')!.files
    const pages: Record<string, () => Promise<string>> = {
      list: get('/api/situations'), meetings: get('/api/meetings'), meeting: get(`/api/meetings/${meeting}`), cases: get('/api/cases'), chain: get('/api/chain'),
      page: get(files.find(({ kind }) => kind === 'page')!.href), wall: get(files.find(({ kind }) => kind === 'data')!.href),
    }
    const times: Record<string, unknown> = {}
    for (const [name, page] of Object.entries(pages)) times[name] = (await coldAndWarm(page, 9)).warm
    return { incidents: size, cases, warm: times, readFollowed: followed.warm, makingMs: round(making.ms) }
  } finally {
    await register.close()
  }
}
