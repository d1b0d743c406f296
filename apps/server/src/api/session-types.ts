// Who is asking, and signing in.
import type { Id, Network } from '@lykta/incident'
import type { RecoveryWait } from './key-types.ts'
import type { Role } from './member-types.ts'
import type { Instant } from './types.ts'

// ── Who am I: GET /api/session ──────────────────────────────────────────────────────────────────────────────────

export type SessionAnswer = {
  /**
   * 'local': no member yet (the sample, or `lykta init`), served on this machine alone: whoever sits here acts as the
   * coordinator, in the audit as 'operator'. 'signed-out': sign-in is needed. 'half': the password was right, the code
   * from the app is missing (better-auth's two-factor). 'device': an enrolled device.
   */
  readonly state: 'local' | 'signed-out' | 'half' | 'signed-in' | 'device'
  readonly network: Network
  readonly caller: Caller | null
  /** What the caller may do, so that the app shows no more. */
  readonly rights: readonly string[]
  /** No network of the user's own yet: one can be founded here (POST /api/founding). */
  readonly canFound: boolean
  /** The sample that is stored here, shown or not; null when there is none. */
  readonly sample: { readonly id: Id; readonly shown: boolean } | null
  /** For the first and the last page of the form. */
  readonly emergencyNumbers: readonly EmergencyNumber[]
  /** The town's identity provider, as people know it; null where there is none. */
  readonly provider: { readonly name: string } | null
  /** Two recovery sheets are to be used, as every member is told; null to others, and while none is announced. */
  readonly recovery: RecoveryWait | null
}

export type Caller = {
  /** Member or device id; 'operator' when local. It is the author of what the caller writes. */
  readonly id: string
  readonly role: Role
  readonly organisation: Id | null
  /** Of a member: as she wrote it herself. */
  readonly name: string | null
  readonly email: string | null
  /** Ways in that she has set up. */
  readonly passkeys: number
  readonly totp: boolean
  /** Whether she has keys of her own (bundle files), and stands in the log. */
  readonly keys: 'none' | 'waiting' | 'listed'
}

/** The network's own numbers beside 112. */
export type EmergencyNumber = { readonly name: string; readonly number: string; readonly hours: string }

// ── Signing in: /api/auth, the sign-in library's paths (no other is reachable) ─────────────────────────────────
// POST sign-in/email {email, password} · two-factor/verify-totp {code} · two-factor/verify-backup-code {code} · sign-out {}
// GET passkey/generate-authenticate-options, POST passkey/verify-authentication {response}; on this machine alone under
// http://localhost:PORT, since a passkey needs a name, and 127.0.0.1 is none.
// Signed in: GET passkey/list-user-passkeys, passkey/generate-register-options, POST passkey/verify-registration {response, name},
// passkey/delete-passkey {id}; POST two-factor/enable {password}, then verify-totp; two-factor/disable {password};
// sign-in/again {password, code}: shows that it is still she, for what asks for a sign-in of the last ten minutes ('sign-in.not-recent': ways in,
// one's keys, invitations and roles); code from the app, or a backup code. change-password {currentPassword, newPassword}; GET list-sessions, POST revoke-session {id}, revoke-other-sessions {}.
// `two-factor/enable` and the code after it also after the password alone, when `next` says 'set-up-code'.

/**
 * Of what signs in. After the password: 'half', and what comes next: the code from the app, the passkey (then the password
 * is of no use), or setting up the app first. `twoFactorRedirect` is the library's own word for 'code'.
 */
export type SignInAnswer =
  | { readonly state: 'signed-in'; readonly next?: never }
  | { readonly state: 'half'; readonly next: 'code' | 'passkey' | 'set-up-code'; readonly twoFactorRedirect: boolean }

/**
 * The town's identity provider. POST provider/start {} and provider/link {from} answer {address}: where the browser goes. What stands in the address with
 * which it comes back to /sign-in/back goes to POST provider/finish {state, code, error, iss}. GET provider/account is one's own; POST provider/unlink {}
 * takes it away; POST provider/out {} answers {address} for signing out there.
 */
export type ProviderAnswer = SignInAnswer | {
  readonly state: 'linked'
  readonly next?: never
  /** Where she came from. */
  readonly from: 'account' | 'join'
  /** What the provider calls the account, for her to see whether it is hers. It is not kept. */
  readonly account: string | null
}
export type OwnProvider = { readonly linkedAt: Instant | null }

/** POST two-factor/enable: for the QR code, and codes for the day when the phone is gone, each good once. */
export type TotpSetUp = { readonly totpURI: string; readonly backupCodes: readonly string[] }

export type OwnPasskey = { readonly id: string; readonly name: string; /** Its id with the authenticator, base64url. */ readonly credential: string; readonly createdAt: Instant; readonly backedUp: boolean }
export type OwnSession = { readonly id: string; readonly startedAt: Instant; readonly lastSeenAt: Instant; /** As the browser calls itself. */ readonly machine: string; readonly current: boolean }
