// One revision into the register exactly once: a request that is repeated, or sent from two tabs, finds what it stored.
import { randomBytes } from 'node:crypto'
import { type Id, type Incident, problem, ProblemError } from '@lykta/incident'
import {
  type Act, appendRevisions, findRevision, isTaken, makeReference, type NewRevision, REFERENCE_BYTES, type SealedText, type StoredRevision, write, type WriteTransaction,
} from '@lykta/register'
import type { ReceiptAnswer } from '../api/types.ts'
import type { Desk } from './desk.ts'
import { isSameRevision } from './is-same-revision.ts'

/** What is to be stored; a new incident when it is the first. */
export type RevisionToStore = {
  readonly incident: Id
  readonly number: number
  readonly formVersion: string
  readonly answers: Incident
  readonly withdrawn: boolean
  readonly sealed: SealedText | 'kept' | null
  /** When the sender made it; null where the server's own time stands, and says nothing of what was sent. */
  readonly createdAt: string | null
}

export type Receipt = ReceiptAnswer & {
  /** False when it was there already. */
  readonly stored: boolean
}

/** Ends a write that has nothing to write: without it there would be an audit line of nothing. */
class AlreadyStored extends Error {
  readonly revision: StoredRevision
  constructor(revision: StoredRevision) {
    super('already stored')
    this.revision = revision
  }
}

const meanwhile = 'register.changed-meanwhile'

/** A chance meeting of references, or of two writes, is no reason to refuse; a name that is taken three times in a row is something else. */
const attempts = 3

/**
 * Stores what `prepare` gives, inside the write. `taken`: the problem when another revision stands under that number,
 * or the number does not follow.
 */
export async function storeRevision(
  desk: Desk, act: Act, taken: string, prepare: (transaction: WriteTransaction) => Promise<RevisionToStore>,
): Promise<Receipt> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { value } = await write(desk.register, desk.context, act, async (transaction) => {
        const revision = await prepare(transaction)
        const there = await findRevision(transaction, revision.incident, revision.number)
        if (there) {
          if (!(await isSameRevision(transaction, act, there, { ...revision, author: transaction.member }))) throw new ProblemError([problem(taken)])
          throw new AlreadyStored(there)
        }
        const before = revision.number > 1 ? await findRevision(transaction, revision.incident) : undefined
        // Each statement sees what has been committed by then: another write may have come between the two.
        if (before && before.number >= revision.number) throw new ProblemError([problem(meanwhile)])
        if (revision.number > 1 && before?.number !== revision.number - 1) throw new ProblemError([problem(taken)])
        const ref = before?.ref ?? makeReference(randomBytes(REFERENCE_BYTES))
        await appendRevisions(transaction, [newRevision(revision, ref)])
        return { ref, revision: revision.number, stored: true }
      })
      return value
    } catch (error) {
      if (error instanceof AlreadyStored) return { ref: error.revision.ref, revision: error.revision.number, stored: false }
      if (!(error instanceof ProblemError) || error.problems[0]?.code !== meanwhile) throw error
      if (attempt < attempts) continue
      // By now it is no chance: an id of what was sent, the text's own for instance, belongs to something else.
      if (isTaken(error)) throw new ProblemError([problem(taken)], { cause: error })
      throw error
    }
  }
}

function newRevision({ number, createdAt, ...revision }: RevisionToStore, ref: string): NewRevision {
  return { ...revision, number, createdAt: createdAt ?? new Date().toISOString(), first: number === 1 ? { ref, externalRef: null } : null }
}
