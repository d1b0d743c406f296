// A spreadsheet from the browser: its coded rows are read and checked anew, planned as at the command line, and stored when all texts are here.
import { canonicalText, catalogueOf, type CodedTables, hasReasons, parseCodedTables, type Problem, problem, ProblemError, withoutCells } from '@lykta/incident'
import { standingOfKey } from '@lykta/register'
import { codedHash, isSealed } from '@lykta/seal'
import type { CallerOf } from '../../access/caller.ts'
import type { BroughtTexts, ImportCounts, TextToBring } from '../../api/import-types.ts'
import { bytesOf } from '../base64url.ts'
import type { Desk } from '../desk.ts'
import { getEntryBasis } from '../entry-basis.ts'
import type { HeldImport } from './held-imports.ts'
import { type ImportBasis, planImport, type PlannedImport, readImportBasis } from './plan-import.ts'
import type { GivenIds } from './plan-rows.ts'
import { revisionOf, type SealedReason, storeImport } from './store-import.ts'

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

type Sent = HeldImport['sent']

/** Refuses (`ProblemError`) with all that is wrong, as the command line tells it, at the place in the tables that were sent. */
export async function beginImport(desk: Desk, caller: CallerOf, sent: Sent): Promise<Omit<HeldImport, 'id' | 'texts' | 'stored'>> {
  // In a network with members, as for every incident: not before sheets that bring the keys back have been tried.
  if (caller.state !== 'local' && !(await getEntryBasis(desk, true)).recoveryTested) return refuse('incident.recovery-untested')
  const basis = await readImportBasis(desk)
  const planned = await plan(desk, basis, sent)
  const waiting = planned.rows.filter(({ hasReason }) => hasReason)
  if (waiting.length > 0) checkEpoch(desk, caller, basis)
  return { sent, planned, waiting, createdAt: new Date().toISOString() }
}

async function plan(desk: Desk, basis: ImportBasis, { tables, reasons, overwriteCorrections }: Sent, given?: GivenIds): Promise<PlannedImport> {
  const { bundle, placeOf = new Map() } = read(desk, basis, tables)
  const planned = await planImport(desk, basis, { bundle, placeOf, overwriteCorrections, given, hasReason: ({ externalRef }) => reasons.has(externalRef), findOtherReasons: undefined })
  if (planned.corrections.some(({ severity }) => severity === 'error')) throw new ProblemError(withoutCells(planned.corrections))
  return planned
}

function read(desk: Desk, basis: ImportBasis, tables: CodedTables): Required<Pick<ReturnType<typeof parseCodedTables>, 'bundle'>> & Pick<ReturnType<typeof parseCodedTables>, 'placeOf'> {
  if (hasReasons(tables)) return refuse('bringing.reasons-in-clear')
  const parsed = parseCodedTables(tables, {
    today: desk.today(), tellPlaces: true,
    indicatorIds: new Set(catalogueOf(basis.ownIndicators.map(({ indicator }) => indicator)).map(({ id }) => id)),
    existingOrganisations: basis.organisations.map(({ organisation }) => organisation),
  })
  if (!parsed.bundle) throw new ProblemError(withoutCells(parsed.problems.filter(({ severity }) => severity === 'error')))
  return { bundle: parsed.bundle, ...(parsed.placeOf ? { placeOf: parsed.placeOf } : {}) }
}

/** A key that somebody put into the database is sealed to by nobody who has no log to go by. */
function checkEpoch({ register, network }: Desk, { state }: CallerOf, { epoch }: ImportBasis): void {
  if (!epoch) return refuse('work.no-epoch')
  if (state === 'local' && standingOfKey(register, network.id, epoch) === 'other') throw new ProblemError([problem('work.key-not-remembered', { epoch: epoch.epoch })])
}

export function textsToBring({ waiting }: Pick<HeldImport, 'waiting'>): readonly TextToBring[] {
  return waiting.map((row) => ({
    ref: row.externalRef, incident: row.id, revision: revisionOf(row), previous: row.previous, formVersion: row.formVersion, codedHash: codedHash(canonicalText(row.answers)),
  }))
}

/** As what the held import keeps; refuses what is no sealed text of it. */
export function readTexts({ waiting, planned }: HeldImport, { texts }: BroughtTexts): readonly (readonly [index: number, text: SealedReason])[] {
  return texts.map(({ index, sealedId, epoch, body, key }) => {
    const sealed = { sealedId, epoch, body: bytesOf(body), key: bytesOf(key) }
    if (index >= waiting.length || !isSealed(sealed)) return refuse('incident.not-sealed')
    if (epoch !== planned.basis.epoch?.epoch) return refuse('bringing.epoch-replaced')
    return [index, sealed] as const
  })
}

const attempts = 3

/**
 * Stores it, in one transaction. When somebody has written meanwhile it is planned anew: what comes to the same (the same revisions with
 * the same answers, to which the texts are bound) is stored as it is; anything else is refused, and nothing is stored.
 */
export async function storeHeld(desk: Desk, member: string, held: HeldImport): Promise<ImportCounts> {
  if (held.texts.size < held.waiting.length) return refuse('bringing.texts-missing')
  let planned = held.planned
  for (let attempt = 1; ; attempt += 1) {
    const rows = planned.rows.filter(({ hasReason }) => hasReason)
    try {
      if (planned.rows.length > 0 || planned.others > 0) {
        await storeImport(desk, planned, { createdAt: held.createdAt, by: member, sealed: new Map(rows.map((row, index) => [row, held.texts.get(index)!])) })
      }
      return countsOf(planned)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problems[0]?.code !== 'register.changed-meanwhile' || attempt === attempts) throw error
    }
    const again = await plan(desk, await readImportBasis(desk), held.sent, givenBy(planned))
    if (printOf(again) !== printOf(planned)) return refuse('bringing.changed-meanwhile')
    planned = again
  }
}

function givenBy({ rows, organisations }: PlannedImport): GivenIds {
  return {
    incidents: new Map(rows.map(({ externalRef, id }) => [externalRef, id])),
    organisations: new Map(organisations.map(({ organisation }) => [organisation.code, organisation.id])),
  }
}

function printOf({ rows, organisations, ownIndicators, basis }: PlannedImport): string {
  return canonicalText({
    epoch: basis.epoch?.epoch ?? null, organisations, ownIndicators,
    rows: rows.map((row) => [row.externalRef, row.id, revisionOf(row), row.previous, row.hasReason, row.formVersion, row.answers]),
  })
}

export function countsOf({ added, changed, unchanged, absent, others, reasonsCompared }: PlannedImport): ImportCounts {
  return { added, changed, unchanged, absent, others, reasonsCompared }
}

export function warningsOf({ corrections }: PlannedImport): readonly Problem[] {
  return withoutCells(corrections)
}

