// Passwords that are guessed first: those that many have chosen, and those made of what everybody here knows.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What is left when the words that lie near are taken away has to be worth something by itself. */
const leastRest = 8
const leastDifferent = 5
/** Too short to be told from chance in a longer word. */
const leastWord = 4

let common: ReadonlySet<string> | undefined

/** Read with the first password that is set. */
function commonPasswords(): ReadonlySet<string> {
  common ??= new Set(gunzipSync(readFileSync(new URL('passwords/common-passwords.txt.gz', import.meta.url))).toString('utf8').split('\n'))
  return common
}

/**
 * Why it would be guessed: among the most frequent of earlier leaks, little more than words that lie near (the program's name, the
 * network's, the municipality's, hers), or the same few signs again and again. Undefined for one that may be used.
 */
export function findWeakness(password: string, near: readonly string[]): 'common' | 'near' | 'repeated' | undefined {
  const plain = password.normalize('NFC').toLowerCase()
  if (commonPasswords().has(plain)) return 'common'
  const signs = squeezed(plain)
  if (new Set(signs).size < leastDifferent || repeats(signs)) return 'repeated'
  // The longest first: a name may hold another.
  const words = ['lykta', 'lösenord', 'password', ...near.flatMap(partsOf)].map(squeezed).filter((word) => word.length >= leastWord).toSorted((one, other) => other.length - one.length)
  let rest = signs
  for (const word of words) rest = rest.replaceAll(word, '')
  return rest.length < signs.length && rest.length < leastRest ? 'near' : undefined
}

/** An address in its parts, a name in its words. */
function partsOf(text: string): readonly string[] {
  return [text, ...text.split(/[\s@._+-]+/)]
}

/** As people disguise it: without accents, signs between, and figures in the place of letters. */
function squeezed(text: string): string {
  const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }
  const plain = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
  const read = plain.replaceAll(/[013457@$!]/g, (sign) => letters[sign] ?? sign)
  const kept = read.replaceAll(/[^\p{L}\p{N}]/gu, '')
  // Signs alone are not nothing.
  return kept === '' ? plain : kept
}

/** The whole of it one short beginning again and again. */
function repeats(signs: string): boolean {
  for (let length = 1; length < leastRest && length * 2 <= signs.length; length += 1) {
    const begun = signs.slice(0, length)
    if (begun.repeat(Math.ceil(signs.length / length)).startsWith(signs)) return true
  }
  return false
}
