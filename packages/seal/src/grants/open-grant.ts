// Opening a grant: the identity comes out only when the grant is what the log says it must be.
import { canonicalText, ProblemError, problem } from '@lykta/incident'
import { openWithIdentity } from '../age-file.ts'
import { findIdentity, recipientOf, renderIdentityFile } from '../identity.ts'
import { findHolder, type Membership } from '../membership/membership.ts'
import { findJson, isSignature, record } from '../shape.ts'
import { isSignatureBy } from '../signing.ts'
import { isGrant, type Grant, type StoredGrant } from './grant.ts'

/** Each is reason enough not to use the identity inside. */
export type GrantCode =
  | 'seal.grant-of-other-network'
  | 'seal.grant-of-other-epoch'
  | 'seal.grant-of-other-member'
  /** Signed while the log had more entries than this client has verified: fetch the log anew. */
  | 'seal.grant-of-later-log'
  /** The grantor was shown another log. */
  | 'seal.grant-of-other-log'
  | 'seal.grantor-without-right'
  | 'seal.grant-signature-wrong'
  /** The identity is not the one whose recipient the log lists for that epoch. */
  | 'seal.grant-key-wrong'

/**
 * The epoch's identity. `identity`: the holder's own. Throws a ProblemError: `seal.grant-not-for-this-key`,
 * `seal.grant-damaged`, or every `GrantCode` that applies.
 */
export async function openGrant({ file, epoch, holder }: StoredGrant, identity: string, membership: Membership): Promise<string> {
  const damaged = 'seal.grant-damaged'
  const plaintext = await openWithIdentity(file, identity, { notOpened: 'seal.grant-not-for-this-key', damaged })
  const value = findJson(plaintext)
  const { grant, signature } = record(value)
  const isCanonical = isGrant(grant) && isSignature(signature) && canonicalText({ grant, signature }) === new TextDecoder().decode(plaintext)
  if (!isCanonical || findIdentity(new TextEncoder().encode(renderIdentityFile(grant.identity))) === undefined) throw new ProblemError([problem(damaged)])
  const codes = await checkGrant(grant, String(signature), { epoch, holder }, membership)
  if (codes.length > 0) throw new ProblemError(codes.map((code) => problem(code)))
  return grant.identity
}

async function checkGrant(
  grant: Grant,
  signature: string,
  row: Pick<StoredGrant, 'epoch' | 'holder'>,
  membership: Membership,
): Promise<readonly GrantCode[]> {
  const codes: GrantCode[] = []
  if (grant.network !== membership.network) codes.push('seal.grant-of-other-network')
  if (grant.epoch !== row.epoch) codes.push('seal.grant-of-other-epoch')
  if (grant.holder !== row.holder) codes.push('seal.grant-of-other-member')
  if (grant.log.seq > membership.hashes.length) codes.push('seal.grant-of-later-log')
  else if (membership.hashes[grant.log.seq - 1] !== grant.log.hash) codes.push('seal.grant-of-other-log')
  const grantor = findHolder(membership, grant.grantor, grant.log.seq)
  if (grantor?.role !== 'coordinator') codes.push('seal.grantor-without-right')
  else if (!isSignatureBy(grantor.verifyKey, 'grant', grant, signature)) codes.push('seal.grant-signature-wrong')
  const listed = membership.epochs.find((one) => one.epoch === grant.epoch)
  if (listed?.recipient !== (await recipientOf(grant.identity))) codes.push('seal.grant-key-wrong')
  return codes
}
