// Sign-in, members and the membership log in JSON: what apps/server answers and apps/web sends, as types alone.
//
// The rules of `types.ts` hold here too. Keys and signatures are made in the browser; the server stores lines, files and
// public keys as they come, after checking what it can check: signatures, the log's rules, shapes and rights.
import type { ChainStep, CivilDate, Id, Incident, Language, Network, Organisation, OwnQuestion } from '@lykta/incident'
import type { Instant, WordedProblem } from './types.ts'

/** One table in code says what each may do (apps/server/src/access). A device is enrolled by QR and may only write. */
export type Role = 'reporter' | 'core-member' | 'coordinator' | 'reader' | 'operator' | 'device'

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

// ── Founding: POST /api/founding (only while `canFound`; beyond loopback with the code that `serve` printed) ─────
//
// A network that `lykta init` made and that has no member yet is taken over by the same request with its own id (`canFound` is
// true there too): name, municipality, collection start and time zone are those it has, `organisations` are those to add (the
// founder's may be one that it had), and the genesis line lists the epoch after the last one that the server made.

export type FoundingRequest = {
  readonly code: string | null
  readonly network: { readonly id: Id; readonly name: string; readonly municipality: string; readonly collectionStart: CivilDate; readonly timeZone: string }
  readonly settings: NetworkSettings
  readonly organisations: readonly NewOrganisation[]
  readonly founder: NewMember & { readonly member: Id; readonly organisation: Id }
  /** First line of the membership log; it lists the founder, the first epoch and the recovery. */
  readonly genesis: string
  readonly bundles: readonly BundleFile[]
  /** To the founder and to 'recovery'. */
  readonly grants: readonly GrantFile[]
  readonly createdAt: Instant
}

export type NewOrganisation = { readonly id: Id; readonly code: string; readonly name: string; readonly sector: string; readonly joined: CivilDate }

/** Name and e-mail go to the sign-in tables, and nowhere else. */
export type NewMember = { readonly name: string; readonly email: string; readonly password: string; readonly language: Language }

export type NetworkSettings = {
  readonly emergencyNumbers: readonly EmergencyNumber[]
  /** The smallest number that the public report shows; 5 unless the network wants more (never less). */
  readonly publicThreshold: number
  /** So many days before a meeting organisations are asked for their situation; 0: they are not. Fourteen where nobody has decided. */
  readonly daysBeforeMeeting?: number | undefined
  /** When two of the sheets that the log lists were put together for a test; null until then. No incident is taken from the web form before the first test. */
  readonly recoveryTestedAt: Instant | null
}

/** What was posted is answered with 201 and the session of the founder, signed in. */
export type FoundingAnswer = { readonly session: SessionAnswer }

// ── Settings: GET, PUT /api/settings (coordinator); POST /api/settings/recovery-test ────────────────────────────

/** PUT takes them whole: an indicator or a question is never left out again, only ended (`validTo`) or worded anew. `recoveryTestedAt` is not taken from it. */
export type SettingsRequest = {
  readonly settings: NetworkSettings
  readonly ownIndicators: readonly OwnIndicatorEntry[]
  /** Left out: as they stand. A question keeps its kind, and every choice it ever had. */
  readonly ownQuestions?: readonly OwnQuestion[] | undefined
  /** Steps of the response chain, ended ones too. Left out: as they stand. A step keeps its code, its kind and what it says of an incident. */
  readonly chain?: readonly ChainStep[] | undefined
}
export type SettingsAnswer = SettingsRequest & {
  readonly ownQuestions: readonly OwnQuestion[]
  readonly chain: readonly ChainStep[]
  /** Some sheets were tested once. New ones want a test of their own, and close nothing meanwhile. */
  readonly takesIncidents: boolean
}
export type OwnIndicatorEntry = {
  /** `<category>.x-<name>` (`isOwnIndicatorId` of packages/incident); kept for ever. */
  readonly id: string
  readonly sv: string
  readonly en: string
  readonly category: string
  readonly validFrom: CivilDate | null
  readonly validTo: CivilDate | null
}

// ── Organisations: PUT /api/organisations/:id (coordinator) ─────────────────────────────────────────────────────

/**
 * Adds one, or changes what is true of it; never taken away, and its code is kept. GET /api/network lists them. `before`: as it was seen,
 * null for a new one; 409 when something else stands. Outside the network: `joined` is null. Who has a last day (`left`, today at the
 * latest) is invited for no longer: its open invitations are withdrawn with the same act. Its members and devices are removed each by a
 * signed line of their own.
 */
export type OrganisationState = Omit<Organisation, 'id'>
export type OrganisationRequest = { readonly before: OrganisationState | null; readonly after: OrganisationState }
export type OrganisationChanged = { readonly withdrawnInvitations: number }
/** As the audit names it. */
export type OrganisationChange = 'organisation.add' | 'organisation.change' | 'organisation.end' | 'organisation.return'

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

// ── Members: GET /api/members (coordinator; names to her alone), invitations, devices ───────────────────────────

export type MembersAnswer = {
  readonly members: readonly MemberEntry[]
  readonly devices: readonly DeviceEntry[]
  readonly invitations: readonly InvitationEntry[]
}
export type MemberEntry = {
  readonly id: Id
  readonly role: Role
  readonly organisation: Id | null
  readonly name: string
  readonly email: string
  readonly active: boolean
  readonly joinedAt: Instant
  /** Public keys that she made; null before. 'waiting' until a coordinator's line lists them. */
  readonly keys: { readonly recipient: string | null; readonly verifyKey: string } | null
  readonly state: 'no-keys' | 'waiting' | 'listed' | 'removed'
  readonly lastSeenAt: Instant | null
}
export type DeviceEntry = {
  readonly id: Id
  readonly organisation: Id
  readonly name: string
  readonly verifyKey: string
  /** HMAC of the enrolment (packages/seal enrolmentProof); the coordinator's client compares before it signs. */
  readonly proof: string
  readonly invitation: Id
  readonly state: 'waiting' | 'listed' | 'removed'
  readonly enrolledAt: Instant
  readonly lastSeenAt: Instant | null
}
export type InvitationEntry = {
  readonly id: Id
  readonly kind: 'member' | 'device'
  readonly role: Role
  readonly organisation: Id | null
  readonly createdAt: Instant
  /** Seven days later. */
  readonly expiresAt: Instant
  readonly state: 'open' | 'used' | 'expired' | 'withdrawn'
}

/**
 * POST /api/invitations (coordinator). The browser makes a token (32 random bytes), of which the server is given the SHA-256;
 * the address is `/join#ID.TOKEN.GENESIS` for a member and `/day/#ID.TOKEN.SECRET.GENESIS` for a device, all in base64url but
 * the ids (UUID) and the genesis hash (hexadecimal). What stands behind # is sent to no server with the page; the token is
 * sent when the invitation is used, the device's SECRET (32 bytes, packages/seal enrolmentProof) never.
 * DELETE /api/invitations/:id withdraws.
 */
export type NewInvitation = { readonly id: Id; readonly kind: 'member' | 'device'; readonly role: Role; readonly organisation: Id | null; readonly tokenHash: string; readonly createdAt: Instant }

/** POST /api/invitations/open {id, token}: what it is for, before it is used; 404 when it is used up, past or unknown. */
export type OpenInvitationAnswer = { readonly network: Network; readonly kind: 'member' | 'device'; readonly role: Role; readonly organisation: { readonly id: Id; readonly name: string } | null; readonly emergencyNumbers: readonly EmergencyNumber[] }
/** `token` in base64url; the server compares its SHA-256. */
export type InvitationToken = { readonly id: Id; readonly token: string }

/** POST /api/invitations/accept: makes the login and the member, signs her in, 201 with her session. */
export type AcceptInvitation = InvitationToken & NewMember & { readonly member: Id }

/** PUT /api/keys (a member that has none, or new ones): public keys and bundle files; then she waits to be listed. */
export type NewKeys = { readonly recipient: string | null; readonly verifyKey: string; readonly bundles: readonly BundleFile[] }

/** POST /api/devices: enrols; 201 and a cookie (HttpOnly) that lets the device write. */
export type EnrolDevice = InvitationToken & { readonly device: Id; readonly name: string; readonly verifyKey: string; readonly proof: string }

/**
 * POST /api/members/:id/removal and /api/devices/:id/removal (coordinator), with the signed lines (remove, rotate) and the
 * new grants: sessions end at once, in the same transaction. POST /api/members/:id/role changes organisation or role,
 * with the lines that list it. `lines` is empty for whoever the log does not list (readers, operators, those still waiting).
 */
export type RemovalRequest = LogRequest
export type RoleRequest = LogRequest & { readonly role: Role; readonly organisation: Id | null }

// ── Afterwards: my organisation's incidents ─────────────────────────────────────────────────────────────────────

/** GET /api/own-incidents: of the caller's organisation (device: what it sent itself), newest first, at most 200. */
export type OwnIncidentsAnswer = { readonly incidents: readonly OwnIncident[]; readonly quietMonths: readonly string[] }
export type OwnIncident = {
  readonly ref: string
  /** Its register number, where an authority runs the network; null elsewhere, and for a device. */
  readonly diary: string | null
  readonly reportedOn: CivilDate
  /** Null, like what is suspected, for a device: others sit there too. */
  readonly placeType: string | null
  readonly exploitation: string | null
  /** Answers to the network's own questions; null where none was asked, and for a device. */
  readonly own: NonNullable<Incident['own']> | null
  readonly revision: number
  readonly withdrawn: boolean
  readonly state: 'received' | 'question' | 'answered' | 'handled'
  readonly messages: readonly MessageEntry[]
}

/**
 * Questions, answers and outcomes are codes: nothing that is written freely may stand in clear, and a device cannot open what is
 * sealed. What a reporter wants to tell is an addition to the incident, sealed like the rest.
 */
export type QuestionCode = 'when' | 'where' | 'how-many' | 'signs' | 'police' | 'support' | 'call-us'
export type AnswerCode = 'added' | 'not-known' | 'will-call'
export type OutcomeCode = 'handled' | 'passed-on' | 'not-followed'
export type MessageEntry = {
  readonly id: Id
  readonly kind: 'question' | 'answer' | 'outcome'
  readonly code: QuestionCode | AnswerCode | OutcomeCode
  readonly at: Instant
  /** The question that an answer answers. */
  readonly to: Id | null
}
/** GET /api/incidents/:ref/messages: all that was asked and answered, oldest first (coordinator; others of their own organisation's). */
export type MessagesAnswer = { readonly messages: readonly MessageEntry[] }

/** POST /api/incidents/:ref/messages. */
export type NewMessage = { readonly id: Id; readonly kind: MessageEntry['kind']; readonly code: MessageEntry['code']; readonly to: Id | null }

/** POST /api/quiet-months {month: 'YYYY-MM'}: nothing to report that month. DELETE-like: {month, withdrawn: true}. */
export type QuietMonth = { readonly month: string; readonly withdrawn: boolean }

// ── What waited on a device: GET and POST /api/outbox ───────────────────────────────────────────────────────────

/** The server's own key (packages/seal `packParcel`): it opens what waited, and no reason inside. */
export type OutboxAnswer = { readonly recipient: string }
/** `file`: a NewIncidentRequest in a parcel, base64url; answered as POST /api/incidents answers. */
export type OutboxRequest = {
  readonly id: Id
  readonly file: string
  /** For a text that was sealed before its device was listed: the entry at which it is. */
  readonly position?: number | null
}

/** Every answer that refuses: 401 never; signed-out and forbidden look like unknown (404), but for GET /api/session. */
export type Refusal = { readonly problems: readonly WordedProblem[] }
