// What the pages of members, sign-in and keys ask of the server, each under its key.
import { queryOptions } from '@tanstack/react-query'
import type {
  KeysAnswer, LogAnswer, MembersAnswer, OwnIncidentsAnswer, SealedTextAnswer, ServerMadeKeys, SessionAnswer, SettingsAnswer,
} from '../../../server/src/api/member-types.ts'
import { ask } from './ask.ts'

/** How often a page that waits for somebody else looks again. */
export const waitMilliseconds = 4_000

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask<SessionAnswer>('session', { signal }),
})

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => ask<MembersAnswer>('members', { signal }),
})

/** All lines, from the first: every client verifies them for itself. */
export const logQuery = queryOptions({
  queryKey: ['log'],
  queryFn: ({ signal }) => ask<LogAnswer>('log?after=0', { signal }),
})

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => ask<KeysAnswer>('keys', { signal }),
})

/** Of what `lykta init` made, while texts are left under it. */
export const serverMadeQuery = queryOptions({
  queryKey: ['keys', 'server-made'],
  queryFn: ({ signal }) => ask<ServerMadeKeys>('keys/server-made', { signal }),
})

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => ask<SettingsAnswer>('settings', { signal }),
})

export const ownIncidentsQuery = queryOptions({
  queryKey: ['own-incidents'],
  queryFn: ({ signal }) => ask<OwnIncidentsAnswer>('own-incidents', { signal }),
})

/** Each asking is noted in the register's audit: never asked for before somebody wants to read. */
export async function fetchSealedText(ref: string): Promise<SealedTextAnswer> {
  return await ask<SealedTextAnswer>(`incidents/${encodeURIComponent(ref)}/text`)
}
