// An age file under a passphrase: a file of its own, because age never mixes a passphrase with a recipient.
import { ProblemError, problem } from '@lykta/incident'
import { Encrypter } from 'age-encryption'
import { openAgeFile } from './age-file.ts'
import { normalisePassphrase } from './passphrase.ts'

/** log2 of scrypt's N: 17 takes 128 MiB; above 20 neither a phone nor the age library follows. */
export const leastWorkFactor = 17
const mostWorkFactor = 20

export type WrapOptions = {
  /** Lets tests be fast. Never set outside them: it opens the door to a file that is cheap to guess at. */
  readonly weakForTests?: boolean
}

/** An age file that `openUnderPassphrase`, or `age -d` with the normalised passphrase, opens. */
export async function sealUnderPassphrase(
  plaintext: string,
  passphrase: string,
  workFactor: number,
  { weakForTests = false }: WrapOptions,
): Promise<Uint8Array> {
  if (!allowed(workFactor, weakForTests)) throw new Error('sealUnderPassphrase: the work factor must be between 17 and 20')
  const normalised = normalisePassphrase(passphrase)
  if (normalised === '') throw new Error('sealUnderPassphrase: empty passphrase')
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(workFactor)
  encrypter.setPassphrase(normalised)
  return await encrypter.encrypt(plaintext)
}

/** Throws a ProblemError: `seal.passphrase-wrong`, `seal.work-factor-refused` (before any work is done), or `damaged`. */
export async function openUnderPassphrase(
  file: Uint8Array,
  passphrase: string,
  damaged: string,
  { weakForTests = false }: WrapOptions,
): Promise<Uint8Array> {
  return await openAgeFile(file, {
    accepts: ([stanza, ...others]) => {
      const [type, , factor = ''] = stanza?.args ?? []
      if (type !== 'scrypt' || others.length > 0 || !/^[1-9]\d*$/.test(factor)) return false
      if (allowed(Number(factor), weakForTests)) return true
      throw new ProblemError([problem('seal.work-factor-refused', { least: leastWorkFactor, most: mostWorkFactor })])
    },
    addSecret: (decrypter) => decrypter.addPassphrase(normalisePassphrase(passphrase)),
    notOpened: 'seal.passphrase-wrong',
    damaged,
  })
}

function allowed(workFactor: number, weakForTests: boolean): boolean {
  return Number.isInteger(workFactor) && workFactor <= mostWorkFactor && workFactor >= (weakForTests ? 1 : leastWorkFactor)
}
