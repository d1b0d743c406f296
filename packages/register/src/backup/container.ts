// The backup's file: gzip of JSON Lines, a header first, a row a line, and a trailer that vouches for all before it.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Head } from '../audit/heads.ts'
import { temporaryName } from '../files.ts'
import { codeOf, refuse } from '../refuse.ts'
import { refuseUnwritten } from './refuse-unwritten.ts'

/** Raised when a later program writes what this one would misread. */
const FORMAT = 1
/** A row is some hundred kilobytes at the most; a file of one endless line, small as it is when packed, would fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024

export type Header = {
  /** 'backup': everything but keys; 'keys': what opens the sealed texts. */
  readonly lykta: 'backup' | 'keys'
  readonly format: typeof FORMAT
  /** Migration that the rows' columns are of. */
  readonly schema: number
  /** The same in a backup and in its keys. */
  readonly id: string
  readonly networks: number
  readonly programVersion: string
  readonly createdAt: string
  /** Where each network's audit stood; absent in backups of earlier programs. */
  readonly heads?: readonly Head[]
}

export type Row = {
  readonly table: string
  /** The row as PostgreSQL's JSON, keyed by column. */
  readonly json: string
}

type Trailer = {
  readonly end: {
    readonly rows: Readonly<Record<string, number>>
    /** Of every byte before the trailer, uncompressed. */
    readonly sha256: string
  }
}

/** A file by itself, or bytes `start` to `end` (inclusive) of one that holds others too. */
export type BackupPlace = string | { readonly file: string; readonly start: number; readonly end: number }

export function fileOfPlace(place: BackupPlace): string {
  return typeof place === 'string' ? place : place.file
}

/** The lines of the file; `counts` is filled with its rows by table. */
export async function* containerLines(header: Omit<Header, 'format'>, rows: AsyncIterable<readonly Row[]>, counts: Record<string, number>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const hashed = (text: string): string => {
    hash.update(text)
    return text
  }
  const first: Header = { ...header, format: FORMAT }
  yield hashed(`${JSON.stringify(first)}\n`)
  for await (const batch of rows) {
    for (const { table } of batch) counts[table] = (counts[table] ?? 0) + 1
    yield hashed(batch.map(({ table, json }) => `{"table":"${table}","row":${json}}\n`).join(''))
  }
  const trailer: Trailer = { end: { rows: counts, sha256: hash.digest('hex') } }
  yield `${JSON.stringify(trailer)}\n`
}

/** Writes beside `file` and returns the name it has there, durable; the caller renames it. */
export async function writeContainer(
  file: string,
  header: Omit<Header, 'format'>,
  rows: AsyncIterable<readonly Row[]>,
): Promise<{ readonly temporary: string; readonly rows: Readonly<Record<string, number>> }> {
  const temporary = temporaryName(file)
  const counts: Record<string, number> = {}
  try {
    await pipeline(containerLines(header, rows, counts), createGzip(), createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }))
  } catch (error) {
    rmSync(temporary, { force: true })
    return refuseUnwritten(file, error)
  }
  return { temporary, rows: counts }
}

/**
 * Reads the whole file once and gives its header. Refuses with `register.backup-missing`, `register.backup-foreign`
 * (no file of this kind), `register.backup-newer` or `register.backup-damaged` (cut short or changed).
 */
export async function checkContainer(place: BackupPlace, kind: Header['lykta']): Promise<Header> {
  const file = fileOfPlace(place)
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  let header: Header | undefined
  let trailer: Trailer | undefined
  for await (const line of readLines(place)) {
    if (trailer) refuse('register.backup-damaged', { file })
    const value = parseLine(line)
    if (!header) header = checkHeader(file, kind, value)
    else if (isTrailer(value)) trailer = value
    else if (isRow(value)) counts[value.table] = (counts[value.table] ?? 0) + 1
    else refuse('register.backup-damaged', { file })
    if (!trailer) hash.update(line).update('\n')
  }
  if (!header) refuse('register.backup-foreign', { file })
  const agree = trailer?.end.sha256 === hash.digest('hex') && JSON.stringify(trailer.end.rows) === JSON.stringify(counts)
  if (!agree) refuse('register.backup-damaged', { file })
  return header
}

/** The rows of a file that `checkContainer` has passed. */
export async function* readRows(place: BackupPlace): AsyncGenerator<{ readonly table: string; readonly row: Readonly<Record<string, unknown>> }> {
  for await (const line of readLines(place)) {
    const value = parseLine(line)
    if (isRow(value)) yield value
  }
}

function checkHeader(file: string, kind: Header['lykta'], value: unknown): Header {
  const header = value as Partial<Header> | undefined
  if (header?.lykta !== kind || typeof header.format !== 'number') refuse('register.backup-foreign', { file })
  if (header.format > FORMAT) refuse('register.backup-newer', { file, found: header.format, known: FORMAT })
  if (!Number.isSafeInteger(header.schema) || header.schema! < 1) refuse('register.backup-damaged', { file })
  if (typeof header.createdAt !== 'string' || !Number.isFinite(Date.parse(header.createdAt))) refuse('register.backup-damaged', { file })
  if (header.heads !== undefined && !(Array.isArray(header.heads) && header.heads.every(isHead))) refuse('register.backup-damaged', { file })
  return header as Header
}

function isHead(value: unknown): boolean {
  const { network, position, hash } = (value ?? {}) as Partial<Head>
  return typeof network === 'string' && Number.isSafeInteger(position) && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
}

function parseLine(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
}

function isTrailer(value: unknown): value is Trailer {
  return typeof (value as Partial<Trailer> | undefined)?.end?.sha256 === 'string'
}

function isRow(value: unknown): value is { readonly table: string; readonly row: Readonly<Record<string, unknown>> } {
  const row = value as { readonly table?: unknown; readonly row?: unknown } | undefined
  return typeof row?.table === 'string' && typeof row.row === 'object' && row.row !== null
}

/** Lines end with a line feed and nothing else: a text may hold the other signs that editors break lines at. */
async function* readLines(place: BackupPlace): AsyncGenerator<Buffer> {
  const file = fileOfPlace(place)
  let rest: Buffer[] = []
  let length = 0
  try {
    const source = createReadStream(file, typeof place === 'string' ? {} : { start: place.start, end: place.end })
    const plain = createGunzip()
    source.on('error', (error) => plain.destroy(error))
    for await (const chunk of source.pipe(plain) as AsyncIterable<Buffer>) {
      let start = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        rest.push(chunk.subarray(start, end))
        yield Buffer.concat(rest)
        rest = []
        length = 0
        start = end + 1
      }
      rest.push(chunk.subarray(start))
      length += chunk.length - start
      if (length > LONGEST_LINE) refuse('register.backup-damaged', { file })
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'Z_BUF_ERROR') refuse('register.backup-damaged', { file })
    if (code === 'Z_DATA_ERROR') refuse(rest.length > 0 ? 'register.backup-damaged' : 'register.backup-foreign', { file })
    if (['ENOENT', 'EISDIR', 'EACCES'].includes(code)) refuse('register.backup-missing', { file, code })
    throw error
  }
  if (Buffer.concat(rest).length > 0) refuse('register.backup-damaged', { file })
}
