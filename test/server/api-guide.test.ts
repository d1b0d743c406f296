// The script of docs/api.md runs as it stands there, against a server that listens.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { findReference, listNetworks } from '@lykta/register'
import { deskOf, ensureSampleNetwork } from '@lykta/server'
import { expect, test } from 'vitest'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { listen } from '../../apps/server/src/http/serve.ts'
import { cloneDatabase } from '../../packages/register/test/database.ts'

const root = join(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/api.md'), 'utf8')

test('the script posts an incident', { timeout: 60_000 }, async () => {
  const script = /^```js\n([\s\S]+?)^```$/m.exec(guide)![1]!
  // Inside the checkout, where the packages are found.
  const folder = mkdtempSync(join(root, 'node_modules/.lykta-guide-'))
  const database = await cloneDatabase()
  try {
    writeFileSync(join(folder, 'send.mjs'), script)
    await ensureSampleNetwork(database.register, () => {})
    const [network] = await listNetworks(database.register)
    const app = makeApp({ desk: await deskOf(database.register, network!), version: 'test', log: () => {}, webApp: folder })
    const server = await listen(app, 0)
    const child = spawn(process.execPath, [join(folder, 'send.mjs')], { env: { ...process.env, LYKTA_ADDRESS: server.address } })
    const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    await server.stop(0)
    expect(complaints).toBe('')
    const ref = /^201 \{ ref: '(\w{8})', revision: 1 \}\n$/.exec(said)?.[1]
    expect([said, findReference(ref ?? '')]).toEqual([said, ref])
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the guide’s example of a reference is one that people can check', () => {
  for (const [, ref] of guide.matchAll(/ref: '(\w+)'/g)) expect(findReference(ref!)).toBe(ref)
})
