// Members, invitations and devices.
import type { Id, Network } from '@lykta/incident'
import type { NewMember } from './founding-types.ts'
import type { BundleFile, LogRequest } from './key-types.ts'
import type { Role } from './member-types.ts'
import type { EmergencyNumber } from './session-types.ts'
import type { Instant } from './types.ts'

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
