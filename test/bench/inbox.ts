// How long the server takes for each page of the inbox with 10,000 incidents: as they came, what is new, late pages, search, and what may be the same.
import { join } from 'node:path'
import { openRegister } from '@lykta/register'
import { deskOf } from '@lykta/server'
import type { SameAnswer } from '../../apps/server/src/api/same-types.ts'
import type { IncidentSearch, IncidentSearchAnswer } from '../../apps/server/src/api/types.ts'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { fillRegister } from './fill-register.ts'
import { makeUpNetwork } from './made-up-network.ts'
import { coldAndWarm, measured, round, say } from './measure.ts'

const size = 10_000

export async function measureInbox(folder: string): Promise<object> {
  say(`inbox: ${size} incidents`)
  const register = await openRegister({ dataFolder: join(folder, 'inbox'), create: true, programVersion: 'bench' })
  try {
    const made = makeUpNetwork(65, size)
    await fillRegister(register, made, size, () => {})
    const app = makeApp({ desk: await deskOf(register, made.network), version: 'bench', log: say, webApp: '' })
    const headers = { host: '127.0.0.1', 'content-type': 'application/json' }
    const search = async (asked: IncidentSearch): Promise<IncidentSearchAnswer> =>
      (await app.request('http://127.0.0.1/api/incidents/search', { method: 'POST', headers, body: JSON.stringify(asked) })).json() as Promise<IncidentSearchAnswer>
    const same = async (): Promise<SameAnswer> => (await app.request('http://127.0.0.1/api/same', { headers })).json() as Promise<SameAnswer>
    let after: string | undefined
    for (let page = 0; page < 25; page += 1) after = (await search({ order: 'arrived', ...(after === undefined ? {} : { after }) })).next ?? undefined
    const asked: Readonly<Record<string, IncidentSearch>> = {
      latestOccurrence: {}, arrived: { order: 'arrived' }, arrivedPage26: { order: 'arrived', ...(after === undefined ? {} : { after }) },
      new: { order: 'arrived', waiting: 'new' }, newOfOneKind: { order: 'arrived', waiting: 'new', placeType: 'hotel', year: 2019 }, answered: { order: 'arrived', waiting: 'answered' }, text: { text: 'hamnen' },
    }
    const times: Record<string, unknown> = {}
    for (const [name, one] of Object.entries(asked)) times[name] = (await coldAndWarm(() => search(one), 9)).warm.ms
    const first = await measured(same)
    const looked = await measured(async () => {
      while ((await same()).done < 1) continue
    })
    return { incidents: size, warmMs: times, same: { firstAnswerMs: round(first.ms), untilFoundMs: round(looked.ms), againMs: (await coldAndWarm(same, 5)).warm.ms } }
  } finally {
    await register.close()
  }
}
