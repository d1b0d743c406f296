// The main job without a browser: from a spreadsheet to figures that can be trusted, and back from a backup.
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Command } from '../../apps/cli/src/command.ts'
import { commandFirst } from '../../apps/cli/src/command-first.ts'
import { commands } from '../../apps/cli/src/commands/commands.ts'
import { renderHelp } from '../../apps/cli/src/help.ts'
import { parseLine } from '../../apps/cli/src/parse-line.ts'
import { askPassphrase } from '../../apps/cli/src/passphrase-prompt.ts'
import { type Home, makeHome, root } from './lykta.ts'

const sample = join(root, 'samples/exempelstad')

type Value = { period: string; count: number; atLeast: boolean; unknown?: number; incidentsUnknown?: number; occurrences?: number }
type Figures = {
  network: { name: string }
  periods: { id: string; months: number }[]
  measures: { id: string; values: Value[] }[]
  breakdowns: { id: string; base: Value[]; rows: { code: string; values: Value[] }[] }[]
}

async function countJson(home: Home, ...line: readonly string[]): Promise<Figures> {
  const { status, out, err } = await home.lykta('count', '--from', '2017', '--to', '2019', '--json', ...line)
  expect(err).toBe('')
  expect(status).toBe(0)
  return JSON.parse(out) as Figures
}

const commandOf = (name: string): Command => commands.find((command) => command.name === name)!
const countsOf = (figures: Figures, id: string): readonly number[] => figures.measures.find((measure) => measure.id === id)!.values.map(({ count }) => count)

describe('the main job', () => {
  let home: Home
  let passphrase: string
  beforeAll(async () => {
    home = await makeHome()
    const founded = await home.lykta('init', '--name', 'Provstad', '--since', '2017-11-01')
    expect(founded.status, founded.err).toBe(0)
    passphrase = founded.out.trim()
    await home.keepRunning()
  })
  afterAll(() => home.remove())

  test('init prints six words, and a second network of the name is refused', async () => {
    expect(passphrase.split(' ')).toHaveLength(6)
    const again = await home.lykta('init', '--name', 'Provstad', '--since', '2017-11-01')
    expect(again).toMatchObject({ status: 1, out: '' })
    expect(again.err).toContain('Provstad already')
  })

  test('an import is counted exactly', async () => {
    const imported = await home.lykta('import', sample)
    expect(imported.status, imported.err).toBe(0)
    expect(imported.err).toContain('63 new incidents, 0 changed, 0 unchanged')
    const figures = await countJson(home)
    expect(figures.periods.map(({ id, months }) => [id, months])).toEqual([['2017', 2], ['2018', 12], ['2019', 12], ['all', 26]])
    expect(countsOf(figures, 'incidents')).toEqual([10, 23, 30, 63])
    expect(countsOf(figures, 'persons')).toEqual([14, 31, 41, 86])
    expect(countsOf(figures, 'personsInContact')).toEqual([2, 13, 25, 40])
    expect(countsOf(figures, 'incidentsAccepting')).toEqual([1, 6, 5, 12])
    expect(countsOf(figures, 'personsAccepting').at(-1)).toBe(14)
    expect(countsOf(figures, 'participants')).toEqual([7, 7, 9, 9])
    expect(figures.measures.find(({ id }) => id === 'persons')!.values.map(({ incidentsUnknown }) => incidentsUnknown)).toEqual([1, 2, 3, 6])
  })

  test('the same file again changes nothing; a changed row becomes a revision', async () => {
    const again = await home.lykta('import', sample)
    expect(again.err).toContain('0 new incidents, 0 changed, 63 unchanged')
    expect(again.err).toContain('--unlock')

    const changed = join(home.folder, 'changed')
    await cp(sample, changed, { recursive: true })
    const file = join(changed, 'incidenter.csv')
    await writeFile(file, (await readFile(file, 'utf8')).replace('2019-30;2019-12-23', '2019-30;2019-12-24'))
    const third = await home.lykta('import', changed)
    expect(third.err).toContain('0 new incidents, 1 changed, 62 unchanged')
    expect(countsOf(await countJson(home), 'incidents')).toEqual([10, 23, 30, 63])
  })

  test('a bad row stops everything, with its place, in both languages', async () => {
    const bad = join(home.folder, 'bad')
    await cp(sample, bad, { recursive: true })
    const file = join(bad, 'incidenter.csv')
    await writeFile(file, (await readFile(file, 'utf8')).replace(';ja;1;1;1;0', ';kanske;1;1;1;0'))
    const english = await home.lykta('import', bad)
    expect(english.status).toBe(1)
    expect(english.err).toMatch(/incidenter\.csv.*2.*polis.*kanske/)
    expect(english.err).toContain('Nothing has been imported.')
    const swedish = await home.lykta('import', bad, '--lang', 'sv')
    expect(swedish.err).toMatch(/incidenter\.csv, rad 2, kolumn polis/)
    expect(swedish.err).toContain('Inget har importerats.')
  })

  test('a reason is read with the passphrase only, and says that it was imported', async () => {
    const wrong = await home.typed('one two three four five six', 'read', '2017-01')
    expect(wrong).toMatchObject({ status: 1, out: '' })
    const right = await home.typed(passphrase, 'read', '2017-01')
    expect(right.status, right.err).toBe(0)
    expect(right.out).toContain('Uppsökande arbete.')
    expect(right.err).toContain('imported, not signed')
    for (const odd of ['0', '1.5', 'every', '']) expect(await home.typed(passphrase, 'read', '2017-01', '--revision', odd)).toMatchObject({ status: 2, out: '' })
  })

  test('backup, restore into an empty folder, verify: equal counts', async () => {
    const file = join(home.folder, 'copy.lykta')
    const backup = await home.lykta('backup', file)
    expect(backup.status, backup.err).toBe(0)
    expect(backup.out).toMatch(/^[0-9a-f]{64}@\d+ {2}Provstad\n$/)
    const other = await makeHome()
    try {
      const restored = await other.lykta('restore', file)
      expect(restored.status, restored.err).toBe(0)
      expect(restored.err).toMatch(/made 20\d\d-\d\d-\d\d \d\d:\d\d UTC/)
      expect(restored.err).not.toContain('of another time')
      expect(restored.out).toBe(backup.out)
      expect(await other.lykta('verify')).toMatchObject({ status: 0, out: backup.out })
      const [before, after] = [await countJson(home), await countJson(other)]
      expect(after).toEqual(before)
      const refused = await home.lykta('restore', file)
      expect(refused.status).toBe(1)
      const taken = await home.lykta('backup', file)
      expect(taken).toMatchObject({ status: 1, out: '' })
      expect(taken.err).toContain('--replace')
      expect(await home.lykta('backup', file, '--replace')).toMatchObject({ status: 0, out: backup.out })
    } finally {
      await other.remove()
    }
  })

  test('an old backup, and keys of another day, tell what they are; a line noted since is missed', async () => {
    const [old, recent, mixed] = ['old', 'recent', 'mixed'].map((name) => join(home.folder, `${name}.lykta`)) as [string, string, string]
    const before = await home.lykta('backup', old)
    // Reading is an act of its own, and leaves a line.
    expect((await home.typed(passphrase, 'read', '2019-30')).status).toBe(0)
    const after = await home.lykta('backup', recent)
    expect(after.out).not.toBe(before.out)
    await cp(old, mixed)
    await cp(`${recent}.keys`, `${mixed}.keys`)
    const other = await makeHome({ begins: 'cluster' })
    try {
      await other.keepRunning()
      const restored = await other.lykta('restore', mixed)
      expect(restored).toMatchObject({ status: 0, out: before.out })
      expect(restored.err).toContain('The key file belongs to another backup')
      expect(restored.err).toMatch(new RegExp(`mixed.lykta.keys is of another time, .*UTC\\. The newest line then was:\n${after.out}`))
      const [noted, known] = [after, before].map(({ out }) => out.split(' ')[0]!) as [string, string]
      const missed = await other.lykta('verify', '--head', noted)
      expect(missed).toMatchObject({ status: 1, out: '' })
      expect(missed.err).toContain(`at position ${noted.split('@')[1]!} is not in the audit chain`)
      expect(await other.lykta('verify', '--head', known)).toMatchObject({ status: 0, err: expect.stringContaining('still there') })
      expect((await other.lykta('verify', '--head', 'abc')).status).toBe(2)
    } finally {
      await other.remove()
    }
  })

  test('wrong usage is 2, what the user can mend is 1', async () => {
    expect((await home.lykta('count', '--year', '2019')).status).toBe(2)
    expect((await home.lykta('count', '--from', '19')).status).toBe(2)
    expect((await home.lykta('publish', '--year', '2019')).status).toBe(2)
    expect((await home.lykta('juggle')).status).toBe(2)
    expect((await home.lykta('import', join(home.folder, 'nowhere'))).status).toBe(1)
    const unnamed = await home.lykta('serve', '--host', '0.0.0.0')
    expect(unnamed.status).toBe(1)
    expect(unnamed.err).toContain('--origin https://')
  })

  test('help of every command, in both languages', async () => {
    const overview = await home.lykta('--help')
    const names = [...overview.out.matchAll(/^ {2}(\w+) {2,}/gm)].map((match) => match[1]!)
    expect(names).toEqual(expect.arrayContaining(['start', 'init', 'import', 'count', 'publish', 'serve', 'read', 'backup', 'restore', 'verify', 'template']))
    // Each is asked without a process of its own, and one as a user does.
    for (const command of commands) {
      for (const language of ['sv', 'en'] as const) {
        expect(parseLine(command, ['--help', '--lang', language], language).is('help')).toBe(true)
        const help = renderHelp(command, language)
        expect(help).toContain(`lykta ${command.name}`)
        expect(help).toContain('--data DIR')
      }
      expect(names).toContain(command.name)
    }
    expect(await home.lykta('import', '--help', '--lang', 'sv')).toEqual({ status: 0, out: `${renderHelp(commandOf('import'), 'sv')}\n`, err: '' })
  })

  test('what every command takes may stand before it', async () => {
    const missing = await home.lykta('--lang', 'sv', 'import', join(home.folder, 'nowhere'))
    expect(missing).toMatchObject({ status: 1, out: '' })
    expect(missing.err).toContain('finns inte')
    for (const line of [['help', 'import'], ['-h', 'import'], ['import', '-h'], ['--lang=en', '--help', 'import']]) {
      const { name, rest } = commandFirst(line)
      expect(name, line.join(' ')).toBe('import')
      expect(parseLine(commandOf('import'), rest, 'en').is('help'), line.join(' ')).toBe(true)
    }
    expect(await home.lykta('--lang=en', '--help', 'import')).toMatchObject({ status: 0, out: expect.stringContaining('Usage: lykta import FOLDER') })
    expect((await home.lykta('help')).status).toBe(0)
    expect((await home.lykta()).status).toBe(2)
  })
})

test('nothing that is printed commands the terminal', async () => {
  const home = await makeHome()
  try {
    const { err } = await home.lykta('import', join(home.folder, 'a\u001b]0;title\u0007\u009b31m\rb'))
    expect(err).toContain('a·]0;title··31m·b')
  } finally {
    await home.remove()
  }
})

test('what a full disk does not take is told, and is a failure', () => {
  const full = openSync('/dev/full', 'w')
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'apps/cli/src/main.ts'), '--help', '--lang', 'en'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^What was to be printed could not be written \(ENOSPC\).*\n$/)])
  } finally {
    closeSync(full)
  }
})

test('Ctrl+C at the passphrase stops the program as it does elsewhere, and the terminal is as it was', async () => {
  const terminal = new PassThrough()
  const raw: boolean[] = []
  const setRawMode = (on: boolean): PassThrough => {
    raw.push(on)
    return terminal
  }
  const sent = Promise.withResolvers<unknown>()
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Object.assign(terminal, { setRawMode }) as unknown as typeof process.stdin)
  const kill = vi.spyOn(process, 'kill').mockImplementation((...signal) => {
    sent.resolve(signal)
    return true
  })
  try {
    const nothing = (): void => {}
    const asked = askPassphrase({ given: parseLine(commandOf('read'), ['2019-30'], 'en'), language: 'en', environment: { variables: {}, interactive: true }, print: nothing, say: nothing })
    terminal.write('one two\u0003')
    expect(await Promise.race([sent.promise, asked])).toEqual([process.pid, 'SIGINT'])
    expect(raw).toEqual([true, false])
  } finally {
    stdin.mockRestore()
    kill.mockRestore()
  }
})

test('a data folder with a long path', async () => {
  const home = await makeHome({ deep: true })
  try {
    expect(home.data.length).toBeGreaterThan(150)
    const founded = await home.lykta('init', '--name', 'Långstad', '--since', '2020-01-01')
    expect(founded.status, founded.err).toBe(0)
  } finally {
    await home.remove()
  }
})

test('an empty folder says how to begin', async () => {
  const home = await makeHome()
  try {
    const counted = await home.lykta('count', '--json')
    expect(counted).toMatchObject({ status: 1, out: '' })
    expect(counted.err).toContain('lykta init')
    await mkdir(join(home.folder, 'empty'))
    const imported = await home.lykta('import', join(home.folder, 'empty'))
    expect(imported.status).toBe(1)
  } finally {
    await home.remove()
  }
})
