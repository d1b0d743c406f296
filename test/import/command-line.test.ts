// `init`, `template`, `form`, `import` and `read` as a coordinator types them, beside a running server.
import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renameEverything } from '../../packages/incident/test/mapping-support.ts'
import { type Home, makeHome, root } from '../journey/lykta.ts'

const sample = join(root, 'samples/exempelstad')
/** Every command is a process of its own. */
const patience = 180_000

let home: Home
let passphrase: string

beforeAll(async () => {
  home = await makeHome({ begins: 'cluster' })
  passphrase = (await home.lykta('init', '--name', 'Provstad', '--since', '2017-11-01')).out.trim()
  // The other commands use its database, which spares them starting their own.
  await home.serve('serve')
})
afterAll(() => home.remove())

/** A copy of the sample with the text of one file replaced. */
async function changed(name: string, file: string, from: string, to: string): Promise<string> {
  const folder = join(home.folder, name)
  await cp(sample, folder, { recursive: true, force: false })
  const path = join(folder, file)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
  return folder
}

test('init says what is missing or impossible', async () => {
  const init = (...line: readonly string[]) => home.lykta('init', '--name', 'Annanstad', ...line)
  const [impossible, zone, future] = await Promise.all(
    [init('--since', '2017-02-31'), init('--since', '2017-11-01', '--time-zone', 'Europe/Nowhere'), init('--since', '2999-01-01')])
  expect([impossible.status, zone.status, future.status]).toEqual([2, 1, 1])
  expect(zone.err).toContain('The time zone Europe/Nowhere is unknown.')
  expect(future.err).toContain('Collection cannot begin on 2999-01-01, after today')
}, patience)

test('every slip of every file in one go, nothing on standard output, nothing imported, status 1', async () => {
  const folder = await changed('slips', 'incidenter.csv', 'sexual.many-phones', 'sexual.many-fones')
  await changed('slips', 'personer.csv', ';RO;', ';XX;')
  for (const [language, texts] of [
    ['sv', [
      'incidenter.csv, rad 2, kolumn indikatorer: Indikatorn ”sexual.many-fones” finns inte i katalogen. Menas sexual.many-phones? Rätta den.',
      'personer.csv, rad 2, kolumn nationalitet: ”XX” är ingen landskod.',
      'Inget har importerats.',
    ]],
    ['en', [
      'incidenter.csv, row 2, column indikatorer: The indicator “sexual.many-fones” is not in the catalogue. Is it sexual.many-phones? Correct it.',
      'personer.csv, row 2, column nationalitet: “XX” is no country code.',
      'Nothing has been imported.',
    ]],
  ] as const) {
    const { status, out, err } = await home.lykta('import', folder, '--lang', language)
    expect([status, out]).toEqual([1, ''])
    expect(err.trim().split('\n').map((line, index) => line.slice(0, texts[index]?.length))).toEqual(texts)
  }
}, patience)

test('a file of 200 MB, and an empty one', async () => {
  const large = join(home.folder, 'large.csv')
  const handle = await open(large, 'w')
  await handle.truncate(200 * 1024 * 1024)
  await handle.close()
  expect(await home.lykta('import', large)).toMatchObject({ status: 1, err: 'large.csv: The file has 200 MB and is not read. Split it: a file may have 50 MB at most.\n' })
  const empty = join(home.folder, 'empty.csv')
  await writeFile(empty, '')
  expect((await home.lykta('import', empty)).err).toContain('empty.csv: The file is empty.')
}, patience)

test('import, then other reasons with and without --unlock, then fewer rows', async () => {
  expect((await home.lykta('import', sample)).err).toContain('Imported: 63 new incidents, 0 changed, 0 unchanged.')
  const folder = await changed('reasons', 'incidenter.csv', 'Uppsökande arbete.', 'Uppsökande arbete på kvällen.')
  const without = await home.lykta('import', folder)
  expect([without.status, without.err]).toEqual([0, expect.stringContaining('63 unchanged.\nThe reasons of unchanged rows were not compared. Use --unlock to compare them too.')])
  expect(await home.typed('six words that are not right', 'import', folder, '--unlock')).toMatchObject({ status: 1 })
  const unlocked = await home.typed(passphrase, 'import', folder, '--unlock')
  expect([unlocked.status, unlocked.err]).toEqual([0, expect.stringContaining('Imported: 0 new incidents, 1 changed, 62 unchanged.')])
  expect(unlocked.err).not.toContain('not compared')
  const read = await home.typed(passphrase, 'read', '2017-01')
  expect([read.out, read.err]).toEqual([expect.stringContaining('Uppsökande arbete på kvällen.'), expect.stringContaining('(imported, not signed)')])
  const first = await readFile(join(sample, 'incidenter.csv'), 'utf8')
  const without2017 = await changed('fewer', 'incidenter.csv', first.split('\r\n')[4] ?? '', '')
  const fewer = await home.lykta('import', without2017)
  expect(fewer.err).toContain('One incident in the register is not in the files and stays as before: an import takes nothing away.')
}, patience)

test('another town: map proposes and nothing is taken unseen; a mapping imports; everything renamed is the same register', async () => {
  const towns = join(root, 'samples/other-towns')
  const [sheet, mapping, out] = [join(towns, 'grankoping.csv'), join(towns, 'grankoping.mapping.json'), join(home.folder, 'mapping.json')]
  const proposed = await home.lykta('map', sheet, '--out', out, '--lang', 'en')
  expect([proposed.status, proposed.out, proposed.err]).toEqual([0, '', expect.stringContaining('grankoping, column Handläggare: The column is not decided.')])
  const open = await home.lykta('import', sheet, '--mapping', out, '--lang', 'sv')
  expect([open.status, open.err]).toEqual([1, expect.stringContaining('grankoping, kolumn Ärendenr: Att kolumnen blir nr är ett förslag.')])
  const broken = join(home.folder, 'broken.json')
  await writeFile(broken, '{"lykta":"mapping","version":1,"sheets":[{"columns":[{"to":"incidents.nr"}]}]}')
  expect(await home.lykta('import', sheet, '--mapping', broken, '--lang', 'en')).toMatchObject({ status: 1, err: expect.stringMatching(/^broken\.json: At \/sheets\/0\/columns\/0\/to there should be one of our columns/) })
  const imported = await home.lykta('import', sheet, '--mapping', mapping)
  expect(imported.err).toContain('Imported: 7 new incidents, 0 changed, 0 unchanged.\n4 organisations')

  const own: Record<string, readonly (readonly string[])[]> = {}
  for (const name of ['organisationer', 'incidenter', 'personer']) own[name] = (await readFile(join(sample, `${name}.csv`), 'utf8')).slice(1).trimEnd().split('\r\n').map((line) => line.split(';'))
  const renamed = renameEverything(own, 'qz')
  const folder = join(home.folder, 'renamed')
  await mkdir(folder)
  for (const { name, bytes } of renamed.files) await writeFile(join(folder, name), bytes)
  await writeFile(join(home.folder, 'renamed.json'), JSON.stringify(renamed.mapping))
  expect((await home.lykta('import', folder, '--mapping', join(home.folder, 'renamed.json'))).err).toContain('Imported: 0 new incidents, 0 changed, 63 unchanged.')
}, patience)

test('template writes both kinds, never over a file, and what it wrote can be imported', async () => {
  await mkdir(join(home.folder, 'templates'))
  const [xlsx, ods] = [join(home.folder, 'templates', 'a.xlsx'), join(home.folder, 'templates', 'B.ODS')]
  const written = await Promise.all([xlsx, ods, join(home.folder, 'c.csv')].map((file) => home.lykta('template', file)))
  expect(written.map(({ status }) => status)).toEqual([0, 0, 2])
  expect((await stat(xlsx)).size).toBeGreaterThan(3000)
  expect(await home.lykta('template', xlsx)).toMatchObject({ status: 1 })
  const read = await home.lykta('import', ods)
  expect([read.status, read.err]).toEqual([0, expect.stringContaining('has headers only')])
}, patience)

test('form writes an XLSForm for ODK and Kobo, never the reason in clear; what is filled in is imported once', async () => {
  const [clear, sealed, pem, secret] = ['form.xlsx', 'sealed.xlsx', 'key.pem', 'secret.pem'].map((name) => join(home.folder, name)) as [string, string, string, string]
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  await writeFile(pem, pair.publicKey)
  await writeFile(secret, pair.privateKey)
  const form = (...line: readonly string[]) => home.lykta('form', '--lang', 'en', ...line)
  const written = await form('--xlsform', '--out', clear)
  expect([written.status, written.err]).toEqual([0, expect.stringMatching(/^The form lykta-1 \(version \d{10}\) is written: .*\nThe reason for the suspicion is not part of it/)])
  const refused = await Promise.all([
    form('--xlsform', '--out', clear), form('--xlsform', '--out', sealed, '--with-reason'), form('--xlsform', '--out', sealed, '--with-reason', '--public-key', secret),
    form('--out', sealed), form('--xlsform'), form('--xlsform', '--out', join(home.folder, 'form.csv')),
  ])
  expect(refused.map(({ status }) => status)).toEqual([1, 1, 1, 2, 2, 2])
  expect([refused[1].err, refused[2].err]).toEqual([expect.stringContaining('would store it readable on their server'), expect.stringContaining('never the private one')])
  await expect(stat(sealed)).rejects.toThrow('ENOENT')
  const withReason = await form('--xlsform', '--out', sealed, '--with-reason', '--public-key', pem)
  expect([withReason.status, withReason.err]).toEqual([0, expect.not.stringContaining('not part of it')])
  expect((await stat(sealed)).size).toBeGreaterThan(10_000)

  const filled = join(home.folder, 'lykta-1.csv')
  const row = (place: string) => `today,lykta_form,step_source-reportedBy,step_where-placeType,KEY\n2019-05-06,lykta-1,soc,${place},uuid:6f1d8a30-0000-4000-8000-000000000001\n`
  const read = async (place: string) => {
    await writeFile(filled, row(place))
    return home.lykta('import', '--submissions', filled)
  }
  const [wrong, first, again] = [await read('villa'), await read('hotel'), await read('hotel')]
  expect([wrong.status, wrong.err]).toEqual([1, expect.stringMatching(/^lykta-1\.csv, row 2, column step_where-placeType: “villa” is none of the answers\. Allowed: hotel, home, .*\nNothing has been imported\.\n$/)])
  expect(first.err).toContain('Imported: 1 new incident, 0 changed, 0 unchanged.')
  expect(again.err).toContain('Imported: 0 new incidents, 0 changed, 1 unchanged.')
}, patience)
