// The sample town: it imports without a word of complaint, has the published totals, and says in its files that it is invented.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFiles, shippedIndicators } from '@lykta/incident'
import { readImportFiles } from '@lykta/server'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../samples/exempelstad')
const indicatorIds = new Set(shippedIndicators.map(({ id }) => id))
const { bundle, problems } = await importFiles(await readImportFiles([folder]), { today: '2026-11-01', indicatorIds })

test('63 incidents, at least 86 persons, six incidents without any, nine organisations, and no problem', () => {
  expect(problems).toEqual([])
  expect(bundle?.incidents).toHaveLength(63)
  const persons = bundle?.incidents.map(({ answers }) => answers.persons.reduce((sum, { count }) => sum + count.count, 0)) ?? []
  expect(persons.reduce((sum, count) => sum + count, 0)).toBe(86)
  expect(persons.filter((count) => count === 0)).toHaveLength(6)
  expect(bundle?.organisations).toHaveLength(9)
})

test('every reason, and whatever else can, says that it is invented', () => {
  expect(bundle?.incidents.filter(({ reason }) => !reason?.startsWith('Påhittat: '))).toEqual([])
  for (const { name } of bundle?.organisations ?? []) expect(name).toMatch(/Exemp|påhitta[dt]/)
  const readMe = readFileSync(join(folder, 'README.md'), 'utf8')
  expect(readMe).toContain('Varje incident, person och organisation i den här mappen är påhittad.')
  expect(readMe).toContain('Every incident, person and organisation in this folder is invented.')
  expect(readdirSync(folder).toSorted()).toEqual(['README.md', 'incidenter.csv', 'meetings.json', 'organisationer.csv', 'personer.csv'])
  const texts = readFileSync(join(folder, 'meetings.json'), 'utf8').matchAll(/"text": "((?:[^"\\]|\\.)*)"/g)
  const lines = [...texts].flatMap(([, text]) => text!.split(String.raw`\n`))
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.filter((line) => !line.startsWith('Påhittat: '))).toEqual([])
})
