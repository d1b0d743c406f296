// The rows that one revision becomes: the answers as they are hashed, and their projection.
import { canonicalText, type Incident } from '@lykta/incident'
import type { Insertable } from 'kysely'
import { sha256 } from '../hash.ts'
import type { Stored, Tables } from '../tables.ts'
import type { WriteTransaction } from '../transaction.ts'
import type { NewRevision } from './append-revisions.ts'
import { projectIncident } from './project-incident.ts'

export type Kept = Pick<Stored<'revision'>, 'sealed_id' | 'sealed_hash'>

export type RevisionRows = {
  readonly revision: Insertable<Tables['revision']>
  readonly facts: Insertable<Tables['new_fact']>
}

/** `kept`: what the revision names before it, for one that keeps the text. */
export function rowsOf({ network, member }: Pick<WriteTransaction, 'network' | 'member'>, revision: NewRevision, kept?: Kept): RevisionRows {
  const { incident, number, first, withdrawn, sealed } = revision
  if ((first === null) !== number > 1) throw new Error('appendRevisions: the first revision, and it alone, names the incident')
  const answers = canonicalText(revision.answers)
  const names = { network_id: network, incident_id: incident }
  // What is counted comes from what is hashed, normalised text included.
  const facts = projectIncident(JSON.parse(answers) as Incident)
  return {
    revision: {
      ...names,
      number,
      form_version: revision.formVersion,
      answers,
      coded_hash: sha256(answers),
      withdrawn,
      author: member,
      ...sealedColumns(sealed, kept),
      created_at: revision.createdAt,
    },
    facts: { ...names, revision: number, withdrawn, ...facts },
  }
}

function sealedColumns(sealed: NewRevision['sealed'], kept: Kept | undefined): Kept {
  if (sealed === 'kept') return { sealed_id: kept?.sealed_id ?? null, sealed_hash: kept?.sealed_hash ?? null }
  return sealed ? { sealed_id: sealed.sealedId, sealed_hash: sha256(sealed.body) } : { sealed_id: null, sealed_hash: null }
}
