// An epoch's identity under a passphrase: how `lykta init` keeps it, before any member has keys of her own.
import { ProblemError, problem } from '@lykta/incident'
import { findIdentity, renderIdentityFile } from './identity.ts'
import { leastWorkFactor, openUnderPassphrase, sealUnderPassphrase, type WrapOptions } from './passphrase-file.ts'

/** An age file that `unwrapIdentity`, or `age -d` with the normalised passphrase, opens. */
export async function wrapIdentity(
  identity: string,
  passphrase: string,
  workFactor = leastWorkFactor,
  options: WrapOptions = {},
): Promise<Uint8Array> {
  return await sealUnderPassphrase(renderIdentityFile(identity), passphrase, workFactor, options)
}

/**
 * The identity inside. Throws a ProblemError: `seal.passphrase-wrong`, `seal.work-factor-refused` (before any
 * work is done), or `seal.identity-file-damaged`.
 */
export async function unwrapIdentity(file: Uint8Array, passphrase: string, options: WrapOptions = {}): Promise<string> {
  const damaged = 'seal.identity-file-damaged'
  const identity = findIdentity(await openUnderPassphrase(file, passphrase, damaged, options))
  if (identity === undefined) throw new ProblemError([problem(damaged)])
  return identity
}
