// A member's keys under a sheet of her own: the third way in, printed at her leisure, kept where she keeps such things.
import { ProblemError, problem } from '@lykta/incident'
import { identityFromSecret } from '../age-secret.ts'
import { openWithIdentity, sealToRecipient } from '../age-file.ts'
import { recipientOf } from '../identity.ts'
import type { RandomBytes } from '../passphrase.ts'
import { sheetMark, type Sheet } from '../recovery/sheet.ts'
import { bundleDamaged, parseBundle, renderBundle, type BundleOwner } from './bundle.ts'
import type { MemberKeys } from './member-keys.ts'

/** The file to store, and the sheet to print; whoever has both has the keys. */
export async function lockWithSheet(keys: MemberKeys, randomBytes: RandomBytes): Promise<{ readonly file: Uint8Array; readonly sheet: Sheet }> {
  const secret = randomBytes(32)
  const recipient = await recipientOf(identityFromSecret(secret))
  const content = new Uint8Array(33)
  content.set(secret)
  return { file: await sealToRecipient(renderBundle(keys), recipient), sheet: { kind: 'member', number: 1, mark: sheetMark(recipient), content } }
}

/** Throws a ProblemError: `seal.sheet-foreign`, `seal.bundle-damaged` or `seal.bundle-of-other-member`. */
export async function unlockWithSheet(file: Uint8Array, sheet: Sheet, owner: BundleOwner): Promise<MemberKeys> {
  const identity = identityFromSecret(sheet.content.subarray(0, 32))
  const foreign = 'seal.sheet-foreign'
  if (sheetMark(await recipientOf(identity)) !== sheet.mark) throw new ProblemError([problem(foreign, { sheet: 1 })])
  return parseBundle(await openWithIdentity(file, identity, { notOpened: foreign, damaged: bundleDamaged }), owner)
}
