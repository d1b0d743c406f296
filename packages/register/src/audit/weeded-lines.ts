// Lines of the audit that a weeding has emptied: whether what is left of them is what was left then.
import type { Id } from '@lykta/incident'
import { sha256 } from '../hash.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'

/** Weedings whose lines are no longer those that they emptied, and ones that lines name and nobody logged. */
export async function findChangedSinceWeeding(transaction: ReadTransaction): Promise<ReadonlySet<Id>> {
  const { db, network } = transaction
  const logged = await db.selectFrom('weeding').select(['weeding_id', 'digest']).where('network_id', '=', network).where('from_position', 'is not', null).where('digest', 'is not', null).execute()
  const parts = new Map<Id, string[]>()
  const query = db.selectFrom('audit').selectAll().where('network_id', '=', network).where('weeding_id', 'is not', null).orderBy('position').compile()
  for await (const batch of readBatches<Stored<'audit'>>(transaction, query)) {
    for (const line of batch) {
      const known = parts.get(line.weeding_id!) ?? []
      if (known.length === 0) parts.set(line.weeding_id!, known)
      known.push(isEmptied(line) ? partOf(line) : '')
    }
  }
  const digests = new Map(logged.map(({ weeding_id: id, digest }) => [id, digest!]))
  const changed = [...parts].filter(([id, lines]) => !digests.get(id)?.equals(sha256(lines.join('\n')))).map(([id]) => id)
  return new Set(changed)
}

/** As lykta.weeded_digest writes it. */
function partOf({ position, at, stamped, content_hash: content, prev_hash: before, hash }: Stored<'audit'>): string {
  return [position, at, stamped, ...[content, before, hash].map((one) => one.toString('hex'))].join('|')
}

function isEmptied({ actor, action, object }: Stored<'audit'>): boolean {
  return [actor, action, object].every((one) => one === 'weeded')
}
