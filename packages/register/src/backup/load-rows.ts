// Puts the rows of one of a backup's files into the register, as they stand in it.
import type { Id } from '@lykta/incident'
import type pg from 'pg'
import { insertJson } from '../record/insert-rows.ts'
import { refuse } from '../refuse.ts'
import type { Register } from '../register.ts'
import { enterNetwork, isNetworkId } from '../transaction.ts'
import { type BackupPlace, fileOfPlace, readRows } from './container.ts'
import { insertSignIn, secretOf, SIGN_IN_ROWS, SIGN_IN_SECRET } from './sign-in-rows.ts'

type Values = Readonly<Record<string, unknown>>

const ROWS_A_MESSAGE = 500

export type Loaded = {
  /** Those that the file holds. */
  readonly networks: readonly Id[]
  /** Of a keys file, when it holds one. */
  readonly signInSecret: string | undefined
}

/** Refuses with `register.backup-damaged` a table that the file has no business with. */
export async function loadRows(register: Register, client: pg.ClientBase, place: BackupPlace, tables: readonly string[]): Promise<Loaded> {
  const file = fileOfPlace(place)
  const networks: Id[] = []
  let signInSecret: string | undefined
  let batch: Values[] = []
  let table = ''
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await (SIGN_IN_ROWS.includes(table) ? insertSignIn : insertRecord)(client, table, batch)
    batch = []
  }
  for await (const { table: next, row } of readRows(place)) {
    if (!tables.includes(next)) refuse('register.backup-damaged', { file })
    if (next === SIGN_IN_SECRET) {
      signInSecret = secretOf(row)
      continue
    }
    // Who signs in belongs to no network.
    const network = SIGN_IN_ROWS.includes(next) ? networks.at(-1) : (row['network_id'] as Id)
    if (network !== undefined && !isNetworkId(network)) refuse('register.backup-damaged', { file })
    if (next !== table || batch.length === ROWS_A_MESSAGE || network !== networks.at(-1)) await flush()
    if (network !== undefined && network !== networks.at(-1)) {
      networks.push(network)
      await enterNetwork(register, client, network)
    }
    table = next
    batch.push(row)
  }
  await flush()
  return { networks, signInSecret }
}

/** What a row of a table of keys belongs to: the table, and the column that both have. */
const belonging: Readonly<Record<string, readonly [string, string]>> = {
  sealed_key: ['sealed_body', 'sealed_id'],
  meeting_key: ['meeting_text', 'text_id'],
  case_note_key: ['case_note', 'note_id'],
  breach_key: ['breach_text', 'text_id'],
  epoch_grant: ['epoch', 'epoch'],
  member_bundle: ['member', 'member_id'],
}

/** Keys may be of another day than the texts: those of a text that the backup does not hold, or has erased, are left out. */
async function insertRecord(client: pg.ClientBase, table: string, rows: readonly Values[]): Promise<void> {
  const columns = Object.keys(rows[0]!)
  if (!belonging[table]) return insertJson(client, table, columns, JSON.stringify(rows))
  const [present, key] = belonging[table]
  // An older backup is loaded into the schema of its day, which may know of no erasing.
  const { rows: [schema] } = await client.query<Values>(`select to_regclass('lykta.erasure') is not null as erases`)
  const unlessErased = schema?.['erases'] === true ? `and not exists (select from lykta.erasure e where e.network_id = $1 and e.text_id::text = p.${key}::text)` : ''
  const { rows: found } = await client.query<Values>(
    `select distinct ${key} as key from lykta.${present} p where network_id = $1 and ${key}::text = any($2) ${unlessErased}`,
    [rows[0]!['network_id'], rows.map((row) => String(row[key]))],
  )
  const keys = new Set(found.map((row) => String(row['key'])))
  const held = rows.filter((row) => keys.has(String(row[key])))
  if (held.length > 0) await insertJson(client, table, columns, JSON.stringify(held))
}
