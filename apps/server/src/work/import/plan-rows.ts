// What an import would write of incidents: which rows are new, which change what stands, and which say what stands already.
import { randomUUID } from 'node:crypto'
import { canonicalText, type CivilDate, type CoarseLevel, coarsenIncident, type Id, type ImportedIncident, importFormVersion, type Incident, resolveAnswers, type StoredIncident } from '@lykta/incident'
import { countImported, inNetwork, readCoarseLevels, readErasedIncidents, readHistory, readImported, readLatestSealedHashes } from '@lykta/register'
import { importAuthor } from '@lykta/seal'
import type { Desk } from '../desk.ts'
import type { ChangedRow } from '../find-corrections.ts'

/** A row that brings a new incident or a new revision. */
export type PlannedRow = {
  readonly id: Id
  readonly externalRef: string
  readonly formVersion: string
  readonly current: StoredIncident | undefined
  readonly answers: Incident
  /** A reason is to be sealed with it. */
  readonly hasReason: boolean
  /** Hash of the incident's latest sealed text; null when it has none. */
  readonly previous: string | null
}

export type GivenIds = { readonly incidents: ReadonlyMap<string, Id>; readonly organisations: ReadonlyMap<string, Id> }

export type PlannedRows = {
  readonly rows: readonly PlannedRow[]
  /** Those of them that put something else in the place of what stands. */
  readonly overwriting: readonly (PlannedRow & ChangedRow)[]
  readonly absent: number
  readonly reasonsCompared: boolean
}

export type RowsToPlan = {
  readonly incidents: readonly ImportedIncident[]
  readonly position: number
  readonly idOf: (code: string) => Id
  readonly hasReason: (incident: ImportedIncident) => boolean
  /** Of rows that say what stands, those whose reason differs from the sealed one. Undefined where nobody can open them. */
  readonly findOtherReasons: ((rows: readonly PlannedRow[]) => Promise<readonly PlannedRow[]>) | undefined
  readonly submissions?: boolean | undefined
  /** Ids that new incidents (by reference) and organisations (by code) were given when the same rows were planned before. */
  readonly given?: GivenIds | undefined
}

/** Days that stood when the rest was made coarser (a report of an event keeps them) are compared. */
function asCoarseAs(stored: StoredIncident | undefined, levels: readonly CoarseLevel[], collectionStart: CivilDate, answers: Incident): Incident {
  // So it is with nearly every row, and an import may have thousands.
  if (stored === undefined || levels.length === 0) return answers
  const keepsDays = canonicalText(coarsenIncident(stored.answers, levels, collectionStart)) !== canonicalText(stored.answers)
  return coarsenIncident(answers, levels, collectionStart, keepsDays)
}

export async function planRows(desk: Desk, { incidents, position, idOf, hasReason, findOtherReasons, submissions = false, given }: RowsToPlan): Promise<PlannedRows> {
  const { current, absent, erased, sealedHashes, coarse } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const current = await readImported(transaction, position, incidents.map(({ externalRef }) => externalRef))
    const ids = [...current.values()].map(({ id }) => id)
    return {
      current,
      // An export may hold one month's submissions: those of other months are not missed.
      absent: incidents.length === 0 || submissions ? 0 : (await countImported(transaction, position)) - [...current.values()].filter(({ withdrawn }) => !withdrawn).length,
      erased: await readErasedIncidents(transaction, ids, position),
      sealedHashes: await readLatestSealedHashes(transaction, ids),
      coarse: await readCoarseLevels(transaction, ids),
    }
  })
  const rows = incidents.map((incident): PlannedRow => {
    const stored = current.get(incident.externalRef)
    return {
      id: stored?.id ?? given?.incidents.get(incident.externalRef) ?? randomUUID(),
      externalRef: incident.externalRef,
      formVersion: incident.formVersion ?? importFormVersion,
      current: stored,
      // Nor do days and places that were made coarser.
      answers: asCoarseAs(stored, (stored && coarse.get(stored.id)) ?? [], desk.network.collectionStart, keepUnasked(incident, resolveAnswers(incident, idOf), stored?.answers)),
      // An erased reason does not come back with an old file.
      hasReason: hasReason(incident) && !(stored && erased.has(stored.id)),
      previous: stored ? (sealedHashes.get(stored.id) ?? null) : null,
    }
  })
  const same = new Set(rows.filter((row) => row.current && canonicalText(row.answers) === canonicalText(row.current.answers)))
  // A reason where there was none is new whatever it says; the others must be opened to be compared.
  const first = [...same].filter(({ hasReason: has, previous }) => has && previous === null)
  const sealed = [...same].filter(({ hasReason: has, previous }) => has && previous !== null)
  const other = (await findOtherReasons?.(sealed)) ?? []
  const renewed = new Set([...first, ...other])
  const asImported = submissions ? await findAsImported(desk, rows.filter((row) => !same.has(row))) : same
  const planned = rows.filter((row) => (!same.has(row) && !asImported.has(row)) || renewed.has(row))
  const added = new Set(first)
  return {
    rows: planned,
    overwriting: planned.flatMap((row) => (row.current && !added.has(row) ? [{ ...row, current: row.current }] : [])),
    absent,
    reasonsCompared: findOtherReasons !== undefined || sealed.length === 0,
  }
}

/** The form asks some things that no spreadsheet has a column for: a file says nothing of them, and takes nothing away. */
function keepUnasked({ formVersion }: ImportedIncident, answers: Incident, standing: Incident | undefined): Incident {
  if (formVersion !== undefined) return answers
  const { channel, concernReport, own } = standing ?? {}
  return { ...answers, ...(channel === undefined ? {} : { channel }), ...(concernReport === undefined ? {} : { concernReport }), ...(own === undefined ? {} : { own }) }
}

/**
 * Submissions that say what they said when they were imported last: ODK and Kobo export all of them every time, and what has been
 * corrected here since is no change of theirs.
 */
async function findAsImported(desk: Desk, rows: readonly PlannedRow[]): Promise<ReadonlySet<PlannedRow>> {
  const found = new Set<PlannedRow>()
  for (const row of rows) {
    if (!row.current) continue
    const history = await inNetwork(desk.register, desk.context, (transaction) => readHistory(transaction, row.id))
    const imported = history.findLast(({ author }) => author === importAuthor)
    if (imported && canonicalText(imported.answers) === canonicalText(row.answers)) found.add(row)
  }
  return found
}
