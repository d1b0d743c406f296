// A draft becomes an approved edition: made once more as it was, entered in the ledger, and written without the mark of a draft.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate } from '@lykta/disclosure'
import { problem, ProblemError } from '@lykta/incident'
import type { Manifest } from '@lykta/publication'
import { appendDraft, appendEditionStep, appendLedgerEntry, findLineAt, inNetwork, readLedger, readMembers, type StoredLedgerEntry, write } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from './desk.ts'
import { draftOf } from './freeze-edition.ts'
import { isPrinted } from './is-printed.ts'
import type { EditionContent } from './ledger.ts'
import type { ProseChoice } from './prose.ts'
import { type PublishOptions, writeMade } from './publish-edition.ts'

export type Approved = {
  readonly year: number
  /** How many were written; none where all of them stood. */
  readonly files: number
  /** When and by whom it was approved before this; nothing is entered then, and only files that were missing are written again. */
  readonly before: { readonly at: string; readonly byProgram: boolean } | null
}

/**
 * By whoever has the machine, where nobody is there to be asked: in a network with members two of them agree (agreement.ts).
 * `folder`: where `lykta publish` wrote the draft. Refuses (`ProblemError`) a folder without one, one of another register, a year
 * that was not over or is printed already, and a draft that would not be the same today: after another edition, or with other settings.
 */
export async function approveEdition(desk: Desk, folder: string, { templates, compilePdf }: Pick<PublishOptions, 'templates' | 'compilePdf'> = {}): Promise<Approved> {
  if ((await inNetwork(desk.register, desk.context, readMembers)).some(({ active }) => active)) throw new ProblemError([problem('editions.ask-members')])
  const { manifest, certificate, prose } = await readDraft(folder)
  const { year, asOf: { head }, made } = manifest
  const position = certificate.asOf
  if (made <= `${year}-12-31`) throw new ProblemError([problem('ledger.year-not-over', { year })])
  const { line, ledger } = await inNetwork(desk.register, desk.context, async (transaction) => ({ line: await findLineAt(transaction, position), ledger: await readLedger(transaction) }))
  if (line?.hash !== head) throw new ProblemError([problem('ledger.draft-foreign', { folder })])
  // Entered before, and its files perhaps not written: the same again.
  const entered = ledger.findIndex((entry) => isOf(entry, certificate))
  const known = ledger[entered]
  const before = known ? { at: momentIn(desk, known.createdAt), byProgram: known.author === 'operator' } : null
  if (before && (await standsWhole(folder, manifest))) return { year, files: 0, before }
  const after = entered === -1 ? ledger.length : entered
  // `lykta publish` makes the public one.
  if (entered === -1 && isPrinted(ledger, year, 'public')) throw new ProblemError([problem('editions.printed', { year })])
  const outdated = (): never => {
    throw new ProblemError([problem('ledger.draft-outdated', { folder, year })])
  }
  if (!isTriedWith(certificate, ledger.slice(0, after))) outdated()
  const { makeEdition } = await import('./edition.ts')
  const edition = await makeEdition(desk, { year, templates, prose, asked: { position, time: `${made}T12:00:00Z` }, after, approved: true, compilePdf })
  if (JSON.stringify(edition.certificate) !== JSON.stringify(certificate)) outdated()
  if (entered === -1) {
    const { audience } = edition.context.policy
    const draft = draftOf({ ...edition, finals: edition.files }, { id: crypto.randomUUID(), audience, overrides: [], ledgerLength: after })
    const { id, digest, content, protocol } = draft
    await write(desk.register, desk.context, { action: 'edition.approve', object: `draft:${id}` }, async (transaction) => {
      // No form with the mark of a draft: that one lies in the folder.
      await appendDraft(transaction, { ...draft, files: { draft: new Map(), final: edition.files } })
      for (const act of ['ask', 'approve'] as const) await appendEditionStep(transaction, id, { act, digest, releaseAt: null })
      await appendLedgerEntry(transaction, after, { id, kind: 'edition', audience, content, protocol })
    })
  }
  const files = await writeMade(desk, folder, edition).catch((error: unknown) => {
    // It stands in the ledger by now, and no file says so.
    if (error instanceof ProblemError) throw new ProblemError([problem('ledger.approved-unwritten', { folder, year }), ...error.problems])
    throw error
  })
  return { year, files, before }
}

const momentIn = ({ network }: Desk, at: string): string => Temporal.Instant.from(at).toZonedDateTimeISO(network.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

/** Whether the folder holds the approved edition, every file of it as it was written. */
async function standsWhole(folder: string, { draft, files }: Manifest): Promise<boolean> {
  if (draft) return false
  const found = await Promise.all(files.map(async ({ path, sha256 }) => {
    const bytes = await readFile(join(folder, path)).catch(() => undefined)
    return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256
  }))
  return found.every(Boolean)
}

type Draft = { readonly manifest: Manifest; readonly certificate: Certificate; readonly prose: Omit<ProseChoice, 'templates'> | undefined }

async function readDraft(folder: string): Promise<Draft> {
  try {
    const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))
    const manifest = (await read('manifest.json')) as Manifest
    const { certificate, prose } = (await read('protocol.json')) as { readonly certificate: Certificate; readonly prose?: Partial<Record<'sv' | 'en' | 'at', unknown>> }
    if (manifest.program.name !== 'Lykta' || !Array.isArray(certificate.tables) || !/^\d{4}$/.test(String(manifest.year))) throw new Error('no draft')
    return { manifest, certificate, prose: wordsOf(prose) }
  } catch {
    throw new ProblemError([problem('ledger.no-draft', { folder })])
  }
}

/** The very words that it was written with; the text may have been saved anew since. None from files of the operator's own. */
function wordsOf(prose: Partial<Record<'sv' | 'en' | 'at', unknown>> | undefined): Draft['prose'] {
  const { sv, en, at } = prose ?? {}
  return typeof sv === 'number' && typeof en === 'number' && typeof at === 'number' ? { revisions: { sv, en }, position: at } : undefined
}

/** Whether the draft knew of every entry; for readers of the public edition all are, but those of narrower audiences. */
function isTriedWith({ ledger, narrower }: Certificate, entries: readonly StoredLedgerEntry[]): boolean {
  const known = new Set([...ledger, ...narrower.flatMap((reader) => reader.ledger)].map(({ digest }) => digest))
  return known.size === new Set(entries.map(({ digest }) => digest)).size && entries.every(({ digest }) => known.has(digest))
}

function isOf({ kind, content }: StoredLedgerEntry, { tables, asOf }: Certificate): boolean {
  if (kind !== 'edition') return false
  const { digests, asOf: position } = content as EditionContent
  return position === asOf && JSON.stringify(digests) === JSON.stringify(tables.map(({ digest }) => digest))
}
