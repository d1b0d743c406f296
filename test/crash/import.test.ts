// Everything is killed at a random moment of an import: what was acknowledged is there, and nothing is half there.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { appendOrganisations, foundNetwork, inNetwork, openRegister, readState, verifyRegister, write } from '@lykta/register'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kill, killServer } from '../../packages/register/test/support/processes.ts'
import { type Home, makeHome, root } from '../journey/lykta.ts'
import { proving, recordProof } from '../prove/record-proof.ts'
import type { marks } from './mark-queries.ts'
import { writeSpreadsheet } from './spreadsheet.ts'

/** As durable as for people: kills here, power cuts there. */
const open = (home: Home): ReturnType<typeof openRegister> => openRegister({ dataFolder: home.data, programVersion: 'crash' })
const [series, kills] = proving ? [20, 50] : [1, 10]
const found = { kills: 0, pairsAcknowledged: 0, importsAcknowledged: 0, importsThereUnacknowledged: 0, goneBeforeWriting: 0, goneWhileWriting: 0, goneWhileCommitting: 0, recoveries: [] as number[] }

type Started = {
  readonly child: ChildProcess
  readonly said: () => string
  /** When it has said this, or has ended. */
  readonly says: (part: string) => Promise<void>
  readonly ended: Promise<unknown>
}

/** As in mark-queries.ts, which only an import may load. */
const at: typeof marks = { writing: 'at: writing', committing: 'at: committing', committed: 'at: committed' }

/** By the clock, anywhere in the program's life; or so many milliseconds at most after it says where it is. */
const aims = [undefined, [at.writing, 60], [at.committing, 12], [at.committed, 12]] as const

function start(...line: readonly string[]): Started {
  const child = spawn(process.execPath, [...line], { env: { ...process.env, LYKTA_LANG: 'en', DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const awaited = new Map<string, () => void>()
  const look = (): void => awaited.forEach((tell, part) => text.includes(part) && tell())
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      text += bytes.toString()
      look()
    })
  }
  const ended = once(child, 'close')
  const says = (part: string): Promise<void> => new Promise((resolve) => {
    awaited.set(part, resolve)
    void ended.then(() => resolve())
    look()
  })
  return { child, said: () => text, says, ended }
}

/** Two networks: one is imported into, the other is written to all the while. */
async function makeNetworks(home: Home): Promise<string> {
  expect((await home.lykta('init', '--name', 'Inläst', '--since', '2017-11-01')).status).toBe(0)
  const register = await open(home)
  const context = { network: randomUUID(), member: 'import' }
  const network = { id: context.network, name: 'Skriven', municipality: 'Skriven', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: false } as const
  await foundNetwork(register, 'operator', network, new Date().toISOString())
  await write(register, context, { action: 'organisation.add', object: 'organisations:1' }, (transaction) => appendOrganisations(transaction, [
    { organisation: { id: randomUUID(), code: 'soc', name: 'Socialtjänsten', sector: 'social-services', joined: null, left: null }, revision: 1 },
  ]))
  await register.close()
  return context.network
}

/** Areas of the imported incidents, all incidents of the written network, and what verify finds. */
async function look(home: Home, written: string): Promise<{ readonly areas: readonly (string | null)[]; readonly pairs: ReadonlyMap<string, string | null> }> {
  const before = performance.now()
  const register = await open(home)
  found.recoveries.push(Math.round(performance.now() - before))
  const verified = await verifyRegister(register)
  expect(verified.flatMap(({ findings }) => findings)).toEqual([])
  const states = await Promise.all(verified.map(({ network }) => inNetwork(register, { network, member: 'operator' }, (transaction) => readState(transaction))))
  await register.close()
  const incidentsOf = (own: boolean) => states.find(({ network }) => (network.id === written) === own)!.incidents
  return { areas: incidentsOf(false).map(({ answers }) => answers.area), pairs: new Map(incidentsOf(true).map(({ id, answers }) => [id, answers.area])) }
}

describe('kill -9 of programs and PostgreSQL', () => {
  test.each(Array.from({ length: series }, (_, index) => 20261126 + index))('at random moments of imports, seed %i', async (seed) => {
    const home = await makeHome({ begins: 'cluster' })
    try {
      const written = await makeNetworks(home)
      const main = join(root, 'apps/cli/src/main.ts')
      const importOf = (round: number): readonly string[] =>
        ['--import', join(import.meta.dirname, 'mark-queries.ts'), main, 'import', writeSpreadsheet(join(home.folder, `round-${round}`), round), '--network', 'Inläst', '--data', home.data]
      // How long an import takes beside the others, undisturbed but for the kill at its end.
      let standing = 0
      let longest = 0
      const acknowledged = new Map<string, string>()
      const part = fc.double({ min: 0, max: 1, noNaN: true })
      const moments = fc.sample(fc.record({ part, aim: fc.constantFrom(...aims) }), { seed, numRuns: kills })
      for (const [index, moment] of [undefined, ...moments].entries()) {
        const round = index + 1
        const began = performance.now()
        const writer = start(join(import.meta.dirname, 'writer.ts'), home.data, written)
        const server = start(main, 'serve', '--port', '0', '--network', 'Inläst', '--data', home.data)
        const importing = start(...importOf(round))
        if (moment === undefined) {
          await importing.ended
          longest = performance.now() - began
        } else if (moment.aim === undefined) {
          await wait((0.1 + 1.2 * moment.part) * longest)
        } else {
          await importing.says(moment.aim[0])
          // Else it has gone by unmarked, and the kill comes after its end.
          expect(importing.said()).toContain(moment.aim[0])
          await wait(moment.part * moment.aim[1])
        }
        const done = importing.said().includes('Imported: ')
        // Sometimes PostgreSQL goes first, sometimes those who use it.
        const programs = [writer, server, importing].map(({ child }) => child.pid!)
        if (round % 2 === 0) kill(...programs)
        killServer(home.data)
        kill(...programs)
        await Promise.all([writer, server, importing].map(({ ended }) => ended))

        const pairs = [...writer.said().matchAll(/^([0-9a-f-]{36}) ([0-9a-f-]{36})$/gm)].map((match) => [match[1]!, match[2]!] as const)
        for (const [one, two] of pairs) acknowledged.set(one, one).set(two, one)
        const { areas, pairs: there } = await look(home, written)
        // An import is there whole or not at all, and surely when it said so.
        const now = Number(/\d+$/.exec(areas[0] ?? 'Omgång 0')![0])
        expect(new Set(areas)).toEqual(new Set(now === 0 ? [] : [`Omgång ${now}`]))
        expect(areas).toHaveLength(now === 0 ? 0 : 63)
        expect(done || importing.said().includes('Imported: ') ? [round] : [standing, round]).toContain(now)
        // So is each pair of the writer.
        for (const [id, area] of acknowledged) expect(there.get(id)).toBe(area)
        const sizes = new Map<string | null, number>()
        for (const area of there.values()) sizes.set(area, (sizes.get(area) ?? 0) + 1)
        expect([...sizes.values()].every((size) => size === 2)).toBe(true)

        found.kills += 1
        found.pairsAcknowledged += pairs.length
        if (done) found.importsAcknowledged += 1
        else if (now === round) found.importsThereUnacknowledged += 1
        else if (importing.said().includes(at.committing)) found.goneWhileCommitting += 1
        else if (importing.said().includes(at.writing)) found.goneWhileWriting += 1
        else found.goneBeforeWriting += 1
        standing = now
        recordProof('crash', found)
      }
      expect(acknowledged.size).toBeGreaterThan(0)
    } finally {
      await home.remove()
    }
  }, proving ? undefined : 600_000)
})
