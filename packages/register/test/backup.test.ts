// A backup restores to the same register, or is refused and nothing is written.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { appendEpoch, appendOrganisations, appendRevisions, checkBackup, type Head, inNetwork, readSealedTexts, restoreBackup, verifyNetwork, write, writeBackup } from '@lykta/register'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, anyAnswers, createdAt, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

const home = mkdtempSync(path.join(tmpdir(), 'lykta-backup-'))
const file = path.join(home, 'monday.lykta')
const body = randomBytes(3000)
const key = Buffer.from('AGE-KEY-FILE-OF-THE-TEXT')
let database: TestDatabase
let empty: TestDatabase
let sample: TestNetwork

beforeAll(async () => {
  database = await cloneDatabase()
  empty = await cloneDatabase()
  sample = await makeNetwork(database.register, 'Exempelstad \u2028 "ö" \\ \u0001')
  await makeNetwork(database.register, 'Annanstad')
  const { organisations: [first, second], context } = sample
  const sealed = { sealedId: randomUUID(), body, key, epoch: 1 }
  const one = newIncident(answersOf(first.id), { sealed, first: { ref: '00000000', externalRef: 'rad\t"1"\n\u2029' } })
  const random = fc.sample(anyAnswers([first.id, second.id]), { numRuns: 20, seed: 11 }).map((answers) => newIncident(answers))
  await write(database.register, context, { action: 'import', object: 'files:1' }, async (transaction) => {
    await appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'server', createdAt }, [{ epoch: 1, holder: 'passphrase', wrapped: Buffer.from('WRAPPED') }])
    await appendRevisions(transaction, [one, ...random])
  })
  await write(database.register, context, { action: 'incident.change', object: 'incident:1' }, async (transaction) => {
    await appendOrganisations(transaction, [{ organisation: { ...first, name: 'Nytt namn' }, revision: 2 }])
    await appendRevisions(transaction, [{ ...one, number: 2, first: null, answers: answersOf(first.id, { area: 'Söder' }), sealed: 'kept' }])
  })
  await writeBackup(database.register, { file, programVersion: 'test' })
})
afterAll(async () => {
  await empty.close()
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

const tables = ['network', 'organisation', 'own_indicator', 'incident', 'revision', 'incident_fact', 'epoch', 'epoch_grant', 'sealed_body', 'sealed_key', 'audit']

/** Every row of the register but the migrations' own. */
async function rowsOf({ admin }: TestDatabase): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {}
  for (const table of tables) {
    const { rows } = await admin.query<{ readonly json: string }>(`select to_jsonb(t)::text as json from lykta.${table} t order by 1`)
    found[table] = rows.map(({ json }) => json)
  }
  return found
}

const emptied = async (): Promise<void> => void (await empty.admin.query(`truncate ${tables.map((table) => `lykta.${table}`).join(', ')} cascade`))
const isEmpty = async (): Promise<boolean> => Object.values(await rowsOf(empty)).every((rows) => rows.length === 0)

/** A copy of the backup whose lines somebody changed; `sign` writes a trailer that agrees with them. */
function altered(name: string, change: (lines: readonly string[]) => readonly string[], sign = false, of = file): string {
  const copy = path.join(home, name)
  const lines = change(gunzipSync(readFileSync(of)).toString('utf8').split('\n').slice(0, -1))
  const own = sign ? [...lines.slice(0, -1), JSON.stringify(trailerOf(lines.slice(0, -1)))] : lines
  writeFileSync(copy, gzipSync(own.map((line) => `${line}\n`).join('')))
  return copy
}

/** As docs/database.md describes it, written once more without the program. */
function trailerOf(lines: readonly string[]): object {
  const rows: Record<string, number> = {}
  for (const line of lines.slice(1)) {
    const { table } = JSON.parse(line) as { readonly table: string }
    rows[table] = (rows[table] ?? 0) + 1
  }
  return { end: { rows, sha256: createHash('sha256').update(lines.map((line) => `${line}\n`).join('')).digest('hex') } }
}

describe('a backup', () => {
  test('restores into an empty register, every row as it was', async () => {
    const { networks, problems } = await restoreBackup(empty.register, { file })
    expect(networks).toHaveLength(2)
    expect(problems).toEqual([])
    expect(await rowsOf(empty)).toEqual(await rowsOf(database))
    // The planner knows how much there is now (-1 until somebody has told it).
    const { rows: known } = await empty.admin.query<{ readonly name: string; readonly rows: number }>(
      `select relname as name, reltuples::integer as rows from pg_class where oid = any('{lykta.incident,lykta.revision,lykta.incident_fact}'::regclass[])`,
    )
    const restored = await rowsOf(empty)
    expect(known).toHaveLength(3)
    for (const { name, rows } of known) expect([name, rows]).toEqual([name, restored[name]!.length])
    // And is written on from where it stood.
    const added = newIncident(answersOf(sample.organisations[1].id))
    const act = { action: 'incident.add', object: 'incident:2' }
    expect((await write(empty.register, sample.context, act, (transaction) => appendRevisions(transaction, [added]))).position).toBe(5)
    expect((await inNetwork(empty.register, sample.context, verifyNetwork)).findings).toEqual([])
    await emptied()
  })

  test('of a restored register is the same but for its header', async () => {
    await restoreBackup(empty.register, { file })
    const again = path.join(home, 'again.lykta')
    await writeBackup(empty.register, { file: again, programVersion: 'test' })
    for (const [one, two] of [[file, again], [`${file}.keys`, `${again}.keys`]] as const) {
      const [before, after] = [one, two].map((name) => gunzipSync(readFileSync(name)).toString('utf8').split('\n').slice(1, -2))
      expect(after).toEqual(before)
    }
    await emptied()
  })

  test('keeps texts and keys apart, readable for their owner alone', () => {
    const [record, keys] = [file, `${file}.keys`].map((name) => gunzipSync(readFileSync(name)).toString('utf8'))
    expect(record).toContain(body.toString('hex'))
    expect(keys).not.toContain(body.toString('hex'))
    for (const secret of [key, Buffer.from('WRAPPED')]) {
      expect(keys).toContain(secret.toString('hex'))
      expect(record).not.toContain(secret.toString('hex'))
    }
    expect(keys).not.toContain('Söder')
    for (const name of [file, `${file}.keys`]) expect(statSync(name).mode & 0o077).toBe(0)
  })

  test('ends with a line that vouches for all before it', () => {
    for (const name of [file, `${file}.keys`]) {
      const lines = gunzipSync(readFileSync(name)).toString('utf8').split('\n').slice(0, -1)
      expect(JSON.parse(lines.at(-1)!)).toEqual(trailerOf(lines.slice(0, -1)))
    }
  })

  test('says when it was made and where each audit stood, in both files, and so does restoring it', async () => {
    const headers = [file, `${file}.keys`].map((name) => JSON.parse(gunzipSync(readFileSync(name)).toString('utf8').split('\n')[0]!) as { readonly createdAt: string; readonly heads: readonly Head[] })
    const { rows } = await database.admin.query<Head>(
      `select network_id as network, position, encode(hash, 'hex') as hash from lykta.audit a
       where position = (select max(position) from lykta.audit b where b.network_id = a.network_id) order by position desc`)
    expect(rows.map(({ position }) => position)).toEqual([4, 2])
    for (const { heads } of headers) expect(heads).toEqual(rows)
    const restored = await restoreBackup(empty.register, { file })
    expect(restored.record).toEqual({ createdAt: headers[0]!.createdAt, heads: rows })
    expect(restored.keys).toEqual(restored.record)
    await emptied()
  })

  test('of a program that did not say where the audit stood restores as well', async () => {
    const strip = ([header, ...rest]: readonly string[]): readonly string[] => {
      const { heads: _, ...older } = JSON.parse(header!) as { readonly heads: unknown }
      return [JSON.stringify(older), ...rest]
    }
    const older = altered('older.lykta', strip, true)
    altered('older.lykta.keys', strip, true, `${file}.keys`)
    const { problems, record, keys } = await restoreBackup(empty.register, { file: older })
    expect(problems).toEqual([])
    expect(record.heads?.map(({ position }) => position)).toEqual([4, 2])
    expect(keys?.heads).toBeUndefined()
    await emptied()
  })

  test.each<readonly [string, (heads: readonly Head[]) => unknown, string]>([
    ['another position', ([one, ...rest]) => [{ ...one!, position: 3 }, ...rest], 'register.backup-unsound'],
    ['another line', ([one, ...rest]) => [{ ...one!, hash: 'ab'.repeat(32) }, ...rest], 'register.backup-unsound'],
    ['no list', () => 'none', 'register.backup-damaged'],
    ['no lines', () => [null], 'register.backup-damaged'],
  ])('whose header names %s is refused', async (name, change, code) => {
    const copy = altered(`${name.replaceAll(' ', '-')}.lykta`, ([header, ...rest]) => {
      const own = JSON.parse(header!) as { readonly heads: readonly Head[] }
      return [JSON.stringify({ ...own, heads: change(own.heads) }), ...rest]
    }, true)
    await expect(restoreBackup(empty.register, { file: copy })).rejects.toThrow(code)
    expect(await isEmpty()).toBe(true)
  })

  test('without its keys restores what is counted, and says so', async () => {
    const alone = path.join(home, 'alone.lykta')
    copyFileSync(file, alone)
    const { problems } = await restoreBackup(empty.register, { file: alone })
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['register.restored-without-keys', 'warning'], ['verify.key-missing', 'warning'], ['verify.key-missing', 'warning'],
    ])
    const texts = await inNetwork(empty.register, sample.context, async (transaction) => {
      const found = []
      for await (const batch of readSealedTexts(transaction, 4)) found.push(...batch)
      return found
    })
    expect(texts.map((text) => [Buffer.from(text.body), text.key])).toEqual([[body, null]])
    const [{ sealed_key: keys, epoch_grant: grants, ...rest }, whole] = [await rowsOf(empty), await rowsOf(database)]
    expect([keys, grants]).toEqual([[], []])
    for (const [table, rows] of Object.entries(rest)) expect(rows).toEqual(whole[table])
    await emptied()
  })

  test('takes the keys of another day as far as they fit', async () => {
    const pair = path.join(home, 'pair.lykta')
    copyFileSync(file, pair)
    altered('pair.lykta.keys', ([header, ...lines]) => [JSON.stringify({ ...JSON.parse(header!), id: randomUUID() }), ...lines.map((line) =>
      (line.startsWith('{"table":"sealed_key"') ? line.replace(/"sealed_id": "[^"]+"/, `"sealed_id": "${randomUUID()}"`) : line))], true, `${file}.keys`)
    const { problems } = await restoreBackup(empty.register, { file: pair })
    expect(problems.map(({ code }) => code)).toEqual(['register.keys-of-another-backup', 'verify.key-missing', 'verify.key-missing'])
    expect((await rowsOf(empty))['epoch_grant']).toHaveLength(1)
    await emptied()
  })

  test('goes on beside writers, and shows one moment', async () => {
    const busy = await cloneDatabase()
    try {
      const { context, organisations: [first] } = await makeNetwork(busy.register)
      const stop = new AbortController()
      const writer = (async () => {
        for (let turn = 0; !stop.signal.aborted; turn++) {
          await write(busy.register, context, { action: 'incident.add', object: `incident:${turn}` }, (transaction) =>
            appendRevisions(transaction, [newIncident(answersOf(first.id)), newIncident(answersOf(first.id))]))
        }
      })()
      const files = []
      for (let turn = 0; turn < 5; turn++) {
        files.push((await writeBackup(busy.register, { file: path.join(home, `busy-${turn}.lykta`), programVersion: 'test' })).file)
      }
      stop.abort()
      await writer
      for (const name of files) {
        await restoreBackup(empty.register, { file: name })
        const { rows } = await empty.admin.query('select (select count(*) from lykta.revision) = 2 * (position - 2) as whole from lykta.network')
        expect(rows).toEqual([{ whole: true }])
        await emptied()
      }
    } finally {
      await busy.close()
    }
  })
})

describe('is refused, and nothing is written:', () => {
  const refused = async (name: string, code: string): Promise<void> => {
    await expect(restoreBackup(empty.register, { file: name })).rejects.toMatchObject({ problems: [{ code }] })
    expect(await isEmpty()).toBe(true)
  }

  test('what is cut short, anywhere', async () => {
    const whole = readFileSync(file)
    const name = path.join(home, 'short.lykta')
    for (const length of [0, 1, 9, 10, 11, 100, Math.floor(whole.length / 2), whole.length - 9, whole.length - 8, whole.length - 1]) {
      writeFileSync(name, whole.subarray(0, length))
      await expect(restoreBackup(empty.register, { file: name })).rejects.toMatchObject({ problems: [{ code: expect.stringMatching(/^register\.backup-(damaged|foreign)$/) }] })
    }
    await refused(altered('no-trailer.lykta', (lines) => lines.slice(0, -1)), 'register.backup-damaged')
    await refused(altered('half-a-line.lykta', (lines) => [...lines.slice(0, 5), lines[5]!.slice(0, 20)]), 'register.backup-damaged')
  })

  test('what has a bit changed, anywhere', async () => {
    const whole = readFileSync(file)
    const name = path.join(home, 'bit.lykta')
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
      // Modification time and system: bytes of gzip's header that say nothing of what is inside.
      fc.pre(place < 4 || place > 9)
      const bytes = Buffer.from(whole)
      bytes[place]! ^= 1 << bit
      writeFileSync(name, bytes)
      await expect(restoreBackup(empty.register, { file: name })).rejects.toMatchObject({ name: 'ProblemError' })
    }), { seed: 4, numRuns: 60 })
    expect(await isEmpty()).toBe(true)
  })

  test('lines that are removed, added, changed, or in another order', async () => {
    await refused(altered('removed.lykta', (lines) => lines.filter((_, index) => index !== 4)), 'register.backup-damaged')
    await refused(altered('doubled.lykta', (lines) => [...lines.slice(0, 4), lines[3]!, ...lines.slice(4)]), 'register.backup-damaged')
    await refused(altered('changed.lykta', (lines) => lines.map((line) => line.replaceAll('hotel', 'home'))), 'register.backup-damaged')
    await refused(altered('swapped.lykta', (lines) => [lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)]), 'register.backup-damaged')
    await refused(altered('after.lykta', (lines) => [...lines, lines[1]!]), 'register.backup-damaged')
  })

  test('what was changed and signed anew does not agree with itself', async () => {
    const unsound = async (name: string, ...codes: readonly string[]): Promise<void> => {
      const restoring = restoreBackup(empty.register, { file: name })
      await expect(restoring).rejects.toMatchObject({ problems: ['register.backup-unsound', ...codes].map((code) => ({ code })) })
      expect(await isEmpty()).toBe(true)
    }
    copyFileSync(`${file}.keys`, path.join(home, 'renamed.lykta.keys'))
    await unsound(altered('renamed.lykta', (lines) => lines.map((line) => line.replace('Nytt namn', 'Annat namn')), true), 'verify.content')
    copyFileSync(`${file}.keys`, path.join(home, 'later.lykta.keys'))
    await unsound(altered('later.lykta', (lines) => lines.map((line) => line.replace('"actor": "import"', '"actor": "someone"')), true), 'verify.line-hash', 'verify.line-hash')
    // Asked to all the same, it restores what there is and says what is wrong.
    const { problems } = await restoreBackup(empty.register, { file: path.join(home, 'renamed.lykta'), evenUnsound: true })
    expect(problems.map(({ code }) => code)).toEqual(['verify.content'])
    await emptied()
  })

  test('keys that are damaged', async () => {
    const name = path.join(home, 'keys.lykta')
    copyFileSync(file, name)
    writeFileSync(`${name}.keys`, readFileSync(`${file}.keys`).subarray(0, -20))
    await refused(name, 'register.backup-damaged')
  })

  test('what is no backup, or one for a later program', async () => {
    writeFileSync(path.join(home, 'letter.txt'), 'Hello\n')
    await refused(path.join(home, 'letter.txt'), 'register.backup-foreign')
    await refused(`${file}.keys`, 'register.backup-foreign')
    await refused(path.join(home, 'nowhere'), 'register.backup-missing')
    await refused(home, 'register.backup-missing')
    const header = (change: object) => (lines: readonly string[]): readonly string[] => [JSON.stringify({ ...JSON.parse(lines[0]!), ...change }), ...lines.slice(1)]
    await refused(altered('format.lykta', header({ format: 2 }), true), 'register.backup-newer')
    await refused(altered('schema.lykta', header({ schema: 99 }), true), 'register.backup-newer')
  })

  test('what nobody but an enemy writes, though it vouches for itself', async () => {
    const rows = (change: (row: Record<string, unknown>, table: string) => object) => (lines: readonly string[]): readonly string[] => lines.map((line) => {
      const { table, row } = JSON.parse(line) as { readonly table?: string; readonly row?: Record<string, unknown> }
      return table && row ? JSON.stringify({ table, row: change(row, table) }) : line
    })
    const hostile: Readonly<Record<string, (lines: readonly string[]) => readonly string[]>> = {
      network: rows((row) => ({ ...row, network_id: `'; drop schema lykta; --` })),
      none: rows((row) => ({ ...row, network_id: undefined })),
      column: rows((row) => ({ ...row, 'no"such': 1 })),
      value: rows((row, table) => (table === 'network' ? { ...row, collection_start: '2019-02-31' } : row)),
      nul: rows((row, table) => (table === 'network' ? { ...row, name: 'a\0b' } : row)),
      answers: rows((row, table) => (table === 'revision' ? { ...row, answers: '{"persons":7}' } : row)),
      prose: rows((row, table) => (table === 'revision' ? { ...row, answers: 'no JSON' } : row)),
      table: (lines) => [...lines.slice(0, -1), JSON.stringify({ table: 'migration', row: { network_id: sample.context.network } }), lines.at(-1)!],
      ...Object.fromEntries([0, -5, 1.5, '1; drop schema lykta', null].map((schema, index) =>
        [`schema-${index}`, (lines: readonly string[]) => [JSON.stringify({ ...JSON.parse(lines[0]!), schema }), ...lines.slice(1)]])),
    }
    for (const [name, change] of Object.entries(hostile)) await refused(altered(`hostile-${name}.lykta`, change, true), 'register.backup-damaged')
  })

  test('one endless line, before it fills the memory', async () => {
    const name = path.join(home, 'endless.lykta')
    const header = gunzipSync(readFileSync(file)).toString('utf8').split('\n')[0]!
    // Gzip files may be put one after another: 256 times the same mebibyte.
    const mebibyte = gzipSync(Buffer.alloc(2 ** 20, 'a'), { level: 9 })
    writeFileSync(name, Buffer.concat([gzipSync(`${header}\n`), ...Array.from({ length: 256 }, () => mebibyte)]))
    const before = process.memoryUsage().rss
    await refused(name, 'register.backup-damaged')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20)
  })

  test('any backup, where there is a network already', async () => {
    const before = await rowsOf(database)
    await expect(restoreBackup(database.register, { file })).rejects.toMatchObject({ problems: [{ code: 'register.not-empty' }] })
    expect(await rowsOf(database)).toEqual(before)
  })
})

test('a file that has the name of the backup, or of its keys, is replaced only when that is asked for', async () => {
  const folder = path.join(home, 'taken')
  mkdirSync(folder)
  for (const taken of ['text.lykta', 'keys.lykta.keys']) {
    const target = path.join(folder, taken.replace('.keys', ''))
    writeFileSync(path.join(folder, taken), 'last Monday')
    const before = readdirSync(folder)
    await expect(writeBackup(database.register, { file: target, programVersion: 'test' })).rejects.toMatchObject({
      problems: [{ code: 'register.backup-exists', values: { file: path.join(folder, taken) } }],
    })
    expect(readdirSync(folder)).toEqual(before)
    expect(readFileSync(path.join(folder, taken), 'utf8')).toBe('last Monday')
    await writeBackup(database.register, { file: target, programVersion: 'test', replace: true })
    await checkBackup(target)
    rmSync(target)
    rmSync(`${target}.keys`)
  }
})

test('a file that takes the name while the backup is being written is left, and the backup leaves nothing', async () => {
  const folder = path.join(home, 'raced')
  mkdirSync(folder)
  const target = path.join(folder, 'register.lykta')
  const writing = writeBackup(database.register, { file: target, programVersion: 'test' })
  writeFileSync(target, 'another program was here')
  await expect(writing).rejects.toMatchObject({ problems: [{ code: 'register.backup-exists', values: { file: target } }] })
  expect(readdirSync(folder)).toEqual(['register.lykta'])
  expect(readFileSync(target, 'utf8')).toBe('another program was here')
})

test('a backup that cannot be written leaves the earlier one, and nothing half done', async () => {
  const folder = path.join(home, 'target')
  mkdirSync(path.join(folder, 'here.lykta'), { recursive: true })
  const failing = writeBackup(database.register, { file: path.join(folder, 'here.lykta'), programVersion: 'test' })
  await expect(failing).rejects.toMatchObject({ problems: [{ code: 'register.backup-not-written', values: { code: 'EISDIR' } }] })
  // There is a copy to keep only where there is one: the folder of that name is none.
  const earlier = path.join(folder, 'earlier.lykta')
  copyFileSync(file, earlier)
  mkdirSync(`${earlier}.keys`)
  await expect(writeBackup(database.register, { file: earlier, programVersion: 'test', replace: true })).rejects.toMatchObject({ problems: [{ code: 'register.backup-not-renewed', values: { file: earlier, code: 'EISDIR' } }] })
  expect(readFileSync(earlier).equals(readFileSync(file))).toBe(true)
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  await expect(writeBackup(database.register, { file: path.join(home, 'no', 'such', 'folder'), programVersion: 'test' })).rejects.toMatchObject({
    problems: [{ code: 'register.backup-not-written', values: { code: 'ENOENT' } }],
  })
  expect(existsSync(path.join(home, 'no'))).toBe(false)
})
