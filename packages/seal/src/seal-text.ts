// Sealing: a text becomes two age files, the body to an identity of its own and the key, that identity, to the epoch.
import { sealToRecipient } from './age-file.ts'
import { renderEnvelope, renderSignedEnvelope, type SealContext } from './envelope.ts'
import { ageKeys, type HybridKeys } from './hybrid-keys.ts'
import { renderIdentityFile } from './identity.ts'
import type { Signer } from './signing.ts'

export type TextToSeal = {
  readonly text: string
  readonly context: SealContext
  /** The author that the context names; undefined for imported texts, which nobody signs. */
  readonly signer?: Signer
}

export type SealedText = {
  /** The large file: never rewritten. */
  readonly body: Uint8Array
  /** The small file: re-encrypted when the epoch changes, deleted to erase the text. */
  readonly key: Uint8Array
}

/** Both files are hybrid: a body under a classical key alone could be opened once its curve can. `keys`: who does them. */
export async function sealText({ text, context, signer, recipient, keys = ageKeys }: TextToSeal & { readonly recipient: string; readonly keys?: HybridKeys | undefined }): Promise<SealedText> {
  const envelope = signer ? await renderSignedEnvelope(context, text, signer) : renderEnvelope(context, text)
  const own = await keys.makeIdentity()
  return {
    body: await sealToRecipient(envelope, own.recipient),
    key: await sealToRecipient(renderIdentityFile(own.identity), await keys.recipientOf(recipient)),
  }
}

/** Seals many texts, in their order, one after the other. Plain data in and out and nothing shared, so that a caller with several cores may give each worker a part. */
export async function sealTexts(texts: readonly TextToSeal[], recipient: string): Promise<readonly SealedText[]> {
  const sealed: SealedText[] = []
  for (const text of texts) sealed.push(await sealText({ ...text, recipient }))
  return sealed
}
