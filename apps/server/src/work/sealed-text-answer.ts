// A stored text as browsers are given it.
import type { StoredSealedText } from '@lykta/register'
import type { SealedTextAnswer } from '../api/member-types.ts'
import { textOf } from './base64url.ts'

export function sealedTextAnswer({ sealedId, body, key, context, position }: StoredSealedText): SealedTextAnswer {
  return { sealedId, body: textOf(body), key: key && { epoch: key.epoch, key: textOf(key.key) }, context, position }
}
