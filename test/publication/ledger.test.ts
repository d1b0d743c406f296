// Two annual reports of the reference network, one after the other: approved, with reports and corrections between them, and together
// with what the network had printed itself.
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProblemError } from '@lykta/incident'
import { foundNetwork } from '@lykta/register'
import { addOutside, approveEdition, deskOf, type Desk, importFiles, listLedger, type Published, publishEdition, readImportFiles, renderProblem } from '@lykta/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNetworkProse, storeProse } from '../../apps/server/src/work/prose.ts'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { root } from '../journey/lykta.ts'

type Private = {
  readonly certificate: { readonly ledger: readonly { readonly digest: string }[]; readonly tables: readonly { readonly id: string; readonly digest: string }[] }
  readonly exposedBefore: readonly { readonly key: string }[]
  readonly different: readonly { readonly table: string; readonly counted: number }[]
  readonly cells: readonly { readonly table: string; readonly codes: readonly string[]; readonly period: string; readonly count: number; readonly outcome: string }[]
}

const printed = `table;codes;period;count
incidents;;2019;30
persons;;2019;at least 41
exploitation;sexual;2019;28
exploitation;begging;2019;1
sexAge;woman/minor;2019;2
policeContacted;;2019;22
`

let database: TestDatabase
let desk: Desk
let home = ''
const at = (name: string): string => join(home, name)
/** A page is not what is tried here. */
const compilePdf = async (): Promise<Uint8Array> => new TextEncoder().encode('%PDF')
const publish = (year: number): Promise<Published> => publishEdition(desk, { year, out: at(String(year)), compilePdf })
const protocolOf = async (year: number): Promise<Private> => JSON.parse(await readFile(at(`${year}/protocol.json`), 'utf8')) as Private
const shownIn = ({ cells }: Private, table: string): Readonly<Record<string, number>> =>
  Object.fromEntries(cells.filter((cell) => cell.table === table && cell.outcome === 'shown').map(({ codes, period, count }) => [[...codes, period].join(' '), count]))
const refusal = async (work: Promise<unknown>, language: 'sv' | 'en' = 'en'): Promise<readonly string[]> => {
  try {
    await work
    return []
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map((problem) => renderProblem(problem, language))
  }
}
const add = async (name: string, text: string): Promise<number> => {
  await writeFile(at(name), text)
  return addOutside(desk, (await readImportFiles([at(name)]))[0]!, { source: 'Report of the network' })
}

beforeAll(async () => {
  database = await cloneDatabase()
  home = await mkdtemp(join(tmpdir(), 'lykta-ledger-'))
  await cp(join(root, 'packages/incident/test/data/reference'), at('register'), { recursive: true })
  const network = { id: crypto.randomUUID(), name: 'Provstad', municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'] as const, sample: false }
  await foundNetwork(database.register, 'operator', network, '2020-01-01T00:00:00Z')
  desk = await deskOf(database.register, network)
  await importReference()
})
afterAll(async () => {
  await database.close()
  await rm(home, { recursive: true, force: true })
})

async function importReference(): Promise<void> {
  // Texts are not what is tried here, and there is no key to seal them to.
  const file = at('register/incidenter.csv')
  const [header, ...lines] = (await readFile(file, 'utf8')).split('\r\n')
  const place = header!.split(';').indexOf('anledning')
  await writeFile(file, [header, ...lines.map((line) => (line === '' ? line : line.split(';').with(place, '').join(';')))].join('\r\n'))
  const outcome = await importFiles(desk, await readImportFiles([at('register')]), { checkOnly: false, overwriteCorrections: false, submissions: false, passphrase: undefined, onProgress: undefined })
  expect([outcome.state, outcome.problems]).toEqual(['imported', []])
}

describe('the ledger', () => {
  test('is empty at first, and a draft does not enter it', async () => {
    expect(await publish(2018)).toMatchObject({ earlier: 0 })
    expect(await listLedger(desk)).toEqual([])
  })
  test('takes an approved edition, whose files are no drafts any more', async () => {
    expect(await readFile(at('2018/en/index.html'), 'utf8')).toContain('Draft')
    // The text is saved anew meanwhile: what is approved is what was read.
    const { text } = (await readNetworkProse(desk, undefined)).texts.en
    await storeProse(desk, 'en', { base: 0, text: '# Written later {{year}}\n', figures: {} })
    const approved = await approveEdition(desk, at('2018'), { compilePdf })
    expect(approved).toMatchObject({ year: 2018, before: null })
    // Once more: it says when it was done and by whom, and neither register nor folder is touched; a file that is gone is written again.
    const page = at('2018/sv/index.html')
    const written = (await stat(page)).mtimeMs
    const again = await approveEdition(desk, at('2018'), { compilePdf })
    expect(again).toEqual({ year: 2018, files: 0, before: { at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) as string, byProgram: true } })
    expect([(await stat(page)).mtimeMs, (await listLedger(desk)).length]).toEqual([written, 1])
    await rm(page)
    // What lies in its way is told, and that the report is approved all the same.
    await mkdir(page)
    expect(await refusal(approveEdition(desk, at('2018'), { compilePdf }))).toEqual([expect.stringMatching(/report 2018 is approved .* `lykta approve` with the same folder again/), expect.stringContaining('cannot be written')])
    await rm(page, { recursive: true })
    expect(await approveEdition(desk, at('2018'), { compilePdf })).toMatchObject({ files: approved.files, before: { byProgram: true } })
    expect((await stat(page)).size).toBeGreaterThan(0)
    expect(await readFile(at('2018/en/index.html'), 'utf8')).not.toContain('Written later')
    await storeProse(desk, 'en', { base: 1, text, figures: {} })
    expect(JSON.parse(await readFile(at('2018/manifest.json'), 'utf8'))).toMatchObject({ draft: false, year: 2018 })
    expect(await readFile(at('2018/en/index.html'), 'utf8')).not.toContain('Draft')
    expect(await listLedger(desk)).toMatchObject([{ kind: 'edition', audience: 'public', year: 2018, source: null }])
  })
  test('takes what was published without Lykta, and says of every fault where it stands', async () => {
    const faulty = printed.replace('persons;', 'people;').replace('woman/minor', 'woman/girl').replace('2019;28', '19;28').replace(';30', ';about 30')
    const [count, table, period, codes, ...more] = await refusal(add('faulty.csv', faulty))
    expect([count, table, period, codes]).toEqual([
      expect.stringContaining('faulty.csv, row 2, count: “about 30” is no number'), expect.stringContaining('row 3, table: “people” is no table'),
      expect.stringContaining('row 4, period: “19” is no period'), expect.stringContaining('row 6, codes: “woman/girl” does not fit the table'),
    ])
    expect(more).toEqual([])
    expect(await refusal(add('half.csv', 'tabell;period;antal\nincidents;2019;30\n'), 'sv')).toEqual([expect.stringContaining('kolumnen koder saknas')])
    expect(await refusal(add('twice.csv', 'tabell;koder;period;antal\nincidents;;2019;30\nincidents;;2019;31\n'), 'sv')).toEqual([expect.stringContaining('incidents 2019 står två gånger, med 30 och 31')])
    expect(await add('printed.csv', printed.replace('woman/minor', 'Kvinnor/minor').replace(';begging', ';tiggeri'))).toBe(6)
    expect(await refusal(add('printed.csv', printed.replace('woman/minor', 'Kvinnor/minor').replace(';begging', ';tiggeri')))).toEqual([expect.stringContaining('is in the ledger already')])
    expect((await listLedger(desk)).map(({ kind, source, size }) => [kind, source, size])).toMatchObject([['edition', null, expect.any(Number)], ['outside', 'Report of the network', 6]])
  })
})

describe('the next edition', () => {
  let published: Published
  beforeAll(async () => {
    // A report that comes late, and a correction, both of 2018.
    const file = at('register/incidenter.csv')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/(2018-01;.*);ja;/, '$1;nej;'))
    await appendFile(file, '2018-99;2018-05-05;2020-02-01;soc;hotell;Norr;tiggeri;;;nej;;0;0;0\r\n')
    await importReference()
    published = await publish(2019)
  })

  test('was tried with both, and counts 2018 as it was printed', async () => {
    const [before, after] = [await protocolOf(2018), await protocolOf(2019)]
    expect(after.certificate.ledger.map(({ digest }) => digest)).toEqual((await listLedger(desk)).map(({ digest }) => digest))
    expect(shownIn(after, 'incidents')).toEqual({ 2017: 10, 2018: 23, 2019: 30 })
    let compared = 0
    for (const { id } of before.certificate.tables) {
      for (const [place, count] of Object.entries(shownIn(before, id))) {
        const again = shownIn(after, id)[place]
        if (again === undefined) continue
        expect([id, place, again]).toEqual([id, place, count])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(20)
  })
  test('tells apart how many came late, once they are enough; of the one nothing, but to the coordinator', async () => {
    expect(await readFile(at('2019/en/tables/reportedLate.csv'), 'utf8')).toMatch(/reportedLate.*hidden/)
    expect(published.warnings.map((warning) => renderProblem(warning, 'en'))).toContainEqual(expect.stringContaining('1 incident has come in after their year was printed'))
    expect(published.warnings.map((warning) => renderProblem(warning, 'sv'))).toContainEqual(expect.stringContaining('1 incident har kommit in efter att deras år trycktes'))
  })
  test('names what others had exposed, and what they had printed differently', async () => {
    const { exposedBefore, different } = await protocolOf(2019)
    expect(exposedBefore.map(({ key }) => key)).toEqual(expect.arrayContaining(['incident|exploitation|begging@2019', 'person|sex/age-group|woman/minor@2019']))
    expect(different).toMatchObject([{ table: 'policeContacted', counted: 21 }])
    // Whoever makes the draft is told: it was not tried with that one. What the register counts is not said.
    const told = (language: 'sv' | 'en'): string => published.warnings.map((warning) => renderProblem(warning, language)).find((text) => text.includes('policeContacted'))!
    expect(told('en')).toContain('1 figure in the ledger that others published is not what the register counts (policeContacted 2019)')
    expect(told('sv')).toContain('1 siffra i liggaren som andra har publicerat är inte den som registret räknar (policeContacted 2019)')
    expect(told('en')).not.toMatch(/\b2[12]\b/)
  })
  test('is not approved when something has come between, nor when it is no draft of this register', async () => {
    await add('more.csv', 'table,codes,period,count\nincidents,,2018,23\n')
    expect(await refusal(approveEdition(desk, at('2019'), { compilePdf }))).toEqual([expect.stringContaining('would not be the same today')])
    expect(await refusal(approveEdition(desk, at('register'), { compilePdf }))).toEqual([expect.stringContaining('There is no draft')])
    const manifest = await readFile(at('2019/manifest.json'), 'utf8')
    await writeFile(at('2019/manifest.json'), manifest.replace(/"head": "../, '"head": "zz'))
    expect(await refusal(approveEdition(desk, at('2019'), { compilePdf }))).toEqual([expect.stringContaining('was not made from this register')])
    await writeFile(at('2019/manifest.json'), manifest.replace(/"made": "\d{4}/, '"made": "2019'))
    expect(await refusal(approveEdition(desk, at('2019'), { compilePdf }), 'sv')).toEqual([expect.stringContaining('Året 2019 var inte slut')])
    expect(await listLedger(desk)).toHaveLength(3)
  })
  test('is not a second one of a printed year, which would not say what has changed', async () => {
    // Another draft of it: one table is other than it was printed.
    await writeFile(at('2018/protocol.json'), (await readFile(at('2018/protocol.json'), 'utf8')).replace(/("tables": \[\s*\{[^}]*"digest": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`))
    expect((await protocolOf(2018)).certificate.tables.some(({ digest }) => /^0+$/.test(digest))).toBe(true)
    expect(await refusal(approveEdition(desk, at('2018'), { compilePdf }))).toEqual([expect.stringContaining('has been approved for these readers already')])
    expect(await refusal(approveEdition(desk, at('2018'), { compilePdf }), 'sv')).toEqual([expect.stringContaining('är redan godkänd för de här läsarna')])
    expect(await listLedger(desk)).toHaveLength(3)
  })
})
