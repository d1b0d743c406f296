// Passkeys in the browser: making one, signing in with one, and the secret that one gives for opening keys (PRF).
import { passkeyPrfInput } from '@lykta/seal'
import { ask } from '../api/ask.ts'
import { base64urlOf, bytesOf } from '../keys/base64url.ts'

export type Touched = {
  /** The credential's id, base64url. */
  readonly credential: string
  /** 32 bytes, where the passkey offers the extension. */
  readonly prf: Uint8Array | null
}

/** The person closed the browser's window, or took too long: nothing is wrong. */
export class PasskeyCancelled extends Error {}

/**
 * Whether a passkey can be made and used here at all. Browsers make none for an address of numbers; the server's own is
 * then reached as localhost.
 */
export function passkeysHere(): 'yes' | 'no' | 'only-localhost' {
  if (!('PublicKeyCredential' in globalThis) || typeof PublicKeyCredential.parseRequestOptionsFromJSON !== 'function') return 'no'
  return /^[\d.]+$|^\[/.test(location.hostname) ? 'only-localhost' : 'yes'
}

const prfExtension = { prf: { eval: { first: base64urlOf(passkeyPrfInput) } } }

/** Signs in: one touch, which also gives the secret for the keys. The secret stays here. */
export async function signInWithPasskey(): Promise<Touched> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('auth/passkey/generate-authenticate-options')
  const { response, touched } = await touch({ ...options, extensions: { ...options.extensions, ...prfExtension } })
  await ask('auth/passkey/verify-authentication', { method: 'POST', body: { response } })
  return touched
}

/** For the keys alone: no server takes part, for what the passkey gives opens them or does not. */
export async function touchForKeys(credentials: readonly string[]): Promise<Touched> {
  const challenge = base64urlOf(crypto.getRandomValues(new Uint8Array(32)))
  const allowCredentials = credentials.map((id) => ({ id, type: 'public-key' }))
  return (await touch({ challenge, allowCredentials, userVerification: 'required', extensions: prfExtension })).touched
}

/** Makes one for whoever is signed in. `canOpenKeys`: it offers the extension; its secret may take a second touch. */
export async function addPasskey(name: string): Promise<Touched & { readonly canOpenKeys: boolean }> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('auth/passkey/generate-register-options')
  const parsed = PublicKeyCredential.parseCreationOptionsFromJSON({ ...options, extensions: { ...options.extensions, ...prfExtension } })
  const made = await asked(() => navigator.credentials.create({ publicKey: parsed }))
  const { clientExtensionResults: results, ...response } = made.toJSON() as RegistrationResponseJSON
  await ask('auth/passkey/verify-registration', { method: 'POST', body: { response: { ...response, clientExtensionResults: {} }, name } })
  const prf = prfOf(results)
  return { credential: made.id, prf, canOpenKeys: prf !== null || (results as PrfResults).prf?.enabled === true }
}

async function touch(options: PublicKeyCredentialRequestOptionsJSON): Promise<{ readonly response: object; readonly touched: Touched }> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const given = await asked(() => navigator.credentials.get({ publicKey }))
  // What opens the keys is among the results: it must not travel with the rest.
  const { clientExtensionResults: results, ...response } = given.toJSON() as AuthenticationResponseJSON
  return { response: { ...response, clientExtensionResults: {} }, touched: { credential: given.id, prf: prfOf(results) } }
}

async function asked(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await work()
    if (credential instanceof PublicKeyCredential) return credential
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    if (error.name === 'InvalidStateError') throw error
  }
  throw new PasskeyCancelled()
}

type PrfResults = { readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: string } } }

function prfOf(results: unknown): Uint8Array | null {
  const first = (results as PrfResults).prf?.results?.first
  return first === undefined ? null : bytesOf(first)
}
