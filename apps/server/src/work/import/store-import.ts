// A planned import into the register, in one transaction: all of it with one line of the audit, or nothing.
import { randomBytes } from 'node:crypto'
import { type Id, problem, ProblemError } from '@lykta/incident'
import { appendOrganisations, appendOwnIndicators, appendRevisions, getNetwork, MUCH, newReferences, refreshPlanning, write } from '@lykta/register'
import { importAuthor, type SealedText } from '@lykta/seal'
import { numberNow } from '../authority/diary.ts'
import type { Desk } from '../desk.ts'
import type { PlannedImport } from './plan-import.ts'
import type { PlannedRow } from './plan-rows.ts'

export type SealedReason = SealedText & { readonly sealedId: Id; readonly epoch: number }

export type ImportToStore = {
  /** By row; none for rows without a reason. */
  readonly sealed: ReadonlyMap<PlannedRow, SealedReason>
  readonly createdAt: string
  /** Who did it, for the audit: its author is the import itself, so that the next one knows what came from a file. Absent at the command line. */
  readonly by?: string | undefined
}

/** Refuses (`register.changed-meanwhile`) when the register is no longer as it was planned for. Returns after it is durable. */
export async function storeImport(desk: Desk, planned: PlannedImport, { sealed, createdAt, by }: ImportToStore): Promise<void> {
  const { basis, rows, added } = planned
  const act = { action: 'import', object: `position:${basis.position}${by === undefined ? '' : `/member:${by}`}` }
  await write(desk.register, { ...desk.context, member: importAuthor }, act, async (transaction) => {
    const { position } = await getNetwork(transaction)
    // What was compared must still stand, or a change by somebody else would be overwritten unseen.
    if (position !== basis.position) throw new ProblemError([problem('register.changed-meanwhile')])
    await appendOrganisations(transaction, planned.organisations)
    await appendOwnIndicators(transaction, planned.ownIndicators)
    const references = await newReferences(transaction, added, (length) => randomBytes(length))
    let next = 0
    await appendRevisions(transaction, rows.map((row) => ({
      incident: row.id,
      number: revisionOf(row),
      first: row.current ? null : { ref: references[next++]!, externalRef: row.externalRef },
      formVersion: row.formVersion,
      answers: row.answers,
      withdrawn: row.current?.withdrawn ?? false,
      sealed: sealed.get(row) ?? (row.current && row.previous !== null ? 'kept' : null),
      createdAt,
    })))
  })
  if (rows.length >= MUCH) await refreshPlanning(desk.register)
  await numberNow(desk)
}

export function revisionOf({ current }: PlannedRow): number {
  return (current?.revision ?? 0) + 1
}
