// A reason that a form sealed is looked for byte by byte where the server keeps things: its database, log and backup.
import { join } from 'node:path'
import { listNetworks, openRegister, writeBackup } from '@lykta/register'
import { deskOf, ensureSampleNetwork } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormAnswer, IncidentFormAnswer, ReceiptAnswer } from '../../apps/server/src/api/types.ts'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { type Home, makeHome } from '../journey/lykta.ts'
import { correction, newIncident } from '../server/sender.ts'
import { holding } from './find-text.ts'

const marker = 'Formulärmarkör-4711-Ω'
let home: Home
beforeAll(async () => {
  home = await makeHome()
})
afterAll(() => home.remove())

test('neither database, write-ahead log, the server’s log nor backups hold what a form sealed', async () => {
  const register = await openRegister({ dataFolder: home.data, create: true, programVersion: 'test', runtimeFolder: home.folder })
  const log: string[] = []
  const backup = join(home.folder, 'backup.lykta')
  const statuses: number[] = []
  try {
    await ensureSampleNetwork(register, () => {})
    const [network] = await listNetworks(register)
    const app = makeApp({ desk: await deskOf(register, network!), version: 'test', log: (line) => void log.push(line), webApp: home.folder })
    const headers = { host: '127.0.0.1', 'content-type': 'application/json' }
    const read = async <T>(path: string) => (await app.request(`http://127.0.0.1${path}`, { headers })).json() as Promise<T>
    const send = async (path: string, body: unknown) => {
      const answer = await app.request(`http://127.0.0.1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      statuses.push(answer.status)
      return (await answer.json()) as ReceiptAnswer
    }
    const form = await read<FormAnswer>('/api/form')
    const known = { reportedBy: form.organisations[0]!.id, area: 'Öppetmarkör-4711' }
    const { ref } = await send('/api/incidents', await newIncident(form, known, `${marker} först`))
    const opened = await read<IncidentFormAnswer>(`/api/incidents/${ref}/form`)
    await send(`/api/incidents/${ref}/revisions`, await correction(form, opened, opened.answers, `${marker} sedan`))
    // Slips of a sender's: the text where the answers stand, and the text where the sealed one should.
    const slip = await newIncident(form, known, marker)
    await send('/api/incidents', { ...slip, answers: { ...known, reason: marker } })
    await send('/api/incidents', { ...slip, answers: { ...known, [marker]: marker, placeType: marker } })
    await send('/api/incidents', { ...slip, sealed: { ...slip.sealed, body: Buffer.from(marker.repeat(200)).toString('base64url') } })
    await writeBackup(register, { file: backup, programVersion: 'test' })
  } finally {
    await register.close()
  }
  expect(statuses).toEqual([201, 201, 422, 422, 422])
  expect(log).toEqual([])
  // The backup and its keys lie there too, and are unpacked.
  expect(holding(marker, home.folder)).toEqual([])
  // What is stored in clear is found, so the search would find a reason too.
  expect(holding('Öppetmarkör-4711', home.folder)).toEqual(expect.arrayContaining([`${backup} (unpacked)`, expect.stringContaining('pg_wal')]))
})
