// A spreadsheet into the register: all of it or nothing, each reason sealed before anything is written.
import { randomUUID } from 'node:crypto'
import {
  canonicalText, catalogueOf, type ImportFile, importFiles as parseFiles, type Mapping, type ParsedImport, parseSubmissions, problem, type Problem, ProblemError,
} from '@lykta/incident'
import { findSealedText, inNetwork, rememberKey, standingOfKey } from '@lykta/register'
import { codedHash, importAuthor, openText, type TextToSeal } from '@lykta/seal'
import type { Desk } from './desk.ts'
import { type ImportBasis, planImport, type PlannedImport, readImportBasis } from './import/plan-import.ts'
import type { PlannedRow } from './import/plan-rows.ts'
import { revisionOf, type SealedReason, storeImport } from './import/store-import.ts'
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

export type ImportOutcome = Pick<PlannedImport, 'added' | 'changed' | 'unchanged' | 'absent' | 'others' | 'reasonsCompared'> & {
  readonly state: 'imported' | 'checked' | 'refused'
  /** Errors when refused; else warnings. */
  readonly problems: readonly Problem[]
}

/** Refuses (`ProblemError`) a wrong passphrase; what is wrong with the files is in the outcome. */
export async function importFiles(desk: Desk, files: readonly ImportFile[], options: ImportOptions): Promise<ImportOutcome> {
  const before = await readImportBasis(desk)
  const { problems: found, bundle, placeOf = new Map() } = await parse(desk, files, before, options)
  if (!bundle) return refused(found)

  const passphrase = options.passphrase
  // Opened whether or not there is anything to compare: what is new is then sealed to a key that the passphrase opens.
  const identities = new Map(passphrase !== undefined && before.epoch ? [[before.epoch.epoch, await unlockEpoch(desk, before.epoch.epoch, passphrase)]] : [])
  const reasons: Reasons = new Map(bundle.incidents.flatMap(({ externalRef, reason }) => (reason === null ? [] : [[externalRef, reason]])))
  if (before.epoch && reasons.size > 0) checkKey(desk, before.epoch, { proven: passphrase !== undefined, ...options })
  const planned = await planImport(desk, before, {
    bundle, placeOf, submissions: options.submissions, overwriteCorrections: options.overwriteCorrections ?? false,
    hasReason: ({ externalRef }) => reasons.has(externalRef),
    findOtherReasons: passphrase === undefined ? undefined : (rows) => findOtherReasons(desk, rows, reasons, { passphrase, identities }),
  })
  const { corrections, rows, added, changed, unchanged, absent, others, reasonsCompared } = planned
  const problems = [...corrections, ...found]
  if (corrections.some(({ severity }) => severity === 'error')) return refused(problems)
  const outcome = { problems, added, unchanged, changed, absent, others, reasonsCompared }
  const nothing = rows.length === 0 && others === 0
  if (options.checkOnly || nothing) return { ...outcome, state: options.checkOnly ? 'checked' : 'imported' }

  const createdAt = new Date().toISOString()
  const sealed = await sealRows(desk, rows, reasons, { epoch: before.epoch, createdAt, onProgress: options.onProgress })
  await storeImport(desk, planned, { sealed, createdAt })
  return { ...outcome, state: 'imported' }
}

/** In clear, by the incident's reference; nowhere else. */
type Reasons = ReadonlyMap<string, string>

function parse({ network, today }: Desk, files: readonly ImportFile[], before: ImportBasis, { submissions, mapping }: ImportOptions): Promise<ParsedImport> {
  const organisations = before.organisations.map(({ organisation }) => organisation)
  const ownIndicators = before.ownIndicators.map(({ indicator }) => indicator)
  if (submissions) return parseSubmissions(files, { today: today(), network, organisations, ownIndicators, ownQuestions: before.ownQuestions })
  const indicatorIds = new Set(catalogueOf(ownIndicators).map(({ id }) => id))
  return parseFiles(files, { today: today(), indicatorIds, existingOrganisations: organisations, tellPlaces: true, ...(mapping ? { mapping } : {}) })
}

function refused(problems: readonly Problem[]): ImportOutcome {
  return { state: 'refused', problems, added: 0, changed: 0, unchanged: 0, absent: 0, others: 0, reasonsCompared: true }
}

type Epoch = NonNullable<ImportBasis['epoch']>

/** Refuses (`ProblemError`) to seal to a key that the data folder does not know, unless the passphrase has just opened it. */
function checkKey({ register, network }: Desk, epoch: Epoch, { proven, checkOnly = false }: { readonly proven: boolean } & Pick<ImportOptions, 'checkOnly'>): void {
  const standing = standingOfKey(register, network.id, epoch)
  if (standing === 'other' && !proven) throw new ProblemError([problem('work.key-not-remembered', { epoch: epoch.epoch })])
  if (standing !== 'known' && !checkOnly) rememberKey(register, network.id, epoch)
}

/** What the passphrase has opened so far, by epoch. */
type Unlocked = { readonly passphrase: string; readonly identities: Map<number, string> }

/**
 * Rows whose reason differs from the sealed one; each is opened here, and the clear text is kept nowhere. An emptied cell takes
 * nothing away: erasing is an act of its own.
 */
async function findOtherReasons(desk: Desk, rows: readonly PlannedRow[], reasons: Reasons, { passphrase, identities }: Unlocked): Promise<readonly PlannedRow[]> {
  const other: PlannedRow[] = []
  for (const row of rows) {
    const sealed = await inNetwork(desk.register, desk.context, (transaction) => findSealedText(transaction, row.id))
    if (!sealed?.key) continue
    const { epoch, key } = sealed.key
    const identity = identities.get(epoch) ?? (await unlockEpoch(desk, epoch, passphrase))
    identities.set(epoch, identity)
    const { text } = await openText({ body: sealed.body, key, identity, expected: sealed.context })
    if (text !== reasons.get(row.externalRef)) other.push(row)
  }
  return other
}

type Sealing = { readonly epoch: Epoch | undefined; readonly createdAt: string; readonly onProgress: ImportOptions['onProgress'] }

async function sealRows(desk: Desk, rows: readonly PlannedRow[], reasons: Reasons, { epoch, createdAt, onProgress }: Sealing): Promise<ReadonlyMap<PlannedRow, SealedReason>> {
  const withReason = rows.filter(({ hasReason }) => hasReason)
  if (withReason.length === 0) return new Map()
  if (!epoch) throw new ProblemError([problem('work.no-epoch')])
  const texts = withReason.map((row): TextToSeal => ({
    text: reasons.get(row.externalRef)!,
    context: {
      network: desk.network.id,
      incident: row.id,
      revision: revisionOf(row),
      previous: row.previous,
      epoch: epoch.epoch,
      author: importAuthor,
      formVersion: row.formVersion,
      codedHash: codedHash(canonicalText(row.answers)),
      createdAt,
    },
  }))
  const sealed = await sealReasons(texts, epoch.recipient, onProgress)
  return new Map(withReason.map((row, index) => [row, { ...sealed[index]!, sealedId: randomUUID(), epoch: epoch.epoch }]))
}
