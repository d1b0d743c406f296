// Decisions on handing out an incident as a public document: noted with what was masked on which ground, and read back.
import { findExtractFault, findSensitive, type MaskGround, problem, ProblemError } from '@lykta/incident'
import { appendExtractDecision, findIncident, findRevision, inNetwork, readDiaryNumbers, readExtractDecisions, type ReadTransaction, type StoredExtractDecision, write } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { ExtractEntry, ExtractRequest } from '../../api/authority-types.ts'
import type { Desk } from '../desk.ts'
import { findOwnIncident } from '../find-own-incident.ts'
import { readingScope } from '../../access/scope.ts'
import { numberNow } from './diary.ts'
import { findAuthority } from './find-authority.ts'

/** Undefined when there is no such incident, or no authority runs the network. */
export async function listExtracts(desk: Desk, caller: CallerOf, ref: string): Promise<readonly ExtractEntry[] | undefined> {
  await numberNow(desk)
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const incident = (await findAuthority(transaction)) && (await findOwnIncident(transaction, caller, ref, readingScope(caller)))
    return incident && extractEntries(transaction, await readExtractDecisions(transaction, incident.id))
  })
}

/** False when it was there already; undefined when there is no such incident. Refuses what does not fit together (`extract.…`). */
export async function noteExtract(desk: Desk, caller: CallerOf, ref: string, sent: ExtractRequest): Promise<boolean | undefined> {
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const incident = (await findAuthority(transaction)) && (await findOwnIncident(transaction, caller, ref, readingScope(caller)))
    if (!incident) return undefined
    const [stands, revision] = [await findIncident(transaction, { id: incident.id }), await findRevision(transaction, incident.id, sent.revision)]
    return { id: incident.id, revision: revision && stands, there: (await readExtractDecisions(transaction, incident.id)).some(({ id }) => id === sent.id) }
  })
  if (!found) return undefined
  if (found.there) return false
  // What was masked was masked in what stands; a revision that came between may say more.
  if (found.revision?.revision !== sent.revision) throw new ProblemError([problem('extract.revised')])
  if (sent.decidedOn > desk.today()) throw new ProblemError([problem('extract.day')])
  const fault = findExtractFault(sent)
  if (fault) throw new ProblemError([problem(`extract.${fault}`)])
  if (grounds(sent).some(({ words }) => words !== null && findSensitive(words).length > 0)) throw new ProblemError([problem('extract.ground-names')])
  await write(desk.register, desk.context, { action: `extract.${sent.outcome}`, object: `incident:${found.id}` }, (transaction) => appendExtractDecision(transaction, found.id, sent))
  return true
}

function grounds({ grounds: own, fields, passages }: ExtractRequest): readonly MaskGround[] {
  return [...own, ...fields.map(({ ground }) => ground), ...passages.map(({ ground }) => ground)]
}

export async function extractEntries(transaction: ReadTransaction, stored: readonly StoredExtractDecision[]): Promise<readonly ExtractEntry[]> {
  const numbers = await readDiaryNumbers(transaction, stored.map(({ incident }) => incident))
  return stored.map(({ incident, ...entry }) => ({ ...entry, diary: numbers.get(incident) ?? null }))
}
