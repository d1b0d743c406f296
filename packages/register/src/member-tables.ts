// The tables of members, their keys, devices and invitations as the query builder knows them (tables.ts has the others).
import type { Id } from '@lykta/incident'
import type { MemberRole, Role } from './role.ts'
import type { Instant, Positions, Stamp } from './tables.ts'

export type MemberRow = Positions & {
  readonly network_id: Id
  readonly member_id: Id
  readonly revision: number
  readonly role: MemberRole
  readonly organisation_id: Id | null
  readonly login: string | null
  readonly active: boolean
  readonly created_at: Instant
}

export type MemberKeyRow = Positions & {
  readonly network_id: Id
  readonly member_id: Id
  readonly revision: number
  readonly recipient: string | null
  readonly verify_key: string
  readonly created_at: Instant
}

export type MemberBundleRow = {
  readonly network_id: Id
  readonly member_id: Id
  readonly bundle_id: Id
  readonly way: 'passphrase' | 'passkey' | 'sheet'
  readonly credential: string | null
  readonly file: Buffer
  readonly created_at: Instant
}

export type MembershipLineRow = {
  readonly network_id: Id
  readonly seq: number
  readonly line: string
  readonly from_position: Stamp
}

export type DeviceRow = Positions & {
  readonly network_id: Id
  readonly device_id: Id
  readonly revision: number
  readonly organisation_id: Id
  readonly name: string
  readonly token_hash: Buffer
  readonly verify_key: string
  readonly proof: string
  readonly invitation_id: Id
  readonly active: boolean
  readonly created_at: Instant
}

export type InvitationRow = {
  readonly network_id: Id
  readonly invitation_id: Id
  readonly kind: 'member' | 'device'
  readonly role: Role
  readonly organisation_id: Id | null
  readonly token_hash: Buffer
  readonly created_at: Instant
  readonly expires_at: Instant
  readonly from_position: Stamp
}

export type InvitationEndRow = {
  readonly network_id: Id
  readonly invitation_id: Id
  readonly how: 'used' | 'withdrawn'
  readonly created_at: Instant
  readonly from_position: Stamp
}
