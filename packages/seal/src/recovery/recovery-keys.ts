// The network's recovery key: made once, never stored, and printed on three sheets of which any two bring it back.
import { ProblemError, problem } from '@lykta/incident'
import { bytesToHex } from '@noble/hashes/utils.js'
import { combine, split } from 'shamir-secret-sharing'
import { identityFromSecret, secretOfIdentity } from '../age-secret.ts'
import { deriveSecret } from '../derive-secret.ts'
import { makeIdentity, recipientOf } from '../identity.ts'
import { recoverySigner, type RecoverySubject } from '../membership/entry.ts'
import { signerOf, verifyKeyOf, type Signer } from '../signing.ts'
import { sheetMark, type Sheet } from './sheet.ts'

export type RecoveryKeys = {
  /** Opens the recovery's grants. */
  readonly identity: string
  /** Signs as `recoverySigner`; follows from the identity's secret, so that the sheets hold only that. */
  readonly signingKey: string
  /** For the log. */
  readonly subject: RecoverySubject
}

export async function makeRecovery(): Promise<RecoveryKeys> {
  return await recoveryKeys((await makeIdentity()).identity)
}

/** Three sheets, two of which are needed: Shamir's scheme over GF(256), with the library's own random numbers. */
export async function splitRecovery({ identity, subject }: RecoveryKeys): Promise<readonly Sheet[]> {
  const shares = await split(Uint8Array.from(secretOfIdentity(identity)), 3, 2)
  return shares.map((content, index) => ({ kind: 'network', number: index + 1, mark: sheetMark(subject.recipient), content }))
}

/**
 * The key from any two sheets. `recipient`: the one that the log lists, or at the test of new sheets the one just made; null
 * where no log can be seen before the key is there: then the sheets say themselves whether they belong together.
 * Throws a ProblemError: `seal.sheet-foreign` (`sheet`, its place among those given), `seal.sheets-too-few`,
 * `seal.sheets-of-two-keys`, or `seal.sheets-do-not-fit` when what comes out is not that recipient's key.
 */
export async function combineSheets(sheets: readonly Sheet[], recipient: string | null): Promise<RecoveryKeys> {
  const mark = recipient === null ? sheets[0]?.mark : sheetMark(recipient)
  const foreign = sheets.flatMap((sheet, index) => (sheet.mark === mark ? [] : [index + 1]))
  // Which of the two is the wrong one, nobody can say without the log.
  if (foreign.length > 0 && recipient === null) throw new ProblemError([problem('seal.sheets-of-two-keys')])
  if (foreign.length > 0) throw new ProblemError(foreign.map((sheet) => problem('seal.sheet-foreign', { sheet })))
  // A share's last byte is its abscissa: the same sheet typed twice is one.
  const shares = new Map(sheets.map(({ content }) => [content.at(-1) ?? 0, content]))
  if (shares.size < 2) throw new ProblemError([problem('seal.sheets-too-few', { sheets: shares.size })])
  const keys = await recoveryKeys(identityFromSecret(await combine([...shares.values()])))
  const fits = recipient === null ? sheetMark(keys.subject.recipient) === mark : keys.subject.recipient === recipient
  if (!fits) throw new ProblemError([problem('seal.sheets-do-not-fit')])
  return keys
}

export function recoverySignerOf({ signingKey }: RecoveryKeys): Signer {
  return signerOf(recoverySigner, signingKey)
}

async function recoveryKeys(identity: string): Promise<RecoveryKeys> {
  const signingKey = bytesToHex(deriveSecret(secretOfIdentity(identity), 'recovery signing', ''))
  return { identity, signingKey, subject: { recipient: await recipientOf(identity), verifyKey: verifyKeyOf(signingKey) } }
}
