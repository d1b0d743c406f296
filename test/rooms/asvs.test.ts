// docs/asvs.csv: a line for every requirement of levels 1 and 2, and no place or test that is not there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
type Line = { readonly requirement: string; readonly level: string; readonly status: string; readonly where: string; readonly shown_by: string; readonly because: string }
const lines = parse(readFileSync(join(root, 'docs/asvs.csv'), 'utf8'), { columns: true }) as readonly Line[]

test('70 requirements of level 1 and 183 of level 2, each once', () => {
  expect(lines.filter(({ level }) => level === '1')).toHaveLength(70)
  expect(lines.filter(({ level }) => level === '2')).toHaveLength(183)
  expect(new Set(lines.map(({ requirement }) => requirement)).size).toBe(253)
  expect(lines.filter(({ requirement }) => !/^V\d+\.\d+\.\d+$/.test(requirement))).toEqual([])
})

test('what is met names a place and a test that exist; what is not says why', () => {
  const met = lines.filter(({ status }) => status === 'met')
  expect(met.flatMap(({ where, shown_by }) => [where, shown_by]).filter((path) => path === '' || !existsSync(join(root, path)))).toEqual([])
  const rest = lines.filter(({ status }) => status !== 'met')
  expect(rest.filter(({ status, because }) => !['not applicable', 'open'].includes(status) || because === '')).toEqual([])
})
