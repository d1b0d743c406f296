// One new incident as a write of its own, in one message: what the server does with every one that it receives.
import type { Register } from '../register.ts'
import { type Act, type Context, writeAtOnce, type Written } from '../transaction.ts'
import type { NewRevision, SealedText } from './append-revisions.ts'
import { rowsOf } from './revision-rows.ts'

export type NewIncident = Omit<NewRevision, 'number' | 'withdrawn' | 'first' | 'sealed'> & {
  readonly ref: string
  readonly sealed: SealedText | null
}

/**
 * As `write` with `appendRevisions` would. `basis`: the network's (`getNetwork`) when what the incident was taken in by was read;
 * refuses with `register.changed-meanwhile` when it is another by now, and when an id or the reference is taken.
 */
export async function receiveIncident(register: Register, context: Context, act: Act, { ref, ...incident }: NewIncident, basis: number): Promise<Written<void>> {
  const { sealed } = incident
  const { revision, facts } = rowsOf(context, { ...incident, number: 1, withdrawn: false, first: { ref, externalRef: null } })
  return writeAtOnce(register, context, act, 'receive_incident', [
    basis, JSON.stringify(facts), ref, revision.form_version, revision.answers, revision.coded_hash, revision.created_at,
    revision.sealed_id, revision.sealed_hash, sealed?.epoch ?? null, sealed?.position ?? null, bytes(sealed?.body), bytes(sealed?.key),
  ])
}

/** They travel as they are. */
function bytes(file: Uint8Array | undefined): Buffer | null {
  return file ? Buffer.from(file.buffer, file.byteOffset, file.byteLength) : null
}
