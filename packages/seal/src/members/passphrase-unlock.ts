// A member's keys under her six-word passphrase: the way in that works on every desk.
import { leastWorkFactor, openUnderPassphrase, sealUnderPassphrase, type WrapOptions } from '../passphrase-file.ts'
import { bundleDamaged, parseBundle, renderBundle, type BundleOwner } from './bundle.ts'
import type { MemberKeys } from './member-keys.ts'

/** Takes half a second and 128 MiB: in a browser, call it in a worker. */
export async function lockWithPassphrase(
  keys: MemberKeys,
  passphrase: string,
  workFactor = leastWorkFactor,
  options: WrapOptions = {},
): Promise<Uint8Array> {
  return await sealUnderPassphrase(renderBundle(keys), passphrase, workFactor, options)
}

/**
 * Throws a ProblemError: `seal.passphrase-wrong`, `seal.work-factor-refused`, `seal.bundle-damaged` or
 * `seal.bundle-of-other-member`.
 */
export async function unlockWithPassphrase(
  file: Uint8Array,
  passphrase: string,
  owner: BundleOwner,
  options: WrapOptions = {},
): Promise<MemberKeys> {
  return parseBundle(await openUnderPassphrase(file, passphrase, bundleDamaged, options), owner)
}
