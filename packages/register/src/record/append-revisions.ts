// Appends revisions of incidents: the answers as they are hashed, their projection, and the sealed reason.
import { setImmediate } from 'node:timers/promises'
import type { Id, Incident } from '@lykta/incident'
import type { Instant } from '../tables.ts'
import type { WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { type Kept, type RevisionRows, rowsOf } from './revision-rows.ts'

/** Free text as two age files: the text to an identity of its own (`body`), and that identity to the epoch (`key`). */
export type SealedText = {
  readonly sealedId: Id
  readonly body: Uint8Array
  readonly key: Uint8Array
  readonly epoch: number
  /** The entry of the membership log that its author had verified; none for what is imported. */
  readonly position?: number | null | undefined
}

export type NewRevision = {
  readonly incident: Id
  /** 1 for a new incident, else one more than the one that stands; another write in between is refused. */
  readonly number: number
  /** The names of a new incident; null for a later revision. */
  readonly first: { readonly ref: string; readonly externalRef: string | null } | null
  readonly formVersion: string
  readonly answers: Incident
  readonly withdrawn: boolean
  /** 'kept': the text that the revision before it names still belongs to it; null: there is none. */
  readonly sealed: SealedText | 'kept' | null
  readonly createdAt: Instant
}

/** A portion is written while the next is got ready. */
const PORTION = 500
/** Revisions after which what the database has answered is heard. */
const BREATH = 25

/** All in few messages; a write may call it several times. */
export async function appendRevisions(transaction: WriteTransaction, revisions: readonly NewRevision[]): Promise<void> {
  const kept = await readKept(transaction, revisions)
  let ready = await prepare(transaction, revisions.slice(0, PORTION), kept)
  for (let next = PORTION; ready.length > 0; next += PORTION) {
    // Both to their end: a message that is still to be sent must not follow the rollback for what the other ran into.
    const [written, prepared] = await Promise.allSettled([
      insertAll(transaction, ready),
      prepare(transaction, revisions.slice(next, next + PORTION), kept),
    ])
    if (written.status === 'rejected') throw written.reason
    if (prepared.status === 'rejected') throw prepared.reason
    ready = prepared.value
  }
}

type Ready = { readonly revision: NewRevision; readonly rows: RevisionRows }

async function prepare(transaction: WriteTransaction, revisions: readonly NewRevision[], kept: ReadonlyMap<Id, Kept>): Promise<readonly Ready[]> {
  const ready: Ready[] = []
  for (const revision of revisions) {
    ready.push({ revision, rows: rowsOf(transaction, revision, kept.get(revision.incident)) })
    if (ready.length % BREATH === 0) await setImmediate()
  }
  return ready
}

async function insertAll(transaction: WriteTransaction, ready: readonly Ready[]): Promise<void> {
  const network_id = transaction.network
  const incidents = ready.flatMap(({ revision: { incident, first, answers } }) => (first
    ? [{ network_id, incident_id: incident, ref: first.ref, external_ref: first.externalRef, organisation_id: answers.reportedBy, entered_by: transaction.member }]
    : []))
  const sealed = ready.flatMap(({ revision: { incident, number, sealed } }) =>
    sealed && sealed !== 'kept' ? [{ network_id, incident_id: incident, revision: number, sealed }] : [])

  // All sent at once. Of those that fail, the first says why: the others only that the transaction is over.
  const answers = await Promise.allSettled([
    insertRows(transaction, 'incident', incidents),
    insertRows(transaction, 'revision', ready.map(({ rows }) => rows.revision)),
    // Without a position; append_audit gives them one and puts them beside the others.
    insertRows(transaction, 'new_fact', ready.map(({ rows }) => rows.facts)),
    insertRows(transaction, 'sealed_body', sealed.map(({ sealed: { sealedId, body, epoch, position }, ...of }) =>
      ({ ...of, sealed_id: sealedId, epoch, body: Buffer.from(body), log_position: position ?? null }))),
    insertRows(transaction, 'sealed_key', sealed.map(({ sealed: { sealedId, key, epoch } }) =>
      ({ network_id, sealed_id: sealedId, epoch, key: Buffer.from(key) }))),
  ])
  const failed = answers.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

/** What the standing revisions name, by incident, for those that keep it. */
async function readKept({ db, network }: WriteTransaction, revisions: readonly NewRevision[]): Promise<ReadonlyMap<Id, Kept>> {
  const ids = revisions.filter(({ sealed }) => sealed === 'kept').map(({ incident }) => incident)
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('revision').select(['incident_id', 'sealed_id', 'sealed_hash'])
    .where('network_id', '=', network).where((eb) => eb('incident_id', '=', eb.fn.any(eb.val(ids))))
    .where('from_position', 'is not', null).where('until_position', 'is', null).execute()
  return new Map(rows.map((row) => [row.incident_id, row]))
}
