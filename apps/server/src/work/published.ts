// Approved editions as their readers see them: what row-level security lets the caller read, byte for byte as it was approved.
import type { Id } from '@lykta/incident'
import { findEditionFile, inNetwork, readEditionFiles, readLedger, readRegisterTime } from '@lykta/register'
import type { PublishedAnswer, PublishedEdition } from '../api/edition-types.ts'
import { filesOf } from '../http/edition-files.ts'
import { byRelease, isReleased, numberOf } from './by-release.ts'
import type { Desk } from './desk.ts'
import type { EditionContent } from './ledger.ts'

/** The newest release first. */
export async function listPublished(desk: Desk): Promise<readonly PublishedEdition[]> {
  const { entries, now } = await inNetwork(desk.register, desk.context, async (transaction) => ({ entries: await readLedger(transaction), now: await readRegisterTime(transaction) }))
  const editions = byRelease(entries)
  return editions.map((entry): PublishedEdition => {
    const { id, audience, createdAt, releaseAt } = entry
    const { year, revises = null, changed = null } = entry.content as EditionContent
    const same = editions.filter((other) => other.audience === audience && (other.content as EditionContent).year === year)
    return {
      id, year, audience, number: numberOf(entry, editions), approvedAt: createdAt, releaseAt, released: isReleased(entry, now), replaces: revises,
      replacedBy: same.findLast(({ content }) => (content as EditionContent).revises === id)?.id ?? null, changed,
    }
  }).toReversed()
}

/** Undefined for one that is not there, and for whoever it is not for. */
export async function findPublished(desk: Desk, id: Id): Promise<PublishedAnswer | undefined> {
  const edition = (await listPublished(desk)).find((one) => one.id === id)
  if (!edition) return undefined
  return { edition, files: filesOf(`/published/${id}`, await inNetwork(desk.register, desk.context, (transaction) => readEditionFiles(transaction, id, 'final'))) }
}

/** A final file of what is in the ledger, as row-level security has it: of a draft even the coordinator gets the marked ones alone. */
export async function findPublishedFile(desk: Desk, id: Id, path: string): Promise<Buffer | undefined> {
  return inNetwork(desk.register, desk.context, async (transaction) =>
    (await readLedger(transaction)).some((entry) => entry.id === id) ? findEditionFile(transaction, id, 'final', path) : undefined)
}
