// An export as one ZIP file (PKWARE APPNOTE 6.3.3, with its 64-bit form where it is needed), written from front to back without being held in memory.
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { renameDurably, temporaryName } from '../files.ts'
import type { Chunks, FileSet } from './file-set.ts'

type Entry = { readonly name: Buffer; readonly method: number; readonly crc: number; readonly packed: number; readonly plain: number; readonly at: number }

const most32 = 0xffffffff
/** UTF-8 names. */
const flags = 0x0800
/** 1 January 1980: when it was made stands in the manifest. */
const [dosTime, dosDate] = [0, 0x21]
/** Room in each local header for two 64-bit sizes, which are known behind the file; until it is needed a field that nobody knows. */
const roomFor64 = 20

/** Throws when the file cannot be made. */
export async function zipFileSet(file: string): Promise<FileSet> {
  const temporary = temporaryName(file)
  const handle = await open(temporary, 'wx', 0o600)
  const entries: Entry[] = []
  let end = 0
  const append = async (bytes: Uint8Array): Promise<void> => {
    await writeAll(handle, bytes, end)
    end += bytes.length
  }
  return {
    add: async (path, chunks, packed = false) => {
      const [name, at, method] = [Buffer.from(path), end, packed ? 0 : 8]
      end += 30 + name.length + roomFor64
      const start = end
      const hash = createHash('sha256')
      let [crc, plain] = [0, 0]
      async function* seen(): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          const data = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
          hash.update(data)
          crc = crc32(data, crc)
          plain += data.length
          if (data.length > 0) yield data
        }
      }
      for await (const data of packed ? seen() : deflated(seen())) await append(data)
      const entry: Entry = { name, method, crc, packed: end - start, plain, at }
      await writeAll(handle, localHeader(entry), at)
      entries.push(entry)
      return { path, bytes: plain, sha256: hash.digest('hex') }
    },
    finish: async () => {
      const directory = end
      for (const entry of entries) await append(centralHeader(entry))
      await append(endRecords(entries.length, directory, end - directory))
      await handle.sync()
      await handle.close()
      renameDurably(temporary, file)
    },
    abandon: async () => {
      await handle.close().catch(() => undefined)
      rmSync(temporary, { force: true })
    },
  }
}

async function* deflated(chunks: Chunks): AsyncGenerator<Buffer> {
  const source = Readable.from(chunks)
  const packer = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION })
  source.on('error', (error) => packer.destroy(error))
  yield* source.pipe(packer) as AsyncIterable<Buffer>
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten
}

function localHeader({ name, method, crc, packed, plain }: Entry): Buffer {
  const large = packed >= most32 || plain >= most32
  const bytes = Buffer.alloc(30 + name.length + roomFor64)
  let at = bytes.writeUInt32LE(0x04034b50, 0)
  for (const value of [large ? 45 : 20, flags, method, dosTime, dosDate]) at = bytes.writeUInt16LE(value, at)
  for (const value of [crc, large ? most32 : packed, large ? most32 : plain]) at = bytes.writeUInt32LE(value, at)
  for (const value of [name.length, roomFor64]) at = bytes.writeUInt16LE(value, at)
  at += name.copy(bytes, at)
  for (const value of [large ? 1 : 0x796c, roomFor64 - 4]) at = bytes.writeUInt16LE(value, at)
  if (large) for (const value of [plain, packed]) at = bytes.writeBigUInt64LE(BigInt(value), at)
  return bytes
}

function centralHeader({ name, method, crc, packed, plain, at: start }: Entry): Buffer {
  const wide = [plain, packed, start].filter((value) => value >= most32)
  const extra = wide.length === 0 ? 0 : 4 + wide.length * 8
  const bytes = Buffer.alloc(46 + name.length + extra)
  let at = bytes.writeUInt32LE(0x02014b50, 0)
  // Made on a system that has rights of files: the upper half of the version is Unix.
  for (const value of [0x032d, extra > 0 ? 45 : 20, flags, method, dosTime, dosDate]) at = bytes.writeUInt16LE(value, at)
  for (const value of [crc, Math.min(packed, most32), Math.min(plain, most32)]) at = bytes.writeUInt32LE(value, at)
  for (const value of [name.length, extra, 0, 0, 0]) at = bytes.writeUInt16LE(value, at)
  at = bytes.writeUInt32LE(0o100600 * 0x10000, at)
  at = bytes.writeUInt32LE(Math.min(start, most32), at)
  at += name.copy(bytes, at)
  if (extra > 0) for (const value of [1, extra - 4]) at = bytes.writeUInt16LE(value, at)
  for (const value of wide) at = bytes.writeBigUInt64LE(BigInt(value), at)
  return bytes
}

function endRecords(count: number, start: number, length: number): Buffer {
  const large = count >= 0xffff || start >= most32 || length >= most32
  const bytes = Buffer.alloc((large ? 76 : 0) + 22)
  let at = 0
  if (large) {
    at = bytes.writeUInt32LE(0x06064b50, at)
    at = bytes.writeBigUInt64LE(44n, at)
    for (const value of [45, 45]) at = bytes.writeUInt16LE(value, at)
    for (const value of [0, 0]) at = bytes.writeUInt32LE(value, at)
    for (const value of [count, count, length, start]) at = bytes.writeBigUInt64LE(BigInt(value), at)
    at = bytes.writeUInt32LE(0x07064b50, at)
    at = bytes.writeUInt32LE(0, at)
    at = bytes.writeBigUInt64LE(BigInt(start + length), at)
    at = bytes.writeUInt32LE(1, at)
  }
  at = bytes.writeUInt32LE(0x06054b50, at)
  for (const value of [0, 0, Math.min(count, 0xffff), Math.min(count, 0xffff)]) at = bytes.writeUInt16LE(value, at)
  for (const value of [length, start]) at = bytes.writeUInt32LE(Math.min(value, most32), at)
  bytes.writeUInt16LE(0, at)
  return bytes
}
