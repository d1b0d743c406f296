// The migrations this program knows, in order; a file that has once been on the main branch never changes again.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type Migration = {
  /** From 1, without gaps. */
  readonly number: number
  readonly name: string
  readonly sql: string
  /** SHA-256 of the SQL, in hexadecimal. */
  readonly checksum: string
}

function load(file: string): Migration {
  const sql = readFileSync(new URL(file, import.meta.url), 'utf8')
  return {
    number: Number(file.slice(2, 5)),
    name: file.slice(2, -'.sql'.length),
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
  }
}

export const migrations: readonly Migration[] = ['./001-register.sql', './002-members.sql', './003-own-rows.sql', './004-facts.sql', './005-ledger.sql', './006-receiving.sql', './007-letters.sql', './008-editions.sql', './009-prose.sql', './010-official-series.sql', './011-meetings.sql', './012-sharing.sql', './013-cases.sql', './014-same.sql', './015-situations.sql', './016-erasing.sql', './017-weeding.sql', './018-discarding.sql', './019-authority.sql', './020-holds.sql', './021-break-glass.sql', './022-held-lines.sql', './023-days-of-events.sql'].map(load)
