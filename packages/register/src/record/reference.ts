// References that people read and say: eight Crockford base32 characters, the last a check on the other seven.
//
// The characters are numbers of the field GF(32), polynomial x^5 + x^2 + 1; each place has its own weight, a power
// of x, and the weighted sum is 0. One wrong character changes the sum, and so does swapping any two different
// characters, since no two places weigh the same: both are always caught, and other mistakes in 31 of 32 cases.
// (Crockford's own check is a number modulo 37 and needs five more signs, three of which no keyboard says aloud.)

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
/** Bytes of randomness for one reference. */
export const REFERENCE_BYTES = LENGTH - 1

/** `random` holds REFERENCE_BYTES random bytes; 35 bits of them are used. */
export function makeReference(random: Uint8Array): string {
  if (random.length !== REFERENCE_BYTES) throw new Error('makeReference: seven bytes')
  const values = [...random].map((byte) => byte & 31)
  // The check's own weight is 1.
  return [...values, weightedSum(values)].map((value) => ALPHABET[value]).join('')
}

/** Reads what somebody typed (small letters, spaces, hyphens, O for 0, I and L for 1); undefined when it cannot be right. */
export function findReference(text: string): string | undefined {
  const reference = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const values = Array.from(reference, (character) => ALPHABET.indexOf(character))
  if (values.length !== LENGTH || values.includes(-1)) return undefined
  return weightedSum(values.slice(0, -1)) === values.at(-1) ? reference : undefined
}

/** Horner's rule: the first character weighs x^7, the seventh x. */
function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum ^ value), 0)
}

function timesX(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}
