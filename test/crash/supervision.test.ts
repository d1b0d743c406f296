// What a command leaves behind when it ends as it should, is told to stop, or is killed: never a server without a user.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { killServer, postmasterOf, serverProcesses, until } from '../../packages/register/test/support/processes.ts'
import { type Home, makeHome, root } from '../journey/lykta.ts'
import { writeSpreadsheet } from './spreadsheet.ts'

let home: Home
beforeAll(async () => {
  home = await makeHome({ begins: 'cluster' })
  expect((await home.lykta('init', '--name', 'Provstad', '--since', '2017-11-01')).status).toBe(0)
})
afterAll(() => home.remove())

const incidents = async (): Promise<number> => {
  const { out } = await home.lykta('count', '--from', '2017', '--to', '2019', '--json')
  const { measures } = JSON.parse(out) as { readonly measures: readonly { readonly id: string; readonly values: readonly { readonly count: number }[] }[] }
  return measures.find(({ id }) => id === 'incidents')!.values.at(-1)!.count
}

// Many programs, one after the other.
describe('a server', () => {
  test('is used by commands beside it, and outlives them', async () => {
    const { address, process, ended } = await home.serve('serve')
    const postmaster = postmasterOf(home.data)
    expect((await home.lykta('import', writeSpreadsheet(join(home.folder, 'sheet'), 1))).status).toBe(0)
    expect(await incidents()).toBe(63)
    expect((await home.lykta('backup', join(home.folder, 'beside.lykta'))).status).toBe(0)
    expect((await home.lykta('verify')).status).toBe(0)
    expect(postmasterOf(home.data)).toBe(postmaster)
    const network = (await (await fetch(`${address}/api/network`)).json()) as { readonly incidents: number }
    expect(network.incidents).toBe(63)
    process.kill('SIGTERM')
    expect((await ended).status).toBe(0)
    expect(serverProcesses(home.data)).toEqual([])
  })

  test('killed with its database leaves everything ready for the next, at once', async () => {
    const first = await home.serve('serve')
    first.process.kill('SIGKILL')
    killServer(home.data)
    const second = await home.serve('serve')
    expect(await incidents()).toBe(63)
    // Only the program is killed: the database is there, and the next takes it over.
    const postmaster = postmasterOf(home.data)
    second.process.kill('SIGKILL')
    await second.ended
    const third = await home.serve('serve')
    expect(postmasterOf(home.data)).toBe(postmaster)
    third.process.kill('SIGTERM')
    expect((await third.ended).status).toBe(0)
    expect(serverProcesses(home.data)).toEqual([])
  })

  test('whose database is killed says so and ends; the next start finds everything', async () => {
    const { ended } = await home.serve('serve')
    killServer(home.data)
    expect(await ended).toMatchObject({ status: 1, err: expect.stringContaining('The database went away') })
    expect(await incidents()).toBe(63)
  })
})

describe('a command', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('told to stop (%s) undoes its work and stops the database it started', async (signal) => {
    // A passphrase that nobody types: it waits in the middle of its work.
    const child = spawn(process.execPath, [join(root, 'apps/cli/src/main.ts'), 'read', '2019-30', '--data', home.data], { stdio: ['pipe', 'ignore', 'pipe'] })
    await until(() => serverProcesses(home.data).some((pid) => nameOf(pid).includes('lykta_app')))
    // Twice, as Ctrl+C comes: from the terminal, and passed on by the process that started this one.
    child.kill(signal)
    child.kill(signal)
    // By the signal itself, which a shell, and the program that starts this one, tell as 130 and 143.
    expect(await once(child, 'exit')).toEqual([null, signal])
    expect(serverProcesses(home.data)).toEqual([])
  })

  test('told to stop while reasons are sealed in threads of their own, it ends quietly, and stores nothing', async () => {
    const folder = writeSpreadsheet(join(home.folder, 'many'), 9)
    const [header, ...rows] = readFileSync(join(folder, 'incidenter.csv'), 'utf8').trimEnd().split('\n')
    writeFileSync(join(folder, 'incidenter.csv'), [header, ...rows, ...Array.from({ length: 7 }, (_, copy) => rows.map((row) => `${copy}-${row}`)).flat(), ''].join('\n'))
    const counted = async (): Promise<string> => (await home.lykta('count', '--json')).out
    const before = await counted()
    for (const after of [150, 1500, 2200]) {
      const child = spawn(process.execPath, [join(root, 'apps/cli/src/main.ts'), 'import', folder, '--data', home.data], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LANG: 'en_GB.UTF-8' } })
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
      const ended = once(child, 'close') as Promise<[number | null, string | null]>
      await wait(after)
      child.kill('SIGINT')
      const [status, signal] = await ended
      expect(said).not.toMatch(/Assertion|native stack/i)
      // On a quick machine it may have been done before it was told.
      if (status === 0) break
      expect([status, signal]).toEqual([null, 'SIGINT'])
      // On a slow one it may not have begun to listen.
      expect(said.trim()).toMatch(/^(?:Avbrutet|Stopped)|^$/)
      expect(serverProcesses(home.data)).toEqual([])
      expect(await counted()).toBe(before)
    }
  })

  test('goes on to its end, and stops the database, when nobody reads what it says', async () => {
    const child = spawn(process.execPath, [join(root, 'apps/cli/src/main.ts'), 'verify', '--data', home.data], { stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.destroy()
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(serverProcesses(home.data)).toEqual([])
  })

  test('restores nothing, and makes no folder, from a backup that is cut short', async () => {
    const whole = readFileSync(join(home.folder, 'beside.lykta'))
    const file = join(home.folder, 'short.lykta')
    writeFileSync(file, whole.subarray(0, whole.length - 10))
    const other = await makeHome()
    try {
      expect(await other.lykta('restore', file)).toMatchObject({ status: 1, out: '', err: expect.stringContaining('Nothing has been restored') })
      expect((await other.lykta('verify')).err).toContain('There is no register')
    } finally {
      await other.remove()
    }
  })
})

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
