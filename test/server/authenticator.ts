// A passkey in software: what a browser and an authenticator make of the server's options (WebAuthn level 2, ES256, attestation "none").
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export type Ways = {
  readonly origin?: string
  readonly rpId?: string
  /** Whether the finger, face or PIN was asked for. */
  readonly verifies?: boolean
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/** CBOR, as far as an attestation needs it. */
const head = (major: number, length: number): Buffer => Buffer.from(length < 24 ? [major << 5 | length] : length < 256 ? [major << 5 | 24, length] : [major << 5 | 25, length >> 8, length & 255])
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)])

export function makeAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
  const key = Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]), bytes(Buffer.from(x, 'base64url')), Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))])

  const dataOf = ({ rpId = 'localhost', verifies = true }: Ways, attested: Buffer = Buffer.alloc(0)): Buffer =>
    Buffer.concat([sha256(rpId), Buffer.from([1 | (verifies ? 4 : 0) | (attested.length > 0 ? 64 : 0), 0, 0, 0, 0]), attested])
  const clientData = (type: string, challenge: string, origin: string): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  return {
    id: base64url(id),
    /** Answer to /passkey/generate-register-options. */
    register: ({ challenge }: { readonly challenge: string }, ways: Ways & { readonly origin: string }) => {
      const data = dataOf(ways, Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]))
      const object = Buffer.concat([head(5, 3), text('fmt'), text('none'), text('attStmt'), head(5, 0), text('authData'), bytes(data)])
      return {
        id: base64url(id), rawId: base64url(id), type: 'public-key',
        response: { clientDataJSON: base64url(clientData('webauthn.create', challenge, ways.origin)), attestationObject: base64url(object), transports: ['internal'] },
      }
    },
    /** Answer to /passkey/generate-authenticate-options. */
    authenticate: ({ challenge }: { readonly challenge: string }, ways: Ways & { readonly origin: string }) => {
      const [data, client] = [dataOf(ways), clientData('webauthn.get', challenge, ways.origin)]
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        id: base64url(id), rawId: base64url(id), type: 'public-key',
        response: { clientDataJSON: base64url(client), authenticatorData: base64url(data), signature: base64url(signature) },
      }
    },
  }
}
