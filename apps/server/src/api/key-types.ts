// The membership log, keys and their files, and recovery from sheets.
import type { Id, Network } from '@lykta/incident'
import type { NewMember } from './founding-types.ts'
import type { Role } from './member-types.ts'
import type { NewKeys } from './membership-types.ts'
import type { SessionAnswer } from './session-types.ts'
import type { Instant } from './types.ts'

// ── The membership log and keys ─────────────────────────────────────────────────────────────────────────────────

/** GET /api/log?after=SEQ (everybody who is somebody; devices too): lines after that one, oldest first. */
export type LogAnswer = { readonly lines: readonly string[]; readonly length: number }

/** POST /api/log: lines that follow, with everything that belongs to them, in one transaction. 409 when the log has grown meanwhile. */
export type LogRequest = {
  readonly lines: readonly string[]
  /**
   * New grants. A removal deletes every grant of whoever goes, at once. Grants of an earlier epoch to those who remain stay until
   * no key file is left in it, and for 35 days after it ended (a POST /api/sealed-keys then deletes them): were they deleted with the
   * rotation, a browser that is closed halfway through the key files would leave the rest closed for ever, and so would a text
   * that waited on a device without a connection.
   */
  readonly grants: readonly GrantFile[]
  readonly createdAt: Instant
}

export type GrantFile = { readonly epoch: number; readonly holder: string; /** base64url */ readonly file: string }
export type BundleFile = {
  readonly id: Id
  readonly way: 'passphrase' | 'passkey' | 'sheet'
  /** The passkey's credential id, base64url; null for the others. */
  readonly credential: string | null
  readonly file: string
}

/** GET /api/keys: my own bundle files and grants. PUT /api/keys/bundles (BundleFile[]) replaces my files of those ways. */
export type KeysAnswer = { readonly bundles: readonly BundleFile[]; readonly grants: readonly GrantFile[] }

/**
 * GET /api/keys/server-made (local, coordinator): the epochs whose keys `lykta init` made while key files of them are left, each with
 * its file under the passphrase that init showed (`wrapIdentity`, base64url). The founder's browser opens them once more, to rewrap.
 */
export type ServerMadeKeys = { readonly epochs: readonly { readonly epoch: number; readonly recipient: string; readonly file: string }[] }

/**
 * GET /api/keys/recovery (coordinator): the recovery's grants, for a test. Same shape, no bundles.
 * POST announces that two sheets will be used (answered with RecoveryWait, and told to every member by e-mail); DELETE stops it
 * (any member). Lines that the recovery signs are taken seven days after it was announced and not before, until 30 days after it, once.
 */
export type RecoveryWait = { readonly announcedAt: Instant; readonly usableFrom: Instant; readonly usableUntil: Instant }

// ── Recovery: for whoever has two of the three sheets, signed in or not ─────────────────────────────────────────
//
// POST /api/recovery/look and /announcement with a SheetsProof, /completion with one and all that makes somebody a coordinator. A proof
// that is none for the sheets that the log lists gets the answer of what is not there.

/** By the recovery's signing key, which two sheets give (packages/seal `signStatement`); good for ten minutes around `at`. */
export type SheetsProof = { readonly at: Instant; readonly signature: string }

/** The log, so that the browser verifies it; whether it was announced. Once the wait is over also what the completion needs. */
export type RecoveryAnswer = {
  readonly network: Network
  readonly lines: readonly string[]
  readonly wait: RecoveryWait | null
  readonly usable: {
    readonly grants: readonly GrantFile[]
    /** Those who are in it, with their names: whoever comes back finds herself, and says who is gone. */
    readonly members: readonly { readonly id: Id; readonly name: string; readonly role: Role; readonly organisation: Id | null }[]
    readonly organisations: readonly { readonly id: Id; readonly name: string }[]
  } | null
}

/** Her session, with its cookie; null where she kept the one that she had. */
export type RecoveryDone = { readonly session: SessionAnswer | null }

export type RecoveryRequest = LogRequest & {
  readonly proof: SheetsProof
  /** One who is in it, or a new id. */
  readonly member: Id
  readonly organisation: Id
  /**
   * 'kept': of whoever is signed in as that member. 'reset': a member who cannot sign in any more; her password is this, and her other
   * ways in are gone. 'new': somebody who had none.
   */
  readonly signIn: { readonly way: 'kept' } | { readonly way: 'reset'; readonly password: string } | ({ readonly way: 'new' } & NewMember)
  readonly keys: NewKeys
}

/**
 * GET /api/sealed-keys?after=ID (coordinator): key files not yet of the current epoch, 200 a page; POST puts new ones in their place.
 * `needsSession`: there are many, and none is handed out until a session for it runs (sharing-types.ts).
 */
export type SealedKeyPage = { readonly keys: readonly SealedKeyFile[]; readonly left: number; readonly next: Id | null; readonly needsSession: boolean }
/** POST /api/sealed-keys; answered with how many are left. */
export type SealedKeysRequest = { readonly keys: readonly SealedKeyFile[] }
export type SealedKeysAnswer = { readonly left: number }
export type SealedKeyFile = { readonly sealedId: Id; readonly epoch: number; readonly key: string }

/** GET /api/incidents/:ref/text?revision=N: the sealed text as it stood with that revision (without one: now) and what its envelope must say; the reading is logged. */
export type SealedTextAnswer = {
  readonly sealedId: Id
  readonly body: string
  readonly key: { readonly epoch: number; readonly key: string } | null
  readonly context: {
    readonly network: Id; readonly incident: Id; readonly revision: number; readonly previous: string | null; readonly epoch: number
    readonly author: string; readonly formVersion: string; readonly codedHash: string; readonly createdAt: Instant
  }
  /** The log's entry that the author had verified when it was written; null for what was imported. */
  readonly position: number | null
}
