// The wanted parts of a zip file, inflated under a bound that is counted while inflating: a zip's stated sizes may be lies.
import { Inflate } from 'fflate'
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'
import { crc32 } from './crc32.ts'
import { maxUnpackRatio, maxUnpackedBytes, maxZipEntries, ratioFreeBytes } from './limits.ts'

export type ZipParts = ReadonlyMap<string, Uint8Array>

type Entry = {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly checksum: number
  readonly packedBytes: number
  readonly localHeader: number
}

/** What one push into the inflater can blow up to at most: a thousand times this, before the bound is looked at. */
const pushBytes = 4096

/** Inflates the entries whose names are wanted. Throws ProblemError for a bomb, a broken or an encrypted file. */
export function unpackZip(bytes: Uint8Array, isWanted: (name: string) => boolean): ZipParts {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of readDirectory(bytes)) {
    if (!isWanted(entry.name)) continue
    if (entry.encrypted) throw new ProblemError([knownProblem('import.file-encrypted', {})])
    if (parts.has(entry.name)) throw broken()
    const part = inflateEntry(packedBytesOf(bytes, entry), entry.method, maxUnpackedBytes - total)
    if (crc32(part) !== entry.checksum) throw broken()
    total += part.length
    parts.set(entry.name, part)
  }
  return parts
}

/** Zip central directory (PKWARE APPNOTE 4.3.12); the 64-bit form is not needed below 4 GB and is refused as broken. */
function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEndRecord(view)
  const count = view.getUint16(end + 10, true)
  if (count > maxZipEntries) throw broken()
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken()
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      localHeader: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEndRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  throw broken()
}

function packedBytesOf(bytes: Uint8Array, { localHeader, packedBytes }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (localHeader + 30 > bytes.length || view.getUint32(localHeader, true) !== 0x04034b50) throw broken()
  const start = localHeader + 30 + view.getUint16(localHeader + 26, true) + view.getUint16(localHeader + 28, true)
  if (start + packedBytes > bytes.length) throw broken()
  return bytes.subarray(start, start + packedBytes)
}

function inflateEntry(packed: Uint8Array, method: number, allowedBytes: number): Uint8Array {
  if (method === 0) {
    if (packed.length > allowedBytes) throw bomb()
    return packed
  }
  if (method !== 8) throw broken()
  const chunks: Uint8Array[] = []
  let length = 0
  let ended = false
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk)
    length += chunk.length
    ended ||= final
  })
  for (let at = 0; at < packed.length; at += pushBytes) {
    const next = Math.min(at + pushBytes, packed.length)
    try {
      inflate.push(packed.subarray(at, next), next === packed.length)
    } catch {
      throw broken()
    }
    if (length > allowedBytes || (length > ratioFreeBytes && length > next * maxUnpackRatio)) throw bomb()
  }
  if (!ended) throw broken()
  return joined(chunks, length)
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const broken = () => new ProblemError([knownProblem('import.file-broken', {})])
const bomb = () => new ProblemError([knownProblem('import.file-bomb', {})])
