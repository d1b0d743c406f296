// Writes everything that a network has, as it stood at one moment: in open formats for people, and as a backup that another installation restores.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createGzip } from 'node:zlib'
import { Readable } from 'node:stream'
import type { Id, Network } from '@lykta/incident'
import type pg from 'pg'
import { type Head, readHead } from '../audit/heads.ts'
import { KEY_TABLES, RECORD_TABLES } from '../backup/backup-tables.ts'
import { containerLines, type Header, type Row } from '../backup/container.ts'
import { type DumpedTable, dumpTables } from '../backup/dump-tables.ts'
import { dumpSignIn } from '../backup/sign-in-rows.ts'
import { findVersion } from '../open/migrate.ts'
import { getNetwork } from '../record/networks.ts'
import { codeOf, refuse } from '../refuse.ts'
import type { Register } from '../register.ts'
import { asOwner, enterNetwork } from '../transaction.ts'
import { addFiles } from './add-files.ts'
import { addImportTables } from './add-import-tables.ts'
import { addPeople } from './add-people.ts'
import { EXPORT_FORMAT, KEYS_FILE, keysPartOf, type Manifest, REGISTER_FILE } from './export-parts.ts'
import { KEY_FILES, LEFT_OUT, RECORD_FILES, WITHOUT_FILES } from './export-tables.ts'
import { type FileSet, oneChunk, type WrittenFile } from './file-set.ts'
import { folderFileSet } from './folder-file-set.ts'
import { readMe } from './read-me.ts'
import { zipFileSet } from './zip-file-set.ts'

export type ExportOptions = {
  readonly network: Id
  /** A new name: of a ZIP file when it ends so, else of a folder. The keys go beside it (`keysPartOf`). */
  readonly target: string
  readonly programVersion: string
  /** Whose own locked keys go along, and nobody's sign-in; without one everybody's, with their sign-in: for whoever runs the program. */
  readonly member?: Id | undefined
  /** Between 0 and 1. */
  readonly onProgress?: ((done: number) => void) | undefined
  /** Ends it, and nothing is left. */
  readonly signal?: AbortSignal | undefined
}

export type Exported = {
  readonly file: string
  readonly keysFile: string
  readonly head: Head
  /** By table, keys included. */
  readonly rows: Readonly<Record<string, number>>
  /** SHA-256 of the record's manifest, which names the hash of every other file. */
  readonly digest: string
}

/** Neither name is taken before all is written. Refuses with `export.exists`, or `export.not-written` what the disk refuses. */
export async function writeExport(register: Register, options: ExportOptions): Promise<Exported> {
  const { target } = options
  const keysTarget = keysPartOf(target)
  for (const name of [target, keysTarget]) if (existsSync(name)) refuse('export.exists', { file: name })
  const sets: FileSet[] = []
  try {
    return await asOwner(register, 'begin isolation level repeatable read read only', async (client) => {
      const [record, keys] = [await openSet(target), await openSet(keysTarget)]
      sets.push(record, keys)
      const exported = await new Writing(register, client, options).write(record, keys)
      for (const name of [target, keysTarget]) if (existsSync(name)) refuse('export.exists', { file: name })
      // The keys first: an export that is there has its keys.
      await keys.finish()
      await record.finish()
      return { file: target, keysFile: keysTarget, ...exported }
    })
  } catch (error) {
    for (const set of sets) await set.abandon()
    if (codeOf(error).startsWith('E')) refuse('export.not-written', { file: target, code: codeOf(error) })
    throw error
  }
}

async function openSet(target: string): Promise<FileSet> {
  return target.endsWith('.zip') ? zipFileSet(target) : folderFileSet(target)
}

class Writing {
  readonly #register: Register
  readonly #client: pg.ClientBase
  readonly #options: ExportOptions
  #done = 0
  #all = 0

  constructor(register: Register, client: pg.ClientBase, options: ExportOptions) {
    this.#register = register
    this.#client = client
    this.#options = options
  }

  async write(record: FileSet, keys: FileSet): Promise<Omit<Exported, 'file' | 'keysFile'>> {
    const { network: id, programVersion, member } = this.#options
    const transaction = await enterNetwork(this.#register, this.#client, id)
    const [{ network }, head] = [await getNetwork(transaction), await readHead(transaction)]
    const header = { schema: await findVersion(this.#client), id: randomUUID(), networks: 1, programVersion, createdAt: new Date().toISOString(), heads: [head] }
    this.#all = 2 * (await this.#countRows())
    const rows: Record<string, number> = {}
    const keyRows: Record<string, number> = {}
    const about = { network, head, header, everybody: member === undefined }

    const files = { client: this.#client, network: id, member }
    const dumped = dumpTables(this.#register, this.#client, [id], KEY_TABLES, member === undefined ? {} : { member_bundle: { member } })
    const locked: WrittenFile[] = [await keys.add(KEYS_FILE, this.#packed({ lykta: 'keys', ...header }, member === undefined ? both(dumped, dumpSignIn(this.#client, this.#register.dataFolder, id)) : dumped, keyRows), true)]
    for (const table of KEY_TABLES) locked.push(await keys.add(`tables/${table}.jsonl`, this.#lines(table)))
    for (const each of KEY_FILES) locked.push(...(await addFiles(keys, files, each)))
    locked.push(await addPeople(keys, files))
    await addManifest(keys, { ...about, kind: 'lykta-export-keys', rows: keyRows, files: locked })

    const written: WrittenFile[] = [await record.add(REGISTER_FILE, this.#packed({ lykta: 'backup', ...header }, dumpTables(this.#register, this.#client, [id], RECORD_TABLES), rows), true)]
    written.push(...(await addImportTables(record, transaction)))
    for (const table of RECORD_TABLES) written.push(await record.add(`tables/${table}.jsonl`, this.#lines(table)))
    for (const each of RECORD_FILES) written.push(...(await addFiles(record, files, each)))
    const digest = await addManifest(record, { ...about, kind: 'lykta-export', rows, files: written })
    return { head, digest, rows: { ...rows, ...keyRows } }
  }

  async *#packed(header: Omit<Header, 'format'>, rows: AsyncIterable<readonly Row[]>, counts: Record<string, number>): AsyncGenerator<Uint8Array> {
    const source = Readable.from(containerLines(header, this.#told(rows), counts))
    const packer = createGzip()
    source.on('error', (error) => packer.destroy(error))
    yield* source.pipe(packer) as AsyncIterable<Uint8Array>
  }

  async *#lines(table: DumpedTable): AsyncGenerator<string> {
    const { network, member } = this.#options
    const wanted = table === 'member_bundle' && member !== undefined ? { member_bundle: { ...WITHOUT_FILES.member_bundle, member } } : WITHOUT_FILES
    for await (const batch of this.#told(dumpTables(this.#register, this.#client, [network], [table], wanted))) yield batch.map(({ json }) => `${json}\n`).join('')
  }

  async *#told(rows: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
    for await (const batch of rows) {
      this.#options.signal?.throwIfAborted()
      yield batch
      this.#done += batch.length
      this.#options.onProgress?.(Math.min(1, this.#done / Math.max(1, this.#all)))
    }
  }

  async #countRows(): Promise<number> {
    const counts = RECORD_TABLES.map((table) => `(select count(*) from lykta.${table} where network_id = $1)`)
    const { rows } = await this.#client.query<{ readonly rows: number }>(`select (${counts.join(' + ')})::float8 as rows`, [this.#options.network])
    return rows[0]!.rows
  }
}

async function addManifest(set: FileSet, { network, head, header, everybody, kind, rows, files }: {
  readonly network: Network; readonly head: Head; readonly header: Omit<Header, 'format' | 'lykta'>; readonly everybody: boolean
  readonly kind: Manifest['kind']; readonly rows: Readonly<Record<string, number>>; readonly files: readonly WrittenFile[]
}): Promise<string> {
  const all = [...files]
  for (const [path, text] of readMe(kind, { network, createdAt: header.createdAt, everybody })) all.push(await set.add(path, oneChunk(text)))
  const { id, name, municipality } = network
  const manifest: Manifest = {
    kind, format: EXPORT_FORMAT, network: { id, name, municipality }, createdAt: header.createdAt, programVersion: header.programVersion, schema: header.schema, id: header.id, head,
    rows, leftOut: LEFT_OUT, files: all.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
  }
  const written = await set.add('manifest.json', oneChunk(`${JSON.stringify(manifest, null, 2)}\n`))
  // `sha256sum -c SHA256SUMS`
  await set.add('SHA256SUMS', oneChunk([...manifest.files, written].map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')))
  return written.sha256
}

async function* both(first: AsyncGenerator<readonly Row[]>, second: AsyncGenerator<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield* first
  yield* second
}
