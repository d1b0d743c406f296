// The membership log as this browser has verified it, from the line that its code pinned: only what is new is fetched.
import type { LogFinding, Membership } from '@lykta/seal'
import type { LogAnswer } from '../../../../server/src/api/member-types.ts'
import { ask, FailureError } from '../../api/ask.ts'
import { work } from '../sealing.ts'
import { findOwn, keepOwn } from './store.ts'

export type Log = { readonly membership: Membership } | { readonly findings: readonly LogFinding[] } | { readonly unreachable: true }

/** Without a connection: as it was verified last. With any finding nothing is believed, and what was kept stays. */
export async function readMembership({ network, genesis }: { readonly network: string; readonly genesis: string }): Promise<Log> {
  const kept = await findOwn('log')
  const known = kept?.genesis === genesis ? kept.membership : null
  const length = known?.hashes.length ?? 0
  const answer = await ask<LogAnswer>(`log?after=${length}`).catch((error: unknown) => {
    if (error instanceof FailureError) return undefined
    throw error
  })
  if (!answer) return known ? { membership: known } : { unreachable: true }
  if (answer.length < length) return { findings: [{ code: 'membership.shortened', seq: answer.length }] }
  const read = await work('readLog', answer.lines, { network, genesis, known })
  if ('membership' in read && answer.lines.length > 0) await keepOwn('log', { genesis, membership: read.membership })
  return read
}
