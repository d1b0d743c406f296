// Opens a case for incidents that belong to none: the coordinator's act, stored once however often it arrives.
import { randomBytes, randomUUID } from 'node:crypto'
import { type CaseAct, foldCase, type Id, problem, ProblemError } from '@lykta/incident'
import { appendCase, appendCaseEvents, findIncident, findReference, holdIncidents, inNetwork, makeReference, readCases, readCasesOfIncidents, type ReadTransaction, REFERENCE_BYTES, write } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { NewCaseRequest } from '../../api/case-types.ts'
import type { Desk } from '../desk.ts'

export type OpenedCase = { readonly ref: string; readonly stored: boolean }

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

/** Undefined when one of the incidents is not there, or the caller opens no cases. */
export async function openCase(desk: Desk, caller: CallerOf, { id, incidents: refs }: NewCaseRequest): Promise<OpenedCase | undefined> {
  if (caller.role !== 'coordinator') return undefined
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const [there] = await readCases(transaction, [id])
    return { there, incidents: await findIncidents(transaction, refs) }
  })
  if (!found.incidents) return undefined
  const { there, incidents } = found
  if (there) {
    const same = foldCase(there.events.filter(({ seq }) => seq <= incidents.length + 1)).incidents
    return same.length === incidents.length && same.every((one) => incidents.includes(one)) ? { ref: there.ref, stored: false } : refuse('incident.id-taken')
  }
  const at = new Date().toISOString()
  const { value } = await write(desk.register, desk.context, { action: 'case.open', object: `case:${id}` }, async (transaction) => {
    await holdIncidents(transaction, incidents)
    if ((await readCasesOfIncidents(transaction, incidents)).size > 0) return refuse('case.incident-taken')
    const ref = makeReference(randomBytes(REFERENCE_BYTES))
    await appendCase(transaction, { id, ref, at })
    const acts: readonly CaseAct[] = [{ kind: 'open' }, ...incidents.map((incident) => ({ kind: 'join', incident }) as const)]
    await appendCaseEvents(transaction, id, acts.map((act) => ({ id: randomUUID(), act, at })))
    return ref
  })
  return { ref: value, stored: true }
}

/** Each once, in the order given; undefined when one is missing. */
async function findIncidents(transaction: ReadTransaction, refs: readonly string[]): Promise<readonly Id[] | undefined> {
  const ids = new Set<Id>()
  for (const text of refs) {
    const ref = findReference(text)
    const incident = ref === undefined ? undefined : await findIncident(transaction, { ref })
    if (!incident) return undefined
    ids.add(incident.id)
  }
  return [...ids]
}
