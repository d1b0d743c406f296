// What stood behind # in the address: a device's invitation, or the incident to add to. Read once, and gone from the address.
import type { Id } from '@lykta/incident'

export type DeviceInvitation = {
  readonly id: Id
  readonly token: string
  /** Known to the coordinator and to this page alone; proves whose key it is, and is sent nowhere. */
  readonly secret: string
  /** Hash of the membership log's first line, hexadecimal. */
  readonly genesis: string
}

export type Arrival =
  | { readonly invitation: DeviceInvitation }
  | { readonly change: string }
  /** The tab that opened this one says what was told at a meeting. */
  | { readonly told: true }
  | { readonly invitation: null }
  /** Part of a code, cut off on its way. */
  | { readonly broken: true }

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const invitationPattern = new RegExp(`^#(?<id>${uuid})\\.(?<token>[\\w-]{43})\\.(?<secret>[\\w-]{43})\\.(?<genesis>[0-9a-f]{64})$`)

export function readArrival(hash: string): Arrival {
  const code = invitationPattern.exec(hash)?.groups
  if (code) return { invitation: { id: code['id']!, token: code['token']!, secret: code['secret']!, genesis: code['genesis']! } }
  const change = /^#change\.(?<ref>[0-9A-Z]{8})$/.exec(hash)?.groups?.['ref']
  if (change !== undefined) return { change }
  if (hash === '#told') return { told: true }
  return hash.length > 1 && hash.includes('.') ? { broken: true } : { invitation: null }
}

/** Takes it out of the address, and of the place in the history, before anything else is done. */
export function takeArrival(): Arrival {
  const { hash, pathname } = location
  if (hash !== '') history.replaceState(null, '', pathname)
  return readArrival(hash)
}
