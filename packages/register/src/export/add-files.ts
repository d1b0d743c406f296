// The bytes of a table as files of an export.
import type pg from 'pg'
import type { Id } from '@lykta/incident'
import { readBatches } from '../record/read-batches.ts'
import type { FilesOf } from './export-tables.ts'
import type { FileSet, WrittenFile } from './file-set.ts'
import { tarStream, type TarEntry } from './tar-stream.ts'

const FILES_A_BATCH = 200

export type FilesToAdd = { readonly client: pg.ClientBase; readonly network: Id; readonly member?: Id | undefined }

/** What was erased has no bytes, and is left out. `member`: of a table that holds members' own, only hers. */
export async function addFiles(set: FileSet, { client, network, member }: FilesToAdd, files: FilesOf): Promise<readonly WrittenFile[]> {
  const { table, column, name, order, into } = files
  const isOwn = member !== undefined && table === 'member_bundle'
  async function* entries(): AsyncGenerator<TarEntry> {
    const sql = `select ${name} as name, ${column} as bytes from lykta.${table} where network_id = $1 and octet_length(${column}) > 0${isOwn ? ' and member_id = $2' : ''} order by ${order}`
    for await (const rows of readBatches<TarEntry>({ client }, { sql, parameters: isOwn ? [network, member] : [network] }, FILES_A_BATCH)) yield* rows
  }
  if (into.endsWith('.tar')) return [await set.add(into, tarStream(entries()))]
  const written: WrittenFile[] = []
  for await (const entry of entries()) written.push(await set.add(`${into}${entry.name}`, bytesOf(entry)))
  return written
}

async function* bytesOf({ bytes }: TarEntry): AsyncGenerator<Uint8Array> {
  yield bytes
}
