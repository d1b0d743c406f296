// Words that stand for a hash, for reading aloud or for checking what was typed.
import { sha256 } from '@noble/hashes/sha2.js'
import { words } from './words.ts'

/**
 * Up to eight words for the SHA-256 of the bytes: each the next four bytes of the hash, as a big-endian number, modulo
 * 7,776. That is 12.9 bits a word, and the first words of the list are likelier by less than one in 500,000.
 */
export function hashWords(bytes: Uint8Array, count: number): readonly string[] {
  const hash = sha256(bytes)
  const view = new DataView(hash.buffer, hash.byteOffset)
  return Array.from({ length: count }, (_, index) => words[view.getUint32(4 * index) % words.length]!)
}
