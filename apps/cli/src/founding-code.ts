// What whoever founds a network from another machine has to show: printed where only the operator reads it.
import { randomInt } from 'node:crypto'

/** Digits and letters that are not mistaken for each other. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 80 bits, in groups of four. */
export function makeFoundingCode(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')
}
