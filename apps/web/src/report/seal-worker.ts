// Seals the reason apart from the page, which stays responsive; the text goes no further than here in clear.
import { canonicalText, type Incident } from '@lykta/incident'
import { codedHash, type SealContext, sealText } from '@lykta/seal'

export type SealRequest = {
  readonly text: string
  readonly incident: Incident
  readonly context: Omit<SealContext, 'codedHash'>
  readonly recipient: string
}

/** Both age files in base64url, as the server takes them. */
export type SealReply = { readonly body: string; readonly key: string; readonly codedHash: string } | { readonly failed: true }

globalThis.addEventListener('message', (event: MessageEvent<SealRequest>) => {
  void seal(event.data)
    .catch((): SealReply => ({ failed: true }))
    .then((reply) => globalThis.postMessage(reply))
})

async function seal({ text, incident, context, recipient }: SealRequest): Promise<SealReply> {
  const hash = codedHash(canonicalText(incident))
  const { body, key } = await sealText({ text, recipient, context: { ...context, codedHash: hash } })
  return { body: base64url(body), key: base64url(key), codedHash: hash }
}

function base64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
