// A spreadsheet into the register: all of it or nothing, each reason sealed before anything is written.
import { randomBytes, randomUUID } from 'node:crypto'
import {
  canonicalText, catalogueOf, coarsenIncident, type Id, type ImportBundle, type ImportFile, importFiles as parseFiles, importFormVersion, type ImportedIncident, type ImportedOrganisation,
  type Incident, type Organisation, type OwnIndicator, type Mapping, type OwnQuestion, type ParsedImport, problem, type Problem, parseSubmissions, ProblemError, resolveAnswers, type StoredIncident,
} from '@lykta/incident'
import {
  appendOrganisations, appendOwnIndicators, appendRevisions, countImported, findCurrentEpoch, findSealedText, getNetwork, inNetwork, MUCH, newReferences,
  readCoarseLevels, readErasedIncidents, readHistory, readImported, readLatestSealedHashes, readOrganisations, readOwnIndicators, refreshPlanning, rememberKey, standingOfKey, type StoredOrganisation, type StoredOwnIndicator, write,
} from '@lykta/register'
import { codedHash, importAuthor, openText, type SealedText, type TextToSeal } from '@lykta/seal'
import { numberNow } from './authority/diary.ts'
import type { Desk } from './desk.ts'
import { type ChangedRow, findCorrections } from './find-corrections.ts'
import { findSettings } from './network-settings.ts'
import { unlockEpoch } from './read-reason.ts'
import { sealReasons } from './seal-reasons.ts'

export type ImportOptions = {
  /** Given: reasons of unchanged rows are compared too. */
  readonly passphrase?: string | undefined
  readonly checkOnly?: boolean | undefined
  /** Rows take the place of what was changed in the form since; without it they are refused. */
  readonly overwriteCorrections?: boolean | undefined
  /** The files are exports of ODK or Kobo. */
  readonly submissions?: boolean | undefined
  /** How the files' own columns and words become ours. */
  readonly mapping?: Mapping | undefined
  /** Hears how many reasons have been sealed. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

export type ImportOutcome = {
  readonly state: 'imported' | 'checked' | 'refused'
  /** Errors when refused; else warnings. */
  readonly problems: readonly Problem[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Incidents that were imported once and stand in none of the files: they stay as they are, for an import takes nothing away. */
  readonly absent: number
  /** Organisations and own indicators, new or changed. */
  readonly others: number
  /** False when unchanged rows have reasons that nobody unlocked. */
  readonly reasonsCompared: boolean
}

/** Refuses (`ProblemError`) a wrong passphrase; what is wrong with the files is in the outcome. */
export async function importFiles(desk: Desk, files: readonly ImportFile[], options: ImportOptions): Promise<ImportOutcome> {
  const before = await inNetwork(desk.register, desk.context, async (transaction) => {
    const { position } = await getNetwork(transaction)
    return {
      position,
      organisations: await readOrganisations(transaction, position),
      ownIndicators: await readOwnIndicators(transaction, position),
      epoch: await findCurrentEpoch(transaction),
      ownQuestions: (await findSettings(transaction))?.ownQuestions ?? [],
    }
  })
  const { problems: found, bundle, placeOf = new Map() } = await parse(desk, files, before, options)
  if (!bundle) return refused(found)

  const passphrase = options.passphrase
  // Opened whether or not there is anything to compare: what is new is then sealed to a key that the passphrase opens.
  const identities = new Map(passphrase !== undefined && before.epoch ? [[before.epoch.epoch, await unlockEpoch(desk, before.epoch.epoch, passphrase)]] : [])
  if (before.epoch && bundle.incidents.some(({ reason }) => reason !== null)) checkKey(desk, before.epoch, { proven: passphrase !== undefined, ...options })
  const organisations = planOrganisations(before.organisations, bundle.organisations)
  const ownIndicators = planIndicators(before.ownIndicators, bundle)
  const incidents = await planIncidents(desk, before.position, bundle, organisations.idOf, passphrase === undefined ? undefined : { passphrase, identities }, options.submissions)
  const corrections = await findCorrections(desk, incidents.overwriting, placeOf, options.overwriteCorrections ?? false)
  const problems = [...corrections, ...found]
  if (corrections.some(({ severity }) => severity === 'error')) return refused(problems)
  const unchanged = bundle.incidents.length - incidents.rows.length
  const added = incidents.rows.filter(({ current }) => !current).length
  const outcome = {
    problems, added, unchanged,
    changed: incidents.rows.length - added,
    absent: incidents.absent,
    others: organisations.append.length + ownIndicators.length,
    reasonsCompared: incidents.reasonsCompared,
  }
  const nothing = incidents.rows.length === 0 && outcome.others === 0
  if (options.checkOnly || nothing) return { ...outcome, state: options.checkOnly ? 'checked' : 'imported' }

  const createdAt = new Date().toISOString()
  const sealed = await sealRows(desk, incidents.rows, before.epoch, createdAt, options.onProgress)
  const act = { action: 'import', object: `position:${before.position}` }
  await write(desk.register, { ...desk.context, member: importAuthor }, act, async (transaction) => {
    const { position } = await getNetwork(transaction)
    // What was compared must still stand, or a change by somebody else would be overwritten unseen.
    if (position !== before.position) throw new ProblemError([problem('register.changed-meanwhile')])
    await appendOrganisations(transaction, organisations.append)
    await appendOwnIndicators(transaction, ownIndicators)
    const references = await newReferences(transaction, added, (length) => randomBytes(length))
    let next = 0
    await appendRevisions(transaction, incidents.rows.map((row, index) => ({
      incident: row.id,
      number: (row.current?.revision ?? 0) + 1,
      first: row.current ? null : { ref: references[next++]!, externalRef: row.externalRef },
      formVersion: row.formVersion,
      answers: row.answers,
      withdrawn: row.current?.withdrawn ?? false,
      sealed: sealed[index] ?? (row.current && row.previous !== null ? 'kept' : null),
      createdAt,
    })))
  })
  if (incidents.rows.length >= MUCH) await refreshPlanning(desk.register)
  await numberNow(desk)
  return { ...outcome, state: 'imported' }
}

type Before = { readonly organisations: readonly StoredOrganisation[]; readonly ownIndicators: readonly StoredOwnIndicator[]; readonly ownQuestions: readonly OwnQuestion[] }

function parse({ network, today }: Desk, files: readonly ImportFile[], before: Before, { submissions, mapping }: ImportOptions): Promise<ParsedImport> {
  const organisations = before.organisations.map(({ organisation }) => organisation)
  const ownIndicators = before.ownIndicators.map(({ indicator }) => indicator)
  if (submissions) return parseSubmissions(files, { today: today(), network, organisations, ownIndicators, ownQuestions: before.ownQuestions })
  const indicatorIds = new Set(catalogueOf(ownIndicators).map(({ id }) => id))
  return parseFiles(files, { today: today(), indicatorIds, existingOrganisations: organisations, tellPlaces: true, ...(mapping ? { mapping } : {}) })
}

function refused(problems: readonly Problem[]): ImportOutcome {
  return { state: 'refused', problems, added: 0, changed: 0, unchanged: 0, absent: 0, others: 0, reasonsCompared: true }
}

/** Refuses (`ProblemError`) to seal to a key that the data folder does not know, unless the passphrase has just opened it. */
function checkKey({ register, network }: Desk, epoch: Epoch, { proven, checkOnly = false }: { readonly proven: boolean } & Pick<ImportOptions, 'checkOnly'>): void {
  const standing = standingOfKey(register, network.id, epoch)
  if (standing === 'other' && !proven) throw new ProblemError([problem('work.key-not-remembered', { epoch: epoch.epoch })])
  if (standing !== 'known' && !checkOnly) rememberKey(register, network.id, epoch)
}

type PlannedOrganisations = { readonly append: readonly StoredOrganisation[]; readonly idOf: (code: string) => Id }

function planOrganisations(current: readonly StoredOrganisation[], imported: readonly ImportedOrganisation[]): PlannedOrganisations {
  const byCode = new Map(current.map((stored) => [stored.organisation.code, stored]))
  const append = imported.flatMap((row): readonly StoredOrganisation[] => {
    const stored = byCode.get(row.code)
    const organisation: Organisation = { id: stored?.organisation.id ?? randomUUID(), ...row }
    return stored && canonicalText(organisation) === canonicalText(stored.organisation) ? [] : [{ organisation, revision: (stored?.revision ?? 0) + 1 }]
  })
  const ids = new Map([...current, ...append].map(({ organisation }) => [organisation.code, organisation.id]))
  return {
    append,
    idOf: (code) => {
      const id = ids.get(code)
      if (id === undefined) throw new Error('an imported row names an organisation that was not parsed')
      return id
    },
  }
}

function planIndicators(current: readonly StoredOwnIndicator[], { ownIndicators }: ImportBundle): readonly StoredOwnIndicator[] {
  const byId = new Map(current.map((stored) => [stored.indicator.id, stored]))
  return ownIndicators.flatMap(({ id, swedish, english, validFrom, validTo }): readonly StoredOwnIndicator[] => {
    const stored = byId.get(id)
    const indicator: OwnIndicator = { id, sv: swedish, en: english, observers: stored?.indicator.observers ?? ['anyone'], validFrom, validTo }
    return stored && canonicalText(indicator) === canonicalText(stored.indicator) ? [] : [{ indicator, revision: (stored?.revision ?? 0) + 1 }]
  })
}

/** A row that brings a new incident or a new revision. */
type PlannedRow = {
  readonly id: Id
  readonly externalRef: string
  readonly formVersion: string
  readonly current: StoredIncident | undefined
  readonly answers: Incident
  readonly reason: string | null
  /** Hash of the incident's latest sealed text; null when it has none. */
  readonly previous: string | null
}

/** What the passphrase has opened so far, by epoch. */
type Unlocked = { readonly passphrase: string; readonly identities: Map<number, string> }

type PlannedIncidents = {
  readonly rows: readonly PlannedRow[]
  /** Those of them that put something else in the place of what stands. */
  readonly overwriting: readonly (PlannedRow & ChangedRow)[]
  readonly absent: number
  readonly reasonsCompared: boolean
}

async function planIncidents(
  desk: Desk,
  position: number,
  { incidents }: ImportBundle,
  idOf: (code: string) => Id,
  unlocked: Unlocked | undefined,
  submissions = false,
): Promise<PlannedIncidents> {
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
      id: stored?.id ?? randomUUID(),
      externalRef: incident.externalRef,
      formVersion: incident.formVersion ?? importFormVersion,
      current: stored,
      // Nor do days and places that were made coarser.
      answers: coarsenIncident(keepUnasked(incident, resolveAnswers(incident, idOf), stored?.answers), (stored && coarse.get(stored.id)) ?? [], desk.network.collectionStart),
      // An erased reason does not come back with an old file.
      reason: stored && erased.has(stored.id) ? null : incident.reason,
      previous: stored ? (sealedHashes.get(stored.id) ?? null) : null,
    }
  })
  const same = new Set(rows.filter((row) => row.current && canonicalText(row.answers) === canonicalText(row.current.answers)))
  // A reason where there was none is new whatever it says; the others must be opened to be compared.
  const first = [...same].filter(({ reason, previous }) => reason !== null && previous === null)
  const sealed = [...same].filter(({ reason, previous }) => reason !== null && previous !== null)
  const other = unlocked === undefined ? [] : await findOtherReasons(desk, sealed, unlocked)
  const renewed = new Set([...first, ...other])
  const asImported = submissions ? await findAsImported(desk, rows.filter((row) => !same.has(row))) : same
  const planned = rows.filter((row) => (!same.has(row) && !asImported.has(row)) || renewed.has(row))
  const added = new Set(first)
  return {
    rows: planned,
    overwriting: planned.flatMap((row) => (row.current && !added.has(row) ? [{ ...row, current: row.current }] : [])),
    absent,
    reasonsCompared: unlocked !== undefined || sealed.length === 0,
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

/**
 * Rows whose reason differs from the sealed one; each is opened here, and the clear text is kept nowhere. An emptied cell takes
 * nothing away: erasing is an act of its own.
 */
async function findOtherReasons(desk: Desk, rows: readonly PlannedRow[], { passphrase, identities }: Unlocked): Promise<readonly PlannedRow[]> {
  const other: PlannedRow[] = []
  for (const row of rows) {
    const sealed = await inNetwork(desk.register, desk.context, (transaction) => findSealedText(transaction, row.id))
    if (!sealed?.key) continue
    const { epoch, key } = sealed.key
    const identity = identities.get(epoch) ?? (await unlockEpoch(desk, epoch, passphrase))
    identities.set(epoch, identity)
    const { text } = await openText({ body: sealed.body, key, identity, expected: sealed.context })
    if (text !== row.reason) other.push(row)
  }
  return other
}

type Epoch = NonNullable<Awaited<ReturnType<typeof findCurrentEpoch>>>
type SealedRow = SealedText & { readonly sealedId: Id; readonly epoch: number }

/** One entry a row; undefined for rows without a reason. */
async function sealRows(
  desk: Desk,
  rows: readonly PlannedRow[],
  epoch: Epoch | undefined,
  createdAt: string,
  onProgress: ImportOptions['onProgress'],
): Promise<readonly (SealedRow | undefined)[]> {
  const withReason = rows.filter(({ reason }) => reason !== null)
  if (withReason.length === 0) return []
  if (!epoch) throw new ProblemError([problem('work.no-epoch')])
  const texts = withReason.map((row): TextToSeal => ({
    text: row.reason!,
    context: {
      network: desk.network.id,
      incident: row.id,
      revision: (row.current?.revision ?? 0) + 1,
      previous: row.previous,
      epoch: epoch.epoch,
      author: importAuthor,
      formVersion: row.formVersion,
      codedHash: codedHash(canonicalText(row.answers)),
      createdAt,
    },
  }))
  const sealed = await sealReasons(texts, epoch.recipient, onProgress)
  const byRow = new Map(withReason.map((row, index) => [row, { ...sealed[index]!, sealedId: randomUUID(), epoch: epoch.epoch }]))
  return rows.map((row) => byRow.get(row))
}
