// A device's signing key: kept by the browser so that no script can read it, where the browser knows Ed25519.
import { makeSigningKey, type Signer, signerOf, verifyKeyOf } from '@lykta/seal'

export type DeviceKey =
  | { readonly kind: 'native'; readonly key: CryptoKey }
  /** An older browser: the key's 32 bytes under another one, which the browser does not hand out; opened for each signature. */
  | { readonly kind: 'wrapped'; readonly wrapping: CryptoKey; readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer }

/** Both can be stored in IndexedDB as they are. */
export async function makeDeviceKey(): Promise<{ readonly verifyKey: string; readonly key: DeviceKey }> {
  try {
    const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    return { verifyKey: hexOf(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))), key: { kind: 'native', key: privateKey } }
  } catch {
    return await makeWrappedKey()
  }
}

export async function makeWrappedKey(): Promise<{ readonly verifyKey: string; readonly key: DeviceKey }> {
  const secret = makeSigningKey((length) => crypto.getRandomValues(new Uint8Array(length)))
  const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, wrapping, new TextEncoder().encode(secret))
  return { verifyKey: verifyKeyOf(secret), key: { kind: 'wrapped', wrapping, iv, sealed } }
}

export function signerOfDevice(id: string, verifyKey: string, key: DeviceKey): Signer {
  if (key.kind === 'native') {
    // Signed bytes are a copy of their own: WebCrypto takes no view on memory that is shared.
    return { id, verifyKey, sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key.key, new Uint8Array(message))) }
  }
  const { wrapping, iv, sealed } = key
  return {
    id, verifyKey,
    sign: async (message) => {
      const secret = new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, wrapping, sealed))
      return signerOf(id, secret).sign(message)
    },
  }
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
