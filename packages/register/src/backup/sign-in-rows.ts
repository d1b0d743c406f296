// Who signs in, as a backup's keys file holds it: logins and their factors, and the secret that the factors are locked with.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Id } from '@lykta/incident'
import type pg from 'pg'
import { writeWhole } from '../files.ts'
import { insertJson } from '../record/insert-rows.ts'
import type { Row } from './container.ts'

/** In the order in which their keys allow them to be put back. Sessions and half-done sign-ins end with the register they were in. */
const TABLES = ['user', 'account', 'twoFactor', 'passkey']

export const SIGN_IN_SECRET = 'sign_in.secret'
export const SIGN_IN_ROWS: readonly string[] = [...TABLES.map((table) => `sign_in.${table}`), SIGN_IN_SECRET]

/** The server makes it (apps/server/src/auth); without it no second factor of the backup could be checked. */
const secretFile = (dataFolder: string): string => path.join(dataFolder, 'sign-in-secret')

/** False in a register from before there was sign-in. */
async function hasSignIn(client: pg.ClientBase): Promise<boolean> {
  const { rows: [found] } = await client.query<{ readonly there: boolean }>(`select to_regnamespace('sign_in') is not null as there`)
  return found?.there === true
}

export async function hasLogins(client: pg.ClientBase): Promise<boolean> {
  return (await hasSignIn(client)) && (await client.query('select from sign_in."user" limit 1')).rows.length > 0
}

/** Of everybody, or of the members of the network that the transaction has entered. */
export async function* dumpSignIn(client: pg.ClientBase, dataFolder: string, network?: Id): AsyncGenerator<readonly Row[]> {
  if (!(await hasSignIn(client))) return
  for (const table of TABLES) {
    const whose = network === undefined ? '' : `where t.${table === 'user' ? 'id' : '"userId"'} in (select login from lykta.member where network_id = $1)`
    const { rows } = await client.query<{ readonly json: string }>(`select to_jsonb(t)::text as json from sign_in.${client.escapeIdentifier(table)} t ${whose} order by id`, network === undefined ? [] : [network])
    yield rows.map(({ json }) => ({ table: `sign_in.${table}`, json }))
  }
  const file = secretFile(dataFolder)
  if (existsSync(file)) yield [{ table: SIGN_IN_SECRET, json: JSON.stringify({ secret: readFileSync(file, 'utf8').trim() }) }]
}

export async function insertSignIn(client: pg.ClientBase, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  await insertJson(client, table.slice('sign_in.'.length), Object.keys(rows[0]!), JSON.stringify(rows), 'sign_in')
}

export function secretOf({ secret }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof secret === 'string' && /^[!-~]{32,200}$/.test(secret) ? secret : undefined
}

/** In the place of one that an empty register may have made: nothing hangs on it. */
export function restoreSecret(dataFolder: string, secret: string): void {
  writeWhole(secretFile(dataFolder), `${secret}\n`)
}
