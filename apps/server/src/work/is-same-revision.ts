// Whether what is sent is what a revision holds already: then it is the same request once more, and no other.
import { createHash } from 'node:crypto'
import { canonicalText } from '@lykta/incident'
import { type Act, findRevision, readActions, type ReadTransaction, type StoredRevision } from '@lykta/register'
import type { RevisionToStore } from './store-revision.ts'

/** The act is compared too: the reason stands in it. */
export async function isSameRevision(transaction: ReadTransaction, act: Act, there: StoredRevision, sent: RevisionToStore & { readonly author: string }): Promise<boolean> {
  return (
    there.author === sent.author && there.formVersion === sent.formVersion && there.withdrawn === sent.withdrawn &&
    there.answers === canonicalText(sent.answers) && (sent.createdAt === null || there.createdAt === sent.createdAt) &&
    (await hasText(transaction, there, sent)) && (await readActions(transaction, [there.from])).get(there.from) === act.action
  )
}

async function hasText(transaction: ReadTransaction, { sealedId, sealedHash }: StoredRevision, { incident, number, sealed }: RevisionToStore): Promise<boolean> {
  if (sealed === null) return sealedId === null
  if (sealed === 'kept') return sealedId === ((await findRevision(transaction, incident, number - 1))?.sealedId ?? null)
  return sealedId === sealed.sealedId && sealedHash === createHash('sha256').update(sealed.body).digest('hex')
}
