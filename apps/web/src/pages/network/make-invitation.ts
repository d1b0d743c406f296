// An invitation, made here: what the server must know of it, and the link, of which it learns nothing before it is used.
import type { Id } from '@lykta/incident'
import type { NewInvitation, Role } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { base64urlOf } from '../../keys/base64url.ts'
import { keys } from '../../keys/keys.ts'

export type InvitationFor = { readonly kind: 'member' | 'device'; readonly role: Role; readonly organisation: Id | null }

/** `/join#ID.TOKEN.GENESIS` or `/day/#ID.TOKEN.SECRET.GENESIS`. A device's secret is made of the coordinator's open keys. */
export async function makeInvitation({ kind, role, organisation }: InvitationFor): Promise<{ readonly id: Id; readonly link: string }> {
  const { log, findings } = await keys.refreshLog()
  if (!log) throw new Error(`makeInvitation: ${findings[0]?.code ?? 'no log'}`)
  const id = crypto.randomUUID()
  const token = crypto.getRandomValues(new Uint8Array(32))
  const tokenHash = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', token)))
  const secret = kind === 'device' && organisation !== null ? await keys.deviceSecret({ invitation: id, organisation }) : undefined
  const body: NewInvitation = { id, kind, role, organisation, tokenHash, createdAt: new Date().toISOString() }
  await ask('invitations', { method: 'POST', body })
  const parts = [id, base64urlOf(token), ...(secret === undefined ? [] : [secret]), log.genesis]
  return { id, link: `${location.origin}${kind === 'device' ? '/day/' : '/join'}#${parts.join('.')}` }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
