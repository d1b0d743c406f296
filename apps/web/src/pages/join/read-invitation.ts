// What stands behind # in an invitation's address: its id, its token, and the hash of the log's first line.
import type { Id } from '@lykta/incident'

export type Invitation = { readonly id: Id; readonly token: string; readonly genesis: string }

const pattern = /^#(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?<token>[\w-]{43})\.(?<genesis>[0-9a-f]{64})$/

/** Undefined for what is none: cut off by a mail program, or mistyped. */
export function readInvitation(hash: string): Invitation | undefined {
  const { id, token, genesis } = pattern.exec(hash)?.groups ?? {}
  return id === undefined || token === undefined || genesis === undefined ? undefined : { id, token, genesis }
}
