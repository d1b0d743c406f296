// The embedded server: started, shared, stopped, killed, and kept to itself.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appendEpoch, type OpenOptions, openRegister, readState, type Register, inNetwork, rememberKey, standingOfKey, write, appendRevisions } from '@lykta/register'
import { afterAll, describe, expect, test } from 'vitest'
import { findBinaries } from '../src/embedded/binaries.ts'
import { describeDataFolder, writeKnownKeys } from '../src/embedded/data-folder.ts'
import { findAccount } from '../src/embedded/run-as.ts'
import { findMaker, temporaryName } from '../src/files.ts'
import { answersOf, makeNetwork, newIncident } from './support/network.ts'
import { kill, killServer, postmasterOf, serverProcesses, until } from './support/processes.ts'

const home = mkdtempSync(path.join(tmpdir(), 'lykta-embedded-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const folder = path.join(home, 'data')
const open = (changes: Partial<OpenOptions> = {}): Promise<Register> =>
  openRegister({ dataFolder: folder, create: true, programVersion: 'test', durable: false, ...changes })

const problemOf = async (opening: Promise<Register>): Promise<unknown> => {
  const outcome = await opening.then((register) => register.close(), (error: unknown) => (error as { readonly problems: readonly unknown[] }).problems[0])
  return outcome
}

/** Where a process started in this way says that it is. */
function makerOf(before: readonly string[]): string {
  const asked = `import { processPlace } from ${JSON.stringify(new URL('../src/process-place.ts', import.meta.url).href)}; process.stdout.write(processPlace())`
  const [program, ...line] = [...before, process.execPath, '--input-type=module', '--eval', asked]
  return execFileSync(program, line, { encoding: 'utf8' })
}

/** Names, sizes and times of everything in a folder: what must not change. */
const listing = (of: string): readonly string[] =>
  readdirSync(of, { recursive: true, encoding: 'utf8' }).sort().map((name) => {
    const { size, mtimeMs } = statSync(path.join(of, name))
    return `${name} ${size} ${mtimeMs}`
  })

describe('a data folder', () => {
  test('is asked for, not made, unless that is meant', async () => {
    expect(await problemOf(open({ create: false }))).toMatchObject({ code: 'register.no-data-folder' })
    expect(existsSync(folder)).toBe(false)
  })

  test('that holds something else is refused and left as it is', async () => {
    const other = path.join(home, 'documents')
    mkdirSync(other)
    writeFileSync(path.join(other, 'letter.txt'), 'Hello')
    const before = listing(other)
    expect(await problemOf(open({ dataFolder: other }))).toMatchObject({ code: 'register.folder-not-empty', values: { folder: other } })
    expect(listing(other)).toEqual(before)
    expect(await problemOf(open({ dataFolder: path.join(other, 'letter.txt') }))).toMatchObject({ code: 'register.data-folder-unreachable' })
    // A place where no folder can be made, and that says of itself that it is not there: for Node's own way of making folders, without end.
    expect(await problemOf(open({ dataFolder: '/proc/lykta/data' }))).toMatchObject({ code: 'register.data-folder-unreachable', values: { code: 'ENOENT' } })
  })

  test('that a start left unfinished is as good as empty', async () => {
    const unfinished = path.join(home, 'unfinished')
    for (const name of ['postgres.4711-0a1b2c3d.part', path.basename(temporaryName('postgres'))]) mkdirSync(path.join(unfinished, name, 'base'), { recursive: true })
    await (await open({ dataFolder: unfinished })).close()
    expect(existsSync(path.join(unfinished, 'postgres', 'PG_VERSION'))).toBe(true)
  })

  test('is rid of what a killed start left half made, at the next one, and keeps what another is making', async () => {
    const cluttered = path.join(home, 'cluttered')
    await (await open({ dataFolder: cluttered })).close()
    const gone = spawnSync('true').pid
    const here = /-([0-9a-f]{8})-/.exec(temporaryName('postgres'))![1]!
    const dead = [`postgres.${gone}-${here}-0a1b2c3d.part`, `lykta.json.${gone}-${here}-0a1b2c3d.part`]
    const alive = `postgres.${process.pid}-${here}-0a1b2c3d.part`
    // In another container the number may be somebody's; a name of an earlier program does not say where it was given.
    const elsewhere = [`postgres.${gone}-ffffffff-0a1b2c3d.part`, `postgres.${gone}-0a1b2c3d.part`]
    for (const name of [dead[0]!, alive, ...elsewhere]) mkdirSync(path.join(cluttered, name, 'base'), { recursive: true })
    writeFileSync(path.join(cluttered, dead[1]!), '{')
    writeFileSync(path.join(cluttered, `letter.${gone}.part`), 'Hello')
    await (await open({ dataFolder: cluttered })).close()
    const left = readdirSync(cluttered)
    for (const name of dead) expect(left).not.toContain(name)
    expect(left).toEqual(expect.arrayContaining([alive, ...elsewhere, `letter.${gone}.part`, 'postgres', 'lykta.json']))
    // Whoever has the number by now: an hour is enough.
    const longAgo = new Date(Date.now() - 3_700_000)
    for (const name of [alive, ...elsewhere]) utimesSync(path.join(cluttered, name), longAgo, longAgo)
    await (await open({ dataFolder: cluttered })).close()
    for (const name of [alive, ...elsewhere]) expect(readdirSync(cluttered)).not.toContain(name)
  })

  test('gives unfinished work a name that says whose it is, and no other', () => {
    expect(findMaker(temporaryName('/data/postgres'))).toEqual({ pid: process.pid, place: expect.stringMatching(/^[0-9a-f]{8}$/) })
    expect(findMaker('lykta.json.4711-0a1b2c3d.part')).toEqual({ pid: 4711, place: undefined })
    for (const name of ['letter.4711.part', 'postgres', 'postgres.0-0a1b2c3d.part', 'a.4711-0a1b2c3d-0a1b2c3d-0a1b2c3d.part', 'a.4711-0a1b2c3d.part.txt']) expect(findMaker(name)).toBeUndefined()
    // The same to every process that sees this one's number, and to no other: asked of one beside it, and of one in a namespace of its own.
    const here = findMaker(temporaryName('x'))!.place
    expect(makerOf([])).toBe(here)
    if (spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0) expect(makerOf(['unshare', '--pid', '--fork', '--mount-proc'])).not.toBe(here)
  })

  test('is its owner\'s alone, and so is everything that is made in it', async () => {
    const register = await open()
    try {
      expect(statSync(folder).mode & 0o077).toBe(0)
      expect(statSync(path.join(folder, 'postgres')).mode & 0o077).toBe(0)
      const socketFolder = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[4]!
      expect(statSync(socketFolder).mode & 0o077).toBe(0)
      expect(readFileSync(path.join(folder, 'postgres', 'pg_hba.conf'), 'utf8')).not.toMatch(/^host(?!.*reject)/m)
      expect(await settings(register, 'listen_addresses', 'data_checksums')).toEqual(['', 'on'])
    } finally {
      await register.close()
    }
  })

  test('that was open to others is closed when it becomes one', async () => {
    const shared = path.join(home, 'shared')
    mkdirSync(shared)
    chmodSync(shared, 0o777)
    await (await open({ dataFolder: shared })).close()
    expect(statSync(shared).mode & 0o777).toBe(0o700)
  })

  test('whose database lost its files is refused and left as it is', async () => {
    const emptied = path.join(home, 'emptied')
    mkdirSync(path.join(emptied, 'postgres'), { recursive: true })
    expect(await problemOf(open({ dataFolder: emptied }))).toMatchObject({ code: 'register.database-incomplete', values: { folder: path.join(emptied, 'postgres') } })
    expect(listing(emptied).map((line) => line.split(' ')[0])).toEqual(['postgres'])
  })

  test('whose database does not start says why, not only that it stopped', async () => {
    const broken = path.join(home, 'broken')
    await (await open({ dataFolder: broken })).close()
    for (const name of readdirSync(path.join(broken, 'postgres', 'pg_wal')).filter((one) => /^[0-9A-F]{24}$/.test(one))) rmSync(path.join(broken, 'postgres', 'pg_wal', name))
    expect(await problemOf(open({ dataFolder: broken }))).toMatchObject({
      code: 'register.database-does-not-start', values: { detail: expect.stringMatching(/(?:FATAL|PANIC): .*checkpoint/) },
    })
  })

  test('has a folder for its socket, although somebody took every name that can be guessed', async () => {
    const taken = path.join(home, 'taken')
    const place = path.join(home, 'run')
    mkdirSync(taken)
    const hash = createHash('sha256').update(realpathSync(taken)).digest('hex').slice(0, 16)
    for (const parent of [place, tmpdir(), '/tmp']) for (const suffix of ['', '-1', '-2', '-3']) {
      mkdirSync(path.join(parent, `lykta-${hash}${suffix}`), { recursive: true })
      chmodSync(path.join(parent, `lykta-${hash}${suffix}`), 0o755)
    }
    try {
      const register = await open({ dataFolder: taken, runtimeFolder: place })
      const socketFolder = readFileSync(path.join(taken, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[4]!
      expect(path.basename(socketFolder)).toMatch(new RegExp(`^lykta-${hash}-[0-9a-f]{8}$`))
      expect(statSync(socketFolder).mode & 0o077).toBe(0)
      await register.close()
      expect(existsSync(socketFolder)).toBe(false)
    } finally {
      for (const parent of [tmpdir(), '/tmp']) for (const suffix of ['', '-1', '-2', '-3']) rmSync(path.join(parent, `lykta-${hash}${suffix}`), { recursive: true, force: true })
    }
  })

  test('is durable unless a test says otherwise', async () => {
    const register = await open({ durable: true })
    try {
      expect(await settings(register, 'fsync', 'synchronous_commit', 'full_page_writes')).toEqual(['on', 'on', 'on'])
    } finally {
      await register.close()
    }
  })

  test('may have a path longer than a socket\'s', async () => {
    const deep = path.join(home, 'a-long-name/'.repeat(14))
    expect(deep.length).toBeGreaterThan(150)
    const register = await open({ dataFolder: deep })
    expect(register.dataFolder.length).toBeGreaterThan(150)
    await register.close()
  })
})

async function settings({ app }: Register, ...names: readonly string[]): Promise<readonly unknown[]> {
  const { rows } = await app.query<{ readonly value: string }>(
    'select current_setting(name) as value from unnest($1::text[]) with ordinality as n (name, place) order by place', [names])
  return rows.map(({ value }) => value)
}

describe('the server', () => {
  test('is shared by those who use it and stopped by the last', async () => {
    const [one, two] = [await open(), await open({ create: false })]
    const postmaster = postmasterOf(folder)
    await one.close()
    expect(postmasterOf(folder)).toBe(postmaster)
    expect((await two.app.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await two.close()
    expect(serverProcesses(folder)).toEqual([])
    expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('is started once by many who come at once', async () => {
    const registers = await Promise.all(Array.from({ length: 5 }, () => open()))
    expect(new Set(serverProcesses(folder)).has(postmasterOf(folder))).toBe(true)
    await Promise.all(registers.map((register) => register.close()))
    expect(serverProcesses(folder)).toEqual([])
  })

  test('serves one program at a time, and names it to the next', async () => {
    const first = await open({ serve: { address: 'starting' } })
    await first.announce('http://127.0.0.1:8417')
    expect(await problemOf(open({ serve: { address: 'starting' } }))).toMatchObject({
      code: 'register.already-served', values: { pid: process.pid, address: 'http://127.0.0.1:8417' },
    })
    // Others may still use it.
    const command = await open()
    expect(await command.findServing()).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:8417' })
    await first.close()
    expect(await command.findServing()).toBeUndefined()
    await (await open({ serve: { address: 'starting' } })).close()
    await command.close()
  })

  test('tells those who use it when it is gone, and is there again at the next start', async () => {
    const lost = Promise.withResolvers<void>()
    const register = await open({ onLost: lost.resolve })
    killServer(folder)
    await lost.promise
    await register.close()
    await (await open()).close()
  })

  test('finds what was acknowledged before everything was killed', async () => {
    const register = await open({ durable: true })
    const sample = await makeNetwork(register)
    const revision = newIncident(answersOf(sample.organisations[0].id))
    await write(register, sample.context, { action: 'incident.add', object: 'incident:1' }, (transaction) => appendRevisions(transaction, [revision]))
    killServer(folder)
    await register.close()
    const again = await open({ durable: true })
    expect((await inNetwork(again, sample.context, (transaction) => readState(transaction))).incidents.map(({ id }) => id)).toEqual([revision.incident])
    await again.close()
  })

  test('starts only when nothing of a killed one is at work any more', async () => {
    const register = await open()
    // Never looks up from its work, so it does not notice that its postmaster is gone.
    const { rows } = await register.app.query<{ readonly pid: number }>('select pg_backend_pid() as pid')
    const busy = Promise.allSettled(Array.from({ length: 4 }, () => register.app.query('select count(*) from generate_series(1, 1000000000) a')))
    expect(rows).toHaveLength(1)
    await until(() => serverProcesses(folder).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('SELECT')).length === 4)
    const working = serverProcesses(folder).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('SELECT'))
    kill(postmasterOf(folder))
    const again = await open()
    expect(serverProcesses(folder).filter((pid) => working.includes(pid))).toEqual([])
    await again.close()
    await busy
    await register.close()
  })

  test('starts although its number belongs to another process now', async () => {
    await (await open()).close()
    writeFileSync(path.join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${path.join(folder, 'postgres')}\n1700000000\n5432\n/tmp/nowhere\n\n\n`)
    await (await open()).close()
  })

  test('keeps what was written in a form out of its log', async () => {
    const register = await open()
    await expect(register.app.query('select $1::date', ['Kvinnan på hotellet'])).rejects.toThrow('invalid input')
    await expect(register.app.query(`select 'Rum 214'::integer`)).rejects.toThrow('invalid input')
    await register.close()
    const log = readFileSync(path.join(folder, 'postgres.log'), 'utf8')
    expect(log).toContain('database system is ready')
    expect(log).not.toMatch(/Kvinnan|Rum 214/)
  })
})

describe('PostgreSQL\'s programs', () => {
  test('lie where only the owner may enter, and so does the data', async () => {
    // As in a checkout under /root: mkdtemp lets nobody else in.
    const closed = mkdtempSync(path.join(home, 'closed-'))
    const bin = path.dirname(findBinaries(undefined).postgres)
    cpSync(path.dirname(bin), path.join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    const register = await open({ dataFolder: path.join(closed, 'data'), postgresBin: path.join(closed, 'native', path.basename(bin)) })
    const running = execFileSync('readlink', [`/proc/${postmasterOf(path.join(closed, 'data'))}/exe`], { encoding: 'utf8' })
    expect(running.startsWith(closed)).toBe(true)
    await register.close()
  })

  test('are looked for where the caller says', async () => {
    expect(await problemOf(open({ postgresBin: home }))).toMatchObject({ code: 'register.no-postgres', values: { folder: home } })
  })
})

test('root\'s server runs as a user of its own where there is one, and as nobody only where there is nothing else', () => {
  const line = (name: string, id: number): string => `${name}:x:${id}:${id + 1}::/:/bin/false`
  const [nobody, postgres, lykta] = [line('nobody', 65534), line('postgres', 101), line('lykta', 102)]
  expect(findAccount([nobody, postgres, lykta].join('\n'))).toEqual({ uid: 102, gid: 103 })
  expect(findAccount([nobody, postgres].join('\n'))).toEqual({ uid: 101, gid: 102 })
  expect(findAccount(nobody)).toEqual({ uid: 65534, gid: 65535 })
  // Root under another name is no way out.
  expect(findAccount([line('lykta', 0), nobody].join('\n'))).toEqual({ uid: 65534, gid: 65535 })
  expect(findAccount(line('root', 0))).toBeUndefined()
})

describe('the keys that a data folder remembers', () => {
  const keysOf = (): unknown => (JSON.parse(readFileSync(path.join(folder, 'lykta.json'), 'utf8')) as { readonly keys?: unknown }).keys
  const lose = (): void => {
    const { keys: _, ...rest } = JSON.parse(readFileSync(path.join(folder, 'lykta.json'), 'utf8')) as { readonly keys?: unknown }
    writeFileSync(path.join(folder, 'lykta.json'), JSON.stringify(rest))
  }

  test('are those that the database holds when a folder of an earlier program is first opened, and stay', async () => {
    const register = await open()
    const { context, network: { id } } = await makeNetwork(register, 'Nyckelstad')
    await write(register, context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
      appendEpoch(transaction, { epoch: 1, recipient: 'age1first', madeOn: 'server', createdAt: new Date().toISOString() }, []))
    expect(standingOfKey(register, id, { epoch: 1, recipient: 'age1first' })).toBe('new')
    await register.close()
    lose()
    const again = await open()
    expect(standingOfKey(again, id, { epoch: 1, recipient: 'age1first' })).toBe('known')
    expect(standingOfKey(again, id, { epoch: 1, recipient: 'age1second' })).toBe('other')
    expect(standingOfKey(again, id, { epoch: 2, recipient: 'age1first' })).toBe('other')
    rememberKey(again, id, { epoch: 2, recipient: 'age1second' })
    expect(standingOfKey(again, id, { epoch: 2, recipient: 'age1second' })).toBe('known')
    await again.close()
    const before = keysOf()
    await (await open()).close()
    expect(keysOf()).toEqual(before)
    expect(statSync(path.join(folder, 'lykta.json')).mode & 0o077).toBe(0)
  })

  test('stay readable for the folder\'s owner when root adds one', () => {
    const root = mkdtempSync(path.join(home, 'owned-'))
    describeDataFolder({ root }, 'test')
    const owner = process.getuid!() === 0 ? 65_534 : process.getuid!()
    chownSync(path.join(root, 'lykta.json'), owner, process.getgid!())
    writeKnownKeys(root, { a: { 1: 'b' } })
    expect(statSync(path.join(root, 'lykta.json'))).toMatchObject({ uid: owner, gid: process.getgid!() })
    expect(JSON.parse(readFileSync(path.join(root, 'lykta.json'), 'utf8'))).toEqual({ format: 1, createdBy: 'test', keys: { a: { 1: 'b' } } })
  })

  test.each(['7', '{"a":7}', '{"a":{"1":7}}', '[]'])('that are damaged (%s) are told, and the server is stopped', async (keys) => {
    const file = path.join(folder, 'lykta.json')
    const own = readFileSync(file, 'utf8')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(own), keys: JSON.parse(keys) }))
    expect(await problemOf(open())).toMatchObject({ code: 'register.data-folder-damaged' })
    expect(serverProcesses(folder)).toEqual([])
    writeFileSync(file, own)
  })
})

describe('another version\'s data', () => {
  test('of another major PostgreSQL is refused and left as it is', async () => {
    await (await open()).close()
    const file = path.join(folder, 'postgres', 'PG_VERSION')
    const own = readFileSync(file, 'utf8')
    writeFileSync(file, '15\n')
    const before = listing(folder)
    expect(await problemOf(open())).toMatchObject({ code: 'register.postgres-major', values: { found: 15 } })
    expect(listing(folder)).toEqual(before)
    writeFileSync(file, own)
  })

  test.each([
    ['written by a later program', '{"format": 2}', 'register.data-folder-newer'],
    ['cut short', '{"form', 'register.data-folder-damaged'],
    ['of no known form', '{"format": "1"}', 'register.data-folder-damaged'],
  ])('%s is refused and left as it is', async (_, description, code) => {
    const file = path.join(folder, 'lykta.json')
    const own = readFileSync(file, 'utf8')
    writeFileSync(file, description)
    const before = listing(folder)
    expect(await problemOf(open())).toMatchObject({ code })
    expect(listing(folder)).toEqual(before)
    writeFileSync(file, own)
  })
})
