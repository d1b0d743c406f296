// What the sign-in holds to: lengths, ends and names. Apart from the library (make-auth.ts), which is loaded when somebody signs in.
import type { Register } from '@lykta/register'

export type AuthOptions = {
  /** As the sign-in tables' own role, in their own schema; dates must come as `Date`. */
  readonly pool: Register['signIn']
  readonly secret: string
  /** https://…, which names the passkeys; undefined on this machine alone, where they are made for "localhost". */
  readonly origin: string | undefined
}

export const minPasswordLength = 12
export const maxPasswordLength = 128
/** Seconds without a request, and altogether. */
export const idleSeconds = 30 * 60
export const absoluteSeconds = 12 * 60 * 60
/** How long after signing in ways in, and one's keys, may be changed. */
export const recentSeconds = 10 * 60

/** Before the dot in each cookie's name. The name itself makes a browser refuse it without Secure, or from another host or path. */
export const cookiePrefix = ({ origin }: Pick<AuthOptions, 'origin'>): string => (origin === undefined ? 'lykta' : '__Host-lykta')
