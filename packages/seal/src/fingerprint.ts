// Eight words for reading aloud, which two people compare before the one admits the other: no host can swap keys unheard.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { hashWords } from './hash-words.ts'
import type { PublicKeys } from './members/member-keys.ts'

/** Of both public keys: 103 bits, so nobody finds other keys with the same words. */
export function keyWords({ recipient, verifyKey }: PublicKeys): readonly string[] {
  return hashWords(utf8ToBytes(`lykta keys v1\n${recipient}\n${verifyKey}\n`), 8)
}

/** Of the membership log's head: two members who hear the same words have been shown the same log. */
export function headWords(head: { readonly seq: number; readonly hash: string }): readonly string[] {
  return hashWords(utf8ToBytes(`lykta head v1\n${head.seq}\n${head.hash}\n`), 8)
}
