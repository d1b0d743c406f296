// Which backups still hold what has been weeded since they were made, and from when they are to be gone.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Id, ProblemError } from '@lykta/incident'
import { sha256 } from '../hash.ts'
import { codeOf } from '../refuse.ts'
import type { Register } from '../register.ts'
import { asOwner, enterNetwork } from '../transaction.ts'
import { keysFileOf } from './backup.ts'
import { checkContainer, type Header, readRows } from './container.ts'

/** Days that a file with anything of it may be kept: an erasure is complete after them. */
export const keysKeptFor = 35

export type WeededBackup = {
  readonly file: string
  readonly kind: Header['lykta']
  readonly createdAt: string
  /** Keys of texts, answers as fine as they were, lines of the audit, and logins of members. */
  readonly holds: { readonly keys: number; readonly answers: number; readonly lines: number; readonly logins: number }
  /** From this moment on no copy of it may be left. */
  readonly goneFrom: string
  /** Whether that has been. */
  readonly overdue: boolean
  /** The newest of its kind in all folders together, and the newest backup's keys: there would be no backup without it. */
  readonly newest: boolean
  /** What is thrown away with it: a backup's keys beside it, unless they are the newest. */
  readonly keysFile: string | null
}

type Seen = Omit<WeededBackup, 'newest' | 'keysFile'> & { readonly id: Id; readonly made: number }

type Row = Readonly<Record<string, unknown>>
type Weeded = { readonly texts: ReadonlySet<string>; readonly answers: ReadonlyMap<string, string>; readonly lines: ReadonlySet<string>; readonly networks: ReadonlySet<Id>; readonly logins: ReadonlySet<string> }

/** Of the files in the folders themselves, those that hold any; files of other kinds, and damaged ones, are passed by. */
export async function findWeededBackups(register: Register, folders: readonly string[], now: Date): Promise<readonly WeededBackup[]> {
  const weeded = await readWeeded(register)
  const seen: Seen[] = []
  for (const folder of new Set(folders.map((one) => path.resolve(one)))) {
    for (const name of readdirSync(folder).sort()) {
      const file = path.join(folder, name)
      const looked = await lookAt(file, weeded)
      if (!looked) continue
      const { header, holds } = looked
      const made = Date.parse(header.createdAt)
      const goneFrom = made + keysKeptFor * 86_400_000
      seen.push({ file, kind: header.lykta, createdAt: header.createdAt, holds, goneFrom: new Date(goneFrom).toISOString(), overdue: now.getTime() >= goneFrom, id: header.id, made })
    }
  }
  const newest = findNewest(seen)
  return seen.filter(({ holds }) => Object.values(holds).some((count) => count > 0)).map((one) => {
    const { id: _, made: __, ...told } = one
    const keys = one.kind === 'backup' ? seen.find(({ file }) => file === keysFileOf(one.file)) : undefined
    return { ...told, newest: newest.has(one), keysFile: keys && !newest.has(keys) ? keys.file : null }
  })
}

/** By kind and not by folder: keys are kept apart, and a copy from before an upgrade lies alone. */
function findNewest(seen: readonly Seen[]): ReadonlySet<Seen> {
  const last = (of: Header['lykta']): number => seen.reduce((most, { kind, made }) => (kind === of ? Math.max(most, made) : most), -Infinity)
  const made = { backup: last('backup'), keys: last('keys') }
  const backups = new Set(seen.filter((one) => one.kind === 'backup' && one.made === made.backup).map(({ id }) => id))
  return new Set(seen.filter((one) => one.made === made[one.kind] || backups.has(one.id)))
}

/** Those that are overdue, but for the newest: with its keys where a backup itself holds any, and else the keys alone. Gives the files that are gone. */
export function throwAwayWeeded(backups: readonly WeededBackup[]): readonly string[] {
  const files = new Set(backups.filter(({ overdue, newest }) => overdue && !newest).flatMap(({ file, keysFile }) => (keysFile === null ? [file] : [file, keysFile])))
  const there = [...files].filter((file) => existsSync(file))
  for (const file of there) rmSync(file, { force: true })
  return there
}

/** Nothing of what is no copy, and of what has gone while the folder is read: a link to nowhere, a backup that somebody moved. */
async function lookAt(file: string, weeded: Weeded): Promise<{ readonly header: Header; readonly holds: WeededBackup['holds'] } | undefined> {
  try {
    const header = statSync(file).isFile() ? await findHeader(file) : undefined
    return header && { header, holds: await countWeeded(file, weeded) }
  } catch (error) {
    const code = error instanceof ProblemError ? error.problems[0]?.values['code'] : codeOf(error)
    if (code === 'ENOENT' || code === 'ELOOP') return undefined
    throw error
  }
}

async function findHeader(file: string): Promise<Header | undefined> {
  for (const kind of ['keys', 'backup'] as const) {
    try {
      return await checkContainer(file, kind)
    } catch (error) {
      // One that may not be read may hold anything.
      if (!(error instanceof ProblemError) || error.problems.some(({ values }) => values['code'] === 'EACCES')) throw error
    }
  }
  return undefined
}

async function readWeeded(register: Register): Promise<Weeded> {
  const [texts, lines, networks, logins] = [new Set<string>(), new Set<string>(), new Set<Id>(), new Set<string>()]
  const answers = new Map<string, string>()
  await asOwner(register, 'begin isolation level repeatable read read only', async (client) => {
    const { rows } = await client.query<{ readonly id: Id }>('select network_id as id from lykta.network')
    for (const { id } of rows) {
      networks.add(id)
      const { run } = await enterNetwork(register, client, id)
      for (const row of await run('select text_id from lykta.erasure where network_id = $1', [id])) texts.add(String(row['text_id']))
      for (const row of await run('select position from lykta.audit where network_id = $1 and weeding_id is not null', [id])) lines.add(`${id} ${String(row['position'])}`)
      for (const row of await run(`select distinct on (incident_id, revision) incident_id, revision, encode(answers_hash, 'hex') as hash from lykta.coarsening where network_id = $1
        order by incident_id, revision, from_position desc, level`, [id])) answers.set(`${id} ${String(row['incident_id'])} ${String(row['revision'])}`, String(row['hash']))
    }
    for (const { id } of (await client.query<{ readonly id: string }>('select "id" from sign_in."user"')).rows) logins.add(id)
  })
  return { texts, answers, lines, networks, logins }
}

const KEYS: Readonly<Record<string, string>> = { sealed_key: 'sealed_id', meeting_key: 'text_id', case_note_key: 'note_id' }

async function countWeeded(file: string, { texts, answers, lines, networks, logins }: Weeded): Promise<WeededBackup['holds']> {
  const holds = { keys: 0, answers: 0, lines: 0, logins: 0 }
  let ours = false
  for await (const { table, row } of readRows(file) as AsyncIterable<{ readonly table: string; readonly row: Row }>) {
    const network = row['network_id']
    if (typeof network === 'string') ours ||= networks.has(network)
    if (KEYS[table] !== undefined && texts.has(String(row[KEYS[table]]))) holds.keys += 1
    else if (table === 'revision') {
      const hash = answers.get(`${String(network)} ${String(row['incident_id'])} ${String(row['number'])}`)
      if (hash !== undefined && hash !== sha256(String(row['answers'])).toString('hex')) holds.answers += 1
    } else if (table === 'audit' && row['action'] !== 'weeded' && lines.has(`${String(network)} ${String(row['position'])}`)) holds.lines += 1
    // Of another installation nothing is known of who has gone.
    else if (table === 'sign_in.user' && ours && !logins.has(String(row['id']))) holds.logins += 1
  }
  return holds
}
