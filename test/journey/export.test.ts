// An export of the sample at the command line: another installation that it is read into has the same figures, and its tables import as they are.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSituationFile, inNetwork, readMeetings, readSituationVersions } from '@lykta/register'
import { openDesk } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFunnel } from '../../apps/server/src/work/cases/read-funnel.ts'
import { makeReport } from '../../apps/server/src/work/situation/make-report.ts'
import { type Home, makeHome } from './lykta.ts'

let [home, other]: Home[] = []
beforeAll(async () => {
  home = await makeHome({ begins: 'sample' })
  other = await makeHome({ begins: 'cluster' })
  for (const one of [home, other]) await one.keepRunning()
})
afterAll(async () => {
  for (const one of [home, other]) await one?.remove()
})

type Figures = { readonly measures: unknown; readonly tables: unknown }
const counted = async ({ lykta }: Home, network: string): Promise<Figures> => {
  const { asOf: _, network: __, ...figures } = JSON.parse((await lykta('count', '--json', '--network', network)).out) as Figures & Readonly<Record<string, unknown>>
  return figures
}
/** The chain of all cases, and every meeting. */
const followedUp = async ({ data }: Home): Promise<unknown> => {
  const desk = await openDesk({ dataFolder: data, programVersion: 'test', networkName: 'Exempelstad' })
  try {
    return [await readFunnel(desk, {}), await inNetwork(desk.register, desk.context, readMeetings)]
  } finally {
    await desk.close()
  }
}

/** What the situation report for the newest meeting of the core group says, to each audience: numbers, and no place in the register's clock. */
const reported = async ({ data }: Home): Promise<unknown> => {
  const desk = await openDesk({ dataFolder: data, programVersion: 'test', networkName: 'Exempelstad' })
  try {
    const meeting = (await inNetwork(desk.register, desk.context, readMeetings)).filter(({ circle }) => circle === 'core').toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]!
    const id = randomUUID()
    await makeReport(desk, { id, meeting: meeting.id })
    return await inNetwork(desk.register, desk.context, async (transaction) => Promise.all((await readSituationVersions(transaction)).filter(({ report }) => report === id).map(async ({ audience }) => {
      const { asOf: _, ...figures } = JSON.parse((await findSituationFile(transaction, id, audience, 'sv/report.json'))!.toString('utf8')) as Readonly<Record<string, unknown>>
      return [audience, figures]
    })))
  } finally {
    await desk.close()
  }
}

test('read into an empty installation it counts the same, with the same cases, meetings and situation report; its tables count the same in another town', async () => {
  const folder = join(home!.folder, 'town')
  const ran = await home!.lykta('export', folder, '--network', 'Exempelstad', '--lang', 'en')
  expect([ran.status, ran.err]).toEqual([0, expect.stringContaining('The export is written')])
  const restored = await other!.lykta('restore', folder, '--lang', 'en')
  expect([restored.status, restored.out]).toEqual([0, expect.stringContaining(ran.out.trim())])
  const before = await counted(home!, 'Exempelstad')
  expect(await counted(other!, 'Exempelstad')).toEqual(before)
  expect(await followedUp(other!)).toEqual(await followedUp(home!))
  const told = await reported(home!)
  expect(JSON.stringify(told).length).toBeGreaterThan(2000)
  expect(await reported(other!)).toEqual(told)

  const { collection_start: since } = JSON.parse(readFileSync(join(folder, 'tables/network.jsonl'), 'utf8')) as { readonly collection_start: string }
  expect((await other!.lykta('init', '--name', 'Annanstad', '--since', since)).status).toBe(0)
  expect((await other!.lykta('import', join(folder, 'import'), '--network', 'Annanstad')).status).toBe(0)
  expect(await counted(other!, 'Annanstad')).toEqual(before)
})
