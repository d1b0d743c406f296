// The scripts of docs/api.md run as they stand there, against a server that listens.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { findReference, listNetworks } from '@lykta/register'
import { deskOf, ensureSampleNetwork } from '@lykta/server'
import { enrolmentSecret, isEnrolmentProof } from '@lykta/seal'
import { expect, test } from 'vitest'
import type { MembersAnswer } from '../../apps/server/src/api/member-types.ts'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { listen } from '../../apps/server/src/http/serve.ts'
import { cloneDatabase } from '../../packages/register/test/database.ts'
import { append, base64url, foundTestNetwork, invite, read } from './member-network.ts'

const root = join(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/api.md'), 'utf8')

/** The scripts by their names, written where they find the packages. */
function writeScripts(folder: string): void {
  for (const [, script] of guide.matchAll(/^```js\n([\s\S]+?)^```$/gm)) writeFileSync(join(folder, /^\/\/ (\S+\.mjs):/.exec(script!)![1]!), script!)
}

async function serve<T>(work: (server: { readonly address: string; readonly run: (script: string, ...given: readonly string[]) => Promise<string> }) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(root, 'node_modules/.lykta-guide-'))
  const database = await cloneDatabase()
  try {
    writeScripts(folder)
    await ensureSampleNetwork(database.register, () => {})
    const [network] = await listNetworks(database.register)
    const app = makeApp({ desk: await deskOf(database.register, network!), version: 'test', log: () => {}, webApp: folder })
    const server = await listen(app, 0)
    const run = async (script: string, ...given: readonly string[]): Promise<string> => {
      const child = spawn(process.execPath, [join(folder, script), ...given], { cwd: folder, env: { ...process.env, LYKTA_ADDRESS: server.address } })
      const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
      expect(complaints).toBe('')
      return said
    }
    const outcome = await work({ address: server.address, run })
    await server.stop(0)
    return outcome
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const refIn = (said: string): string => {
  const ref = /^201 \{ ref: '(\w{8})', revision: 1 \}\n$/.exec(said)?.[1]
  expect([said, findReference(ref ?? '')]).toEqual([said, ref])
  return ref!
}

test('the script posts an incident, at the machine of the sample and as a device of a network with members', () => serve(async ({ address, run }) => {
  refIn(await run('send.mjs'))
  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${address}${path}`, init)
  const network = await foundTestNetwork({ ask })
  const { id, token } = await invite(network, 'device', network.hotel)
  const secret = base64url(enrolmentSecret(network.anna.keys.signingKey, { invitation: id, organisation: network.hotel }))
  expect(await run('enrol.mjs', `${address}/day/#${id}.${token}.${secret}.${network.genesis}`)).toMatch(/^Enrolled for Hotell Fyren\./)
  const [device] = (await network.anna.get<MembersAnswer>('/api/members')).devices
  const subject = { device: device!.id, organisation: network.hotel, verifyKey: device!.verifyKey }
  expect(isEnrolmentProof(enrolmentSecret(network.anna.keys.signingKey, { invitation: id, organisation: network.hotel }), subject, device!.proof)).toBe(true)
  expect((await append(network, { type: 'device', subject })).status).toBe(201)
  const opened = await read(network, network.anna, refIn(await run('send.mjs')))
  expect(opened).toMatchObject({ text: 'Two women, many short visits at night.', signed: true, findings: [], author: { id: device!.id } })
}))

test('the guide’s example of a reference is one that people can check', () => {
  for (const [, ref] of guide.matchAll(/ref: '(\w+)'/g)) expect(findReference(ref!)).toBe(ref)
})
