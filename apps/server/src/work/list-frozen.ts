// The frozen drafts that nobody was asked about, for the command line: what can be thrown away.
import type { Id } from '@lykta/incident'
import { type EditionAudience, inNetwork, readDrafts } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from './desk.ts'

export type FrozenDraft = { readonly id: Id; readonly year: number; readonly audience: EditionAudience; readonly madeOn: string }

/** Newest first. */
export async function listFrozen({ register, context, network }: Desk): Promise<readonly FrozenDraft[]> {
  const drafts = await inNetwork(register, context, readDrafts)
  return drafts.filter(({ steps }) => steps.length === 0).map(({ id, year, audience, createdAt }) =>
    ({ id, year, audience, madeOn: Temporal.Instant.from(createdAt).toZonedDateTimeISO(network.timeZone).toPlainDate().toString() }))
}
