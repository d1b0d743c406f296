// The keys that a network begins with, made in the founder's browser: hers, the recovery's, the first epoch's, the first line.
import type { Id } from '@lykta/incident'
import {
  entryHash, foundLog, type EpochKeys, extendMembership, lockWithPassphrase, makeEpoch, makeGrants, makeMemberKeys, makePassphrase, makeRecovery,
  type MemberKeys, type PrintedRow, publicKeysOf, type RecoveryKeys, type Sheet, sheetRows, signerOf, splitRecovery, type StoredGrant, type WrapOptions,
} from '@lykta/seal'

export type ToFound = {
  readonly network: Id
  readonly member: Id
  readonly organisation: Id
  /** 1, or the next after epochs whose keys the server made. */
  readonly epoch: number
  readonly createdAt: string
}

/** Kept in the worker until the network stands; the sheets' secret is in nothing else. */
export type FoundingSecrets = {
  readonly toFound: ToFound
  readonly keys: MemberKeys
  readonly recovery: RecoveryKeys
  readonly epoch: EpochKeys
  readonly passphrase: string
  readonly file: Uint8Array
  readonly sheets: readonly Sheet[]
}

export type FoundingKeys = {
  readonly passphrase: string
  /** The founder's keys under it. */
  readonly file: Uint8Array
  readonly genesis: string
  /** Hash of it, for the sheets. */
  readonly genesisHash: string
  /** To the founder and to the recovery. */
  readonly grants: readonly StoredGrant[]
  readonly sheets: readonly { readonly number: number; readonly rows: readonly PrintedRow[] }[]
  readonly recoveryRecipient: string
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** `say` is told each step that is done, from 1 to 4. */
export async function makeFounding(
  toFound: ToFound,
  before: FoundingSecrets | undefined,
  options: WrapOptions & { readonly workFactor?: number },
  say: (step: number) => void,
): Promise<{ readonly keys: MemberKeys; readonly secrets: FoundingSecrets; readonly made: FoundingKeys }> {
  const { network, member, organisation, epoch, createdAt } = toFound
  const reused = before?.toFound.network === network && before.toFound.member === member && before.toFound.epoch === epoch ? before : undefined
  const keys = reused?.keys ?? (await makeMemberKeys(network, member, random))
  say(1)
  const epochKeys = reused?.epoch ?? (await makeEpoch())
  say(2)
  const recovery = reused?.recovery ?? (await makeRecovery())
  const sheets = reused?.sheets ?? (await splitRecovery(recovery))
  say(3)
  const passphrase = reused?.passphrase ?? makePassphrase(random)
  const file = reused?.file ?? (await lockWithPassphrase(keys, passphrase, options.workFactor, options))
  const signer = signerOf(member, keys.signingKey)
  const founder = { member, role: 'coordinator' as const, organisation, ...(await publicKeysOf(keys)) }
  const first = { founder, epoch: { epoch, recipient: epochKeys.recipient }, recovery: recovery.subject }
  const genesis = await foundLog(network, first, signer, createdAt)
  const membership = extendMembership(undefined, genesis, network)
  if (typeof membership === 'string') throw new Error(`makeFounding: ${membership}`)
  const grants = await makeGrants({ membership, epoch, identity: epochKeys.identity, signer, createdAt })
  say(4)
  return {
    keys,
    secrets: { toFound, keys, recovery, epoch: epochKeys, passphrase, file, sheets },
    made: {
      passphrase, file, genesis, genesisHash: entryHash(genesis), grants,
      sheets: sheets.map((sheet) => ({ number: sheet.number, rows: sheetRows(sheet) })),
      recoveryRecipient: recovery.subject.recipient,
    },
  }
}
