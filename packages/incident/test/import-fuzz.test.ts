// Whatever bytes come, the import answers with problems that can be worded, and never throws or lets through what it did not understand.
import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importFiles, renderProblem } from '../src/index.ts'
import { columnsOf, tableIds, tables } from '../src/import/columns.ts'
import { makeTemplate } from '../src/index.ts'
import { context, reference, toCsv, workbookFile } from './import-support.ts'

const runs = (number: number) => (process.env['LYKTA_PROVE'] ? number * 40 : number)
const minutes = 60_000

/** Nobody's slip, and no attack, is anything but problems; each can be told in both languages. */
async function expectProblemsOrBundle(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const read = await importFiles(Object.entries(files).map(([name, bytes]) => ({ name, bytes })), context)
  const errors = read.problems.filter(({ severity }) => severity === 'error')
  expect(read.bundle === undefined).toBe(errors.length > 0)
  expect(read.problems.length).toBeLessThanOrEqual(202 + Object.keys(files).length * 2)
  for (const found of read.problems) {
    for (const language of ['sv', 'en'] as const) {
      const text = renderProblem(found, language)
      expect(text).not.toMatch(/undefined|\[object|NaN/)
      // A terminal must show it as it is.
      // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    }
    expect(Array.from(String(found.values['found'] ?? '')).length).toBeLessThanOrEqual(40)
    expect(Array.from(found.where.column ?? '').length).toBeLessThanOrEqual(40)
  }
}

const csv = Object.fromEntries(Object.entries(reference).map(([name, table]) => [`${name}.csv`, toCsv(table)]))
const start = { xlsx: await workbookFile('xlsx', reference), ods: await workbookFile('ods', reference) }
const templates = { xlsx: await makeTemplate('xlsx', 'sv', { today: '2020-01-01' }), ods: await makeTemplate('ods', 'en', { today: '2020-01-01' }) }

test('random bytes, under any name and behind any signature', async () => {
  const signatures = [[], [0x50, 0x4b, 0x03, 0x04], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xd0, 0xcf, 0x11, 0xe0]]
  await fc.assert(fc.asyncProperty(
    fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 3000 }), fc.constantFrom('incidenter.csv', 'a.xlsx', 'b.ODS', ''),
    async (signature, bytes, name) => expectProblemsOrBundle({ [name]: Uint8Array.of(...signature, ...bytes) }),
  ), { seed: 1, numRuns: runs(300) })
}, 10 * minutes)

const words = [
  ...tableIds.flatMap((id) => columnsOf(id).flatMap(([, { sv, en }]) => [sv, en])), ';', ';', ';', ',', '\t', '\r\n', '\n', '\n', '\r', '"', '""', '|',
  'polis', 'soc', '2019-04-03', '2019-02-31', '2019', 'minst 4', 'minst', '4+', '-1', 'ja', 'okänt', 'sexual.many-phones', 'SE', '=1+1', '\u0000', '\u001b[31m', '\ufeff', '\u202e', '\ud800', 'å',
]

test('random text made of what such files hold', async () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 120 }).map((parts) => parts.join(''))
  const name = fc.constantFrom(...tableIds.flatMap((id) => [tables[id].sv, tables[id].en]))
  await fc.assert(fc.asyncProperty(fc.dictionary(name, text, { maxKeys: 4 }), async (files) =>
    expectProblemsOrBundle(Object.fromEntries(Object.entries(files).map(([key, value]) => [`${key}.csv`, strToU8(value)])))),
  { seed: 2, numRuns: runs(150) })
}, 10 * minutes)

test('tables of the right shape with anything in their cells', async () => {
  const cell = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
  const table = (id: 'organisations' | 'incidents' | 'persons') => {
    const columns = columnsOf(id).filter(([column]) => column !== 'external')
    return fc.array(fc.tuple(...columns.map(() => cell)), { maxLength: 4 })
      .map((rows) => toCsv([columns.map(([, { sv }]) => sv), ...rows]))
  }
  await fc.assert(fc.asyncProperty(table('organisations'), table('incidents'), table('persons'), async (organisationer, incidenter, personer) =>
    expectProblemsOrBundle({ 'organisationer.csv': organisationer, 'incidenter.csv': incidenter, 'personer.csv': personer })),
  { seed: 3, numRuns: runs(200) })
}, 10 * minutes)

type Mutation = { readonly at: number; readonly length: number; readonly replacement: Uint8Array }
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), length: fc.nat(12),
  replacement: fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.constantFrom('<', '>', '"', '&#0;', '&#xD800;', '&amp;', '/>', '<![CDATA[', '<!--', ']]>', '1e999', '-1', '99999999999', '<row r="0">', '<c r="ZZZ9999999">', ';', '\r').map(strToU8)),
})

function mutate(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  return mutations.reduce((changed, { at, length, replacement }) => {
    const from = Math.floor(at * changed.length)
    return new Uint8Array(Buffer.concat([changed.slice(0, from), replacement, changed.slice(from + length)]))
  }, bytes)
}

test('CSV files with bytes changed', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(csv)), fc.array(mutation, { minLength: 1, maxLength: 4 }), async (name, mutations) =>
    expectProblemsOrBundle({ ...csv, [name]: mutate(csv[name] ?? new Uint8Array(), mutations) })),
  { seed: 4, numRuns: runs(40) })
}, 10 * minutes)

test.each(['xlsx', 'ods'] as const)('%s files with bytes changed, in the zip or in the parts', async (kind) => {
  const [whole, template] = [start[kind].bytes, templates[kind]]
  await fc.assert(fc.asyncProperty(
    fc.boolean(), fc.boolean(), fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    async (inside, filled, mutations, chosen) => {
      const bytes = filled ? whole : template
      if (!inside) return expectProblemsOrBundle({ [`register.${kind}`]: mutate(bytes, mutations) })
      const parts = unzipSync(bytes)
      const names = Object.keys(parts)
      const name = names[Math.floor(chosen * names.length)] ?? ''
      return expectProblemsOrBundle({ [`register.${kind}`]: zipSync({ ...parts, [name]: mutate(parts[name] ?? new Uint8Array(), mutations) }, { level: 0 }) })
    },
  ), { seed: 5, numRuns: runs(kind === 'xlsx' ? 40 : 60) })
}, 20 * minutes)
