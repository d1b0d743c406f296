// A new incident into the register exactly once: written at once, looked at only when it met something, and then written like all else.
import { randomBytes } from 'node:crypto'
import { problem, ProblemError } from '@lykta/incident'
import { type Act, findRevision, inNetwork, makeReference, type NewIncident, receiveIncident, REFERENCE_BYTES } from '@lykta/register'
import type { Desk } from './desk.ts'
import { type EntryBasis, getEntryBasis, readEntryBasis } from './entry-basis.ts'
import { isSameRevision } from './is-same-revision.ts'
import { type Receipt, storeRevision } from './store-revision.ts'

/** It may meet itself, sent again; a change of what it is taken in by; and its reference, by chance. */
const attempts = 2

/**
 * Stores what `prepare` makes of the basis; refuses with `incident.id-taken` when its id, or its text's, stands for something else.
 * Whoever changes what it is taken in by over and over (keys that a member sends, for instance) keeps nobody's report out: then it is
 * read and written in one transaction, which no such change refuses.
 */
export async function storeIncident(desk: Desk, act: Act, prepare: (basis: EntryBasis) => Omit<NewIncident, 'ref'>): Promise<Receipt> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { basis, incident } = await prepareBy(desk, attempt > 1, prepare)
    const stored = attempt > 1 ? await findStored(desk, act, incident) : undefined
    if (stored) return stored
    const ref = makeReference(randomBytes(REFERENCE_BYTES))
    try {
      await receiveIncident(desk.register, desk.context, act, { ...incident, ref }, basis)
      return { ref, revision: 1, stored: true }
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problems[0]?.code !== 'register.changed-meanwhile') throw error
    }
  }
  return storeRevision(desk, act, 'incident.id-taken', async (transaction) =>
    ({ ...prepare(await readEntryBasis(desk.register, transaction)), number: 1, withdrawn: false }))
}

type Prepared = { readonly basis: number; readonly incident: Omit<NewIncident, 'ref'> }

/** What is refused by what was kept in memory is looked at once more: it may name what is there only now. */
async function prepareBy(desk: Desk, anew: boolean, prepare: (basis: EntryBasis) => Prepared['incident']): Promise<Prepared> {
  const entry = await getEntryBasis(desk, anew)
  try {
    return { basis: entry.basis, incident: prepare(entry) }
  } catch (error) {
    if (anew || !(error instanceof ProblemError)) throw error
    return prepareBy(desk, true, prepare)
  }
}

async function findStored(desk: Desk, act: Act, incident: Omit<NewIncident, 'ref'>): Promise<Receipt | undefined> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const there = await findRevision(transaction, incident.incident, 1)
    if (!there) return undefined
    const same = await isSameRevision(transaction, act, there, { ...incident, number: 1, withdrawn: false, author: desk.context.member })
    if (!same) throw new ProblemError([problem('incident.id-taken')])
    return { ref: there.ref, revision: there.number, stored: false }
  })
}
