// Fills a register with an invented network through the register's own functions, one write a few thousand incidents.
import { appendOrganisations, appendRevisions, type Context, foundNetwork, makeReference, MUCH, type NewRevision, REFERENCE_BYTES, refreshPlanning, type Register, write } from '@lykta/register'
import type { MadeUpNetwork } from './made-up-network.ts'

const incidentsAWrite = 10_000
const createdAt = '2025-01-01T00:00:00.000Z'

/** Returns the network's context and the position after the last write. */
export async function fillRegister(
  register: Register,
  made: MadeUpNetwork,
  size: number,
  onProgress: (filled: number) => void,
  makeSealed: () => NewRevision['sealed'] = () => null,
): Promise<{ readonly context: Context; readonly position: number }> {
  const { network, organisations } = made
  const context: Context = { network: network.id, member: 'import' }
  await foundNetwork(register, 'operator', network, createdAt)
  await write(register, context, { action: 'organisation.add', object: 'bench' }, (transaction) =>
    appendOrganisations(transaction, organisations.map((organisation) => ({ organisation, revision: 1 }))))
  const starts = Array.from({ length: Math.ceil(size / incidentsAWrite) }, (_, index) => index * incidentsAWrite)
  let filled = 0
  let position = 0
  const fill = async (): Promise<void> => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const first = start
      const revisions = Array.from({ length: Math.min(incidentsAWrite, size - first) }, (_, index) => newRevision(made, first + index, makeSealed()))
      const written = await write(register, context, { action: 'import', object: 'bench' }, (transaction) => appendRevisions(transaction, revisions))
      position = Math.max(position, written.position)
      onProgress((filled += revisions.length))
    }
  }
  // While PostgreSQL works on one, the next is made ready.
  await Promise.all([fill(), fill()])
  // As an import does.
  if (size >= MUCH) await refreshPlanning(register)
  return { context, position }
}

function newRevision({ random, nextIncident }: MadeUpNetwork, number: number, sealed: NewRevision['sealed']): NewRevision {
  return {
    incident: random.uuid(),
    number: 1,
    first: { ref: referenceOf(number), externalRef: `bench-${number}` },
    formVersion: '2026-1',
    answers: nextIncident(),
    withdrawn: false,
    sealed,
    createdAt,
  }
}

/** Another for each number; REFERENCE_BYTES hold five bits each. */
function referenceOf(number: number): string {
  return makeReference(Uint8Array.from({ length: REFERENCE_BYTES }, (_, place) => Math.floor(number / 32 ** place) % 32))
}
