// A case by its reference, when the caller may see it; and an incident that it may take in.
import type { Id } from '@lykta/incident'
import { findCaseId, findReference, type ReadTransaction } from '@lykta/register'

/** Undefined alike for one that is not there, and one that row-level security keeps from the caller. */
export async function findCase(transaction: ReadTransaction, text: string): Promise<Id | undefined> {
  const ref = findReference(text)
  return ref === undefined ? undefined : findCaseId(transaction, ref)
}
