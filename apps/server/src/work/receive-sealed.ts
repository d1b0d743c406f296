// A sealed text as it arrives: its form, its epoch, and the answers that it was sealed with. Nothing here can open it.
import { problem, ProblemError } from '@lykta/incident'
import { type Epoch, findEpoch, type ReadTransaction, type SealedText } from '@lykta/register'
import { codedHash, isSealed } from '@lykta/seal'
import type { SealedBody } from '../api/types.ts'

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

/** `answers`: the canonical text that will be stored. `createdAt`: when the text was written. */
export async function receiveSealed(
  transaction: ReadTransaction, sent: SealedBody, { answers, createdAt, current }: { readonly answers: string; readonly createdAt: string; readonly current: Epoch | undefined },
): Promise<SealedText> {
  const { sealedId, epoch } = sent
  const sealed = { sealedId, epoch, body: decode(sent.body), key: decode(sent.key) }
  if (!isSealed(sealed)) return refuse('incident.not-sealed')
  if (sent.codedHash !== codedHash(answers)) return refuse('incident.answers-differ')
  if (!current || epoch > current.epoch || (epoch < current.epoch && !(await findEpoch(transaction, epoch)))) return refuse('incident.epoch-unknown')
  // What a device sealed before the key was changed still arrives; what is sealed to an old key afterwards is somebody's
  // who should no longer read.
  const next = epoch < current.epoch ? await findEpoch(transaction, epoch + 1) : undefined
  if (next && createdAt > new Date(next.createdAt).toISOString()) return refuse('incident.epoch-replaced')
  return sealed
}

function decode(base64url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64url, 'base64url'))
}
