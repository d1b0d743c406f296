// A sealed text as it arrives: its form, its epoch, and the answers that it was sealed with. Nothing here can open it.
import { problem, ProblemError } from '@lykta/incident'
import type { SealedText } from '@lykta/register'
import { codedHash, epochAt, findHolder, isSealed } from '@lykta/seal'
import type { SealedBody } from '../api/types.ts'
import { bytesOf } from './base64url.ts'
import type { EntryBasis } from './entry-basis.ts'
import { mayArriveLate } from './renew-keys.ts'

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

/** `answers`: the canonical text that will be stored. `createdAt`: when the text was written. `author`: who sends it. */
export function receiveSealed(
  sent: SealedBody, { epochs, membership }: EntryBasis, { answers, createdAt, author }: { readonly answers: string; readonly createdAt: string; readonly author: string },
): SealedText {
  const { sealedId, epoch } = sent
  const sealed = { sealedId, epoch, body: bytesOf(sent.body), key: bytesOf(sent.key), position: sent.position ?? null }
  if (!isSealed(sealed)) return refuse('incident.not-sealed')
  if (sent.codedHash !== codedHash(answers)) return refuse('incident.answers-differ')
  if (!epochs.some((one) => one.epoch === epoch)) return refuse('incident.epoch-unknown')
  // What a device sealed before the key was changed still arrives; what is sealed to an old key afterwards is somebody's
  // who should no longer read, and what comes very late could be opened by nobody.
  const next = epochs.find((one) => one.epoch === epoch + 1)
  if (next && (createdAt > new Date(next.createdAt).toISOString() || !mayArriveLate(next))) return refuse('incident.epoch-replaced')
  checkAuthor(sealed, author, membership)
  return sealed
}

/** The signature stands inside, where nobody here can look: but its author must have been listed where she says, in that epoch. */
function checkAuthor({ epoch, position }: { readonly epoch: number; readonly position: number | null }, author: string, log: EntryBasis['membership']): void {
  // At the machine of a network without members, which has no log.
  const membership = author === 'operator' ? undefined : log
  if (!membership) return position === null ? undefined : refuse('incident.position-unfit')
  if (!findHolder(membership, author)) return refuse('incident.author-not-listed')
  if (position === null || position > membership.hashes.length || epochAt(membership, position)?.epoch !== epoch) return refuse('incident.position-unfit')
  if (!findHolder(membership, author, position)) return refuse('incident.author-not-listed')
}
