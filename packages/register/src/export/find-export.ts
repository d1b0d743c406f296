// Where in an export its backups lie, whether it is a folder or a ZIP file: for restoring from it.
import { existsSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import type { BackupPlace } from '../backup/container.ts'
import { refuse } from '../refuse.ts'
import { KEYS_FILE, keysPartOf, REGISTER_FILE } from './export-parts.ts'

export type FoundExport = {
  readonly file: BackupPlace
  /** Undefined when its keys are not beside it. */
  readonly keys: BackupPlace | undefined
}

/** Undefined for what is no export (a backup by itself). Refuses with `export.repacked` a ZIP that somebody has packed anew. */
export async function findExport(target: string): Promise<FoundExport | undefined> {
  const file = await findPart(target, REGISTER_FILE)
  if (!file) return undefined
  const keysPart = keysPartOf(target)
  return { file, keys: existsSync(keysPart) ? await findPart(keysPart, KEYS_FILE) : undefined }
}

async function findPart(part: string, name: string): Promise<BackupPlace | undefined> {
  if (statSync(part, { throwIfNoEntry: false })?.isDirectory()) {
    const file = path.join(part, name)
    return existsSync(file) ? file : undefined
  }
  if (!existsSync(part)) return undefined
  const handle = await open(part, 'r')
  try {
    return await findInZip(handle, part, name)
  } finally {
    await handle.close()
  }
}

/** A list of a million files is larger than any export's: editions' files are all that is many. */
const mostDirectory = 64 * 1024 * 1024

async function findInZip(handle: FileHandle, file: string, wanted: string): Promise<BackupPlace | undefined> {
  const { size } = await handle.stat()
  if (size < 22 || (await read(handle, 0, 4)).readUInt32LE(0) !== 0x04034b50) return undefined
  const { start, length } = await findDirectory(handle, size)
  if (length > mostDirectory || start + length > size) return refuse('register.backup-damaged', { file })
  const list = await read(handle, start, length)
  for (let at = 0; at + 46 <= length && list.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => list.readUInt16LE(at + offset)) as [number, number, number]
    const name = list.toString('utf8', at + 46, at + 46 + nameLength)
    if (name === wanted || name.endsWith(`/${wanted}`)) {
      if (list.readUInt16LE(at + 10) !== 0) return refuse('export.repacked', { file })
      const extra = list.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
      const [, packed, header] = wide([list.readUInt32LE(at + 24), list.readUInt32LE(at + 20), list.readUInt32LE(at + 42)], extra)
      const local = await read(handle, header!, 30)
      const begin = header! + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
      if (begin + packed! > size || packed === 0) return refuse('register.backup-damaged', { file })
      return { file, start: begin, end: begin + packed! - 1 }
    }
    at += 46 + nameLength + extraLength + commentLength
  }
  return undefined
}

async function findDirectory(handle: FileHandle, size: number): Promise<{ readonly start: number; readonly length: number }> {
  const tail = Math.min(size, 22 + 0xffff)
  const bytes = await read(handle, size - tail, tail)
  const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (at < 0) return { start: size, length: 0 }
  const [length, start] = [bytes.readUInt32LE(at + 12), bytes.readUInt32LE(at + 16)]
  // The 64-bit form's locator stands just before.
  const locator = at >= 20 && bytes.readUInt32LE(at - 20) === 0x07064b50 ? Number(bytes.readBigUInt64LE(at - 12)) : undefined
  if (locator === undefined || locator + 56 > size) return { start, length }
  const record = await read(handle, locator, 56)
  return { length: Number(record.readBigUInt64LE(40)), start: Number(record.readBigUInt64LE(48)) }
}

/** Sizes and place, those that do not fit in 32 bits from the extra field, in that order. */
function wide(values: readonly number[], extra: Buffer): readonly number[] {
  let at = extra.length >= 4 && extra.readUInt16LE(0) === 1 ? 4 : extra.length
  return values.map((value) => {
    if (value !== 0xffffffff || at + 8 > extra.length) return value
    at += 8
    return Number(extra.readBigUInt64LE(at - 8))
  })
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return bytesRead === length ? buffer : Buffer.concat([buffer.subarray(0, bytesRead), Buffer.alloc(length - bytesRead)])
}
