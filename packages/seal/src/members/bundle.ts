// The text in which a member's keys are encrypted: an identity file that `age -i` reads, the rest in its comments.
import { ProblemError, problem, type Id } from '@lykta/incident'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { findIdentity, renderIdentityFile } from '../identity.ts'
import { isHash, isId } from '../shape.ts'
import type { MemberKeys } from './member-keys.ts'

/** Problem code of a bundle that is none, or none that opens. */
export const bundleDamaged = 'seal.bundle-damaged'

export type BundleOwner = { readonly network: Id; readonly member: Id }

export function renderBundle({ network, member, identity, signingKey }: MemberKeys): string {
  if (!isId(network) || !isId(member) || !isHash(signingKey)) throw new Error('renderBundle: the keys have no valid shape')
  return `# lykta member v1\n# network ${network}\n# member ${member}\n# ed25519 ${signingKey}\n${renderIdentityFile(identity)}`
}

/** Throws a ProblemError: `seal.bundle-damaged`, or `seal.bundle-of-other-member` when it is not the owner's. */
export function parseBundle(plaintext: Uint8Array, owner: BundleOwner): MemberKeys {
  const pattern = /^# lykta member v1\n# network (?<network>\S+)\n# member (?<member>\S+)\n# ed25519 (?<signingKey>\S+)\n(?<file>\S+\n)$/
  const { network = '', member = '', signingKey = '', file = '' } = pattern.exec(new TextDecoder().decode(plaintext))?.groups ?? {}
  const identity = findIdentity(utf8ToBytes(file))
  if (identity === undefined || !isId(network) || !isId(member) || !isHash(signingKey)) throw new ProblemError([problem(bundleDamaged)])
  if (network !== owner.network || member !== owner.member) throw new ProblemError([problem('seal.bundle-of-other-member')])
  return { network, member, identity, signingKey }
}
