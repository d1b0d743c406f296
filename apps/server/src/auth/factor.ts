// How somebody proved who she is, as her session remembers it.

/**
 * 'password': her second factor is missing, after the password or the identity provider's first one. 'invitation': she came by a link that only she was
 * given, or founded the network. 'provider': the identity provider asked for both.
 */
export type Factor = 'password' | 'totp' | 'passkey' | 'invitation' | 'provider'

const paths: Readonly<Record<string, Factor>> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'totp',
  '/passkey/verify-authentication': 'passkey',
}

/** What a session is worth that this path of the library makes; undefined where it goes on from the one that was. */
export function factorOfPath(path: string | undefined): Factor | undefined {
  return path === undefined ? undefined : paths[path]
}

/** Whether what this path of the library makes begins when the session before did, of that factor: a passkey alone is shown anew where somebody is signed in. */
export function goesOn(path: string | undefined, before: unknown): boolean {
  return path !== '/passkey/verify-authentication' && isWhole(before)
}

export function isWhole(factor: unknown): boolean {
  return factor === 'totp' || factor === 'passkey' || factor === 'invitation' || factor === 'provider'
}
