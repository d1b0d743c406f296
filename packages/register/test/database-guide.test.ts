// docs/database.md describes the backup and the audit chain for other programs: its lists are those of the tables and of the migrations.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { KEY_TABLES, RECORD_TABLES } from '../src/backup/backup-tables.ts'
import { SIGN_IN_ROWS } from '../src/backup/sign-in-rows.ts'

const guide = readFileSync(path.join(import.meta.dirname, '../../../docs/database.md'), 'utf8')

/** What stands between two texts that stand there once. */
function between(from: string, to: string): string {
  const [, behind, ...more] = guide.split(from)
  const [part, rest] = (behind ?? '').split(to)
  if (part === undefined || rest === undefined || more.length > 0) throw new Error(`between: not once: ${from}`)
  return part
}

const named = (text: string): readonly string[] => [...text.matchAll(/`([\w.]+)`/gu)].map(([, name]) => name!)

test('the tables of a backup and of its keys, in their order', () => {
  expect(named(between(': in a backup ', '; in the keys '))).toEqual(RECORD_TABLES)
  expect(named(between('; in the keys ', ' (the secret that the second'))).toEqual([...KEY_TABLES, ...SIGN_IN_ROWS])
})

test('every kind of content line that a migration writes', () => {
  const folder = path.join(import.meta.dirname, '../src/migrations')
  const sql = readdirSync(folder).filter((name) => name.endsWith('.sql')).map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n')
  const written = new Set([...sql.matchAll(/'([a-z-]+) '\s*\|\|/gu)].map(([, kind]) => kind!))
  const described = [...between('The content lines, ids in lower case:\n', '`H(…)` is').matchAll(/^ {4}([a-z-]+) /gmu)].map(([, kind]) => kind!)
  expect(written.size).toBeGreaterThan(50)
  expect(described.toSorted()).toEqual([...written].toSorted())
})
