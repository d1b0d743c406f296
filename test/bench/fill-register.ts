// Fills a register with an invented network through the register's own functions, one write a few thousand incidents.
import { appendOrganisations, appendRevisions, type Context, foundNetwork, makeReference, REFERENCE_BYTES, type Register, write } from '@lykta/register'
import type { MadeUpNetwork } from './made-up-network.ts'

const incidentsAWrite = 10_000
const createdAt = '2025-01-01T00:00:00.000Z'

/** Returns the network's context and the position after the last write. */
export async function fillRegister(
  register: Register,
  { network, organisations, nextIncident, random }: MadeUpNetwork,
  size: number,
  onProgress: (filled: number) => void,
): Promise<{ readonly context: Context; readonly position: number }> {
  const context: Context = { network: network.id, member: 'import' }
  await foundNetwork(register, 'operator', network, createdAt)
  let { position } = await write(register, context, { action: 'organisation.add', object: 'bench' }, (transaction) =>
    appendOrganisations(transaction, organisations.map((organisation) => ({ organisation, revision: 1 }))))
  for (let filled = 0; filled < size; filled += incidentsAWrite) {
    const revisions = Array.from({ length: Math.min(incidentsAWrite, size - filled) }, (_, index) => ({
      incident: random.uuid(),
      number: 1,
      first: { ref: referenceOf(filled + index), externalRef: `bench-${filled + index}` },
      formVersion: '2026-1',
      answers: nextIncident(),
      withdrawn: false,
      sealed: null,
      createdAt,
    }))
    ;({ position } = await write(register, context, { action: 'import', object: 'bench' }, (transaction) => appendRevisions(transaction, revisions)))
    onProgress(Math.min(size, filled + incidentsAWrite))
  }
  return { context, position }
}

/** Another for each number; REFERENCE_BYTES hold five bits each. */
function referenceOf(number: number): string {
  return makeReference(Uint8Array.from({ length: REFERENCE_BYTES }, (_, place) => Math.floor(number / 32 ** place) % 32))
}
