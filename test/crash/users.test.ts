// Whoever runs it, and wherever it lies: root, an ordinary user, a checkout where only root may enter.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { serverProcesses } from '../../packages/register/test/support/processes.ts'
import { root } from '../journey/lykta.ts'

const main = join(root, 'apps/cli/src/main.ts')
const sample = join(root, 'samples/exempelstad')
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

type Runner = (line: readonly string[]) => readonly [program: string, args: readonly string[]]
const plain: Runner = (line) => [process.execPath, [main, ...line]]
const asNobody: Runner = (line) => ['setpriv', [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', process.execPath, main, ...line]]
/** Another user where root runs the tests and that user can read this checkout; else whoever runs them. */
const ordinary = isRoot && spawnSync(asNobody(['--version'])[0], asNobody(['--version'])[1]).status === 0 ? asNobody : plain

const home = mkdtempSync(join(tmpdir(), 'lykta-users-'))
chmodSync(home, 0o711)
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** The checkout as it were under a folder that only its owner enters; where mounting is not allowed, as it is. */
const closed = join(home, 'closed')
mkdirSync(join(closed, 'checkout'), { recursive: true })
chmodSync(closed, 0o700)
const inClosed: Runner = (line) => {
  const there = (file: string): string => (file.startsWith(root) ? join(closed, 'checkout', file.slice(root.length)) : file)
  return ['unshare', ['--mount', 'sh', '-c', 'mount --bind "$1" "$2" && shift 2 && exec "$@"', 'sh', root, join(closed, 'checkout'), ...[process.execPath, main, ...line].map(there)]]
}
const underClosed = isRoot && spawnSync(inClosed(['--version'])[0], inClosed(['--version'])[1]).status === 0 ? inClosed : plain

function start(runner: Runner, data: string, line: readonly string[]): ChildProcess {
  const [program, args] = runner([...line, '--data', data])
  return spawn(program, args, { cwd: '/', env: { PATH: process.env['PATH'], HOME: home, LYKTA_LANG: 'en' }, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(runner: Runner, data: string, ...line: readonly string[]): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = start(runner, data, line)
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  await once(child, 'close')
  return { status: child.exitCode, said }
}

async function mainJob(runner: Runner, data: string): Promise<void> {
  expect(await run(runner, data, 'init', '--name', 'Provstad', '--since', '2017-11-01')).toMatchObject({ status: 0 })
  expect(await run(runner, data, 'import', sample)).toMatchObject({ status: 0, said: expect.stringContaining('63 new incidents') })
  const server = start(runner, data, ['serve', '--port', '0'])
  let said = ''
  server.stderr!.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const ended = once(server, 'close')
  await Promise.race([once(server.stdout!, 'data'), ended.then(() => expect.fail(said))])
  server.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  expect(serverProcesses(data)).toEqual([])
}

test('a folder that may not be read is told as that', async () => {
  const folder = join(home, 'unreadable')
  mkdirSync(folder, { mode: 0o000 })
  // Root reads whatever there is.
  const why = isRoot && ordinary === plain ? 'There are no spreadsheets' : 'cannot be read'
  expect(await run(ordinary, join(home, 'none'), 'import', folder)).toMatchObject({ status: 1, said: expect.stringContaining(why) as string })
})

// Many programs, one after the other.
describe('the main job', () => {
  test('as an ordinary user, in a folder with a path of 150 characters; then root looks at it and leaves it usable', async () => {
    const own = join(home, 'ordinary')
    mkdirSync(own)
    if (ordinary === asNobody) chownSync(own, NOBODY, NOBODY)
    const data = join(own, `${'long-folder-name/'.repeat(9)}data`)
    expect(data.length).toBeGreaterThanOrEqual(150)
    await mainJob(ordinary, data)
    const counted = await run(plain, data, 'count', '--from', '2017', '--to', '2019')
    expect(counted).toMatchObject({ status: 0 })
    expect(await run(ordinary, data, 'count', '--from', '2017', '--to', '2019')).toEqual(counted)
    expect(statSync(join(data, 'postgres', 'PG_VERSION')).uid).toBe(statSync(own).uid)
  })

  test('from a checkout, and with data, where only root may enter', async () => {
    await mainJob(underClosed, join(closed, 'data'))
  })
})
