// Approved editions as their readers see them: what row-level security lets the caller read, byte for byte as it was approved.
import type { Id } from '@lykta/incident'
import { findEditionFile, inNetwork, readEditionFiles, readLedger, readRegisterTime, type StoredLedgerEntry } from '@lykta/register'
import type { PublishedAnswer, PublishedEdition } from '../api/edition-types.ts'
import { filesOf } from '../http/edition-files.ts'
import type { Desk } from './desk.ts'
import type { EditionContent } from './ledger.ts'

/** The newest release first. */
export async function listPublished(desk: Desk): Promise<readonly PublishedEdition[]> {
  const { entries, now } = await inNetwork(desk.register, desk.context, async (transaction) => ({ entries: await readLedger(transaction), now: await readRegisterTime(transaction) }))
  const editions = entries.filter(({ kind }) => kind === 'edition').toSorted((a, b) => (releaseOf(a) < releaseOf(b) ? -1 : releaseOf(a) > releaseOf(b) ? 1 : a.position - b.position))
  return editions.map((entry): PublishedEdition => {
    const { id, audience, createdAt, releaseAt } = entry
    const { year, revises = null, changed = null } = entry.content as EditionContent
    const same = editions.filter((other) => other.audience === audience && (other.content as EditionContent).year === year)
    return {
      id, year, audience, number: same.indexOf(entry) + 1, approvedAt: createdAt, releaseAt, released: releaseOf(entry) <= now, replaces: revises,
      replacedBy: same.findLast(({ content }) => (content as EditionContent).revises === id)?.id ?? null, changed,
    }
  }).toReversed()
}

const releaseOf = ({ releaseAt, createdAt }: StoredLedgerEntry): string => releaseAt ?? createdAt

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
