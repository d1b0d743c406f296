// A member's keys under a passkey: the second way in, where the device's passkey offers the PRF extension.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { identityFromSecret } from '../age-secret.ts'
import { openWithIdentity, sealToRecipient } from '../age-file.ts'
import { deriveSecret } from '../derive-secret.ts'
import { recipientOf } from '../identity.ts'
import { bundleDamaged, parseBundle, renderBundle, type BundleOwner } from './bundle.ts'
import type { MemberKeys } from './member-keys.ts'

/** What to give as `prf.eval.first` at sign-in; the same everywhere, for the passkey alone makes it secret. */
export const passkeyPrfInput: Uint8Array = utf8ToBytes('lykta unlock v1')

/** `prf`: the 32 bytes of `clientExtensionResults.prf.results.first`. */
export async function lockWithPasskey(keys: MemberKeys, prf: Uint8Array): Promise<Uint8Array> {
  return await sealToRecipient(renderBundle(keys), await recipientOf(passkeyIdentity(prf, keys)))
}

/** Throws a ProblemError: `seal.passkey-other`, `seal.bundle-damaged` or `seal.bundle-of-other-member`. */
export async function unlockWithPasskey(file: Uint8Array, prf: Uint8Array, owner: BundleOwner): Promise<MemberKeys> {
  const codes = { notOpened: 'seal.passkey-other', damaged: bundleDamaged }
  return parseBundle(await openWithIdentity(file, passkeyIdentity(prf, owner), codes), owner)
}

/** One passkey may serve several networks, and none learns from it what opens another's keys. */
function passkeyIdentity(prf: Uint8Array, { network, member }: BundleOwner): string {
  // An authenticator that answers with nothing would otherwise lock the keys under a constant.
  if (prf.length !== 32 || prf.every((byte) => byte === 0)) throw new Error('passkeyIdentity: no PRF result')
  return identityFromSecret(deriveSecret(prf, 'passkey', `${network}\n${member}`))
}
