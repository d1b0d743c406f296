// The approved editions for the public that are released by the database's clock, with their files as they were approved.
import { createHash } from 'node:crypto'
import { type ProtectedTable, readProtected } from '@lykta/disclosure'
import { catalogueOf, findLabel, type Language } from '@lykta/incident'
import { type EditionContext, makeEdition, makeManifest, type Manifest, type SiteEdition } from '@lykta/publication'
import { findEditionFile, findLineAt, inNetwork, readEditionFiles, readLedger, readOwnIndicators, readRegisterTime, type StoredLedgerEntry } from '@lykta/register'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { drawPng } from '../adapters/draw-png.ts'
import { readWebFonts } from '../adapters/fonts.ts'
import { programVersion } from '../version.ts'
import { byRelease, isReleased, numberOf, releaseOf } from './by-release.ts'
import { momentOf, yearOf } from './count-network.ts'
import type { Desk } from './desk.ts'
import type { EditionContent } from './ledger.ts'
import { policyNamed } from './edition-policy.ts'
import { readTemplate } from './templates.ts'

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What a revision says of itself to its readers. */
type Revised = { readonly changed?: SiteEdition['changed'] }

/**
 * Oldest release first. What is released later is as if it were not there; the number of an edition within its year is
 * the order of its release, so that one still to come leaves no gap.
 * `templates`: for editions approved before their files were kept, which are rendered from their tables in the ledger.
 */
export async function releasedEditions(desk: Desk, { templates }: { readonly templates?: string | undefined } = {}): Promise<readonly SiteEdition[]> {
  const { entries, now } = await inNetwork(desk.register, desk.context, async (transaction) => ({ entries: await readLedger(transaction), now: await readRegisterTime(transaction) }))
  const released = byRelease(entries).filter((entry) => entry.audience === 'public' && isReleased(entry, now))
  const editions: SiteEdition[] = []
  for (const entry of released) {
    const { year, changed = null } = entry.content as EditionContent & Revised
    const number = numberOf(entry, released)
    const made = await filesOf(desk, entry, templates)
    editions.push({ year, number, releasedAt: new Date(releaseOf(entry)).toISOString(), changed, ...made })
  }
  return editions
}

async function filesOf(desk: Desk, entry: StoredLedgerEntry, templates: string | undefined): Promise<Pick<SiteEdition, 'context' | 'manifest' | 'tables' | 'files'>> {
  const content = entry.content as EditionContent
  const recorded = content.digests.map((digest) => ({ digest }))
  const tables = await Promise.all(content.tables.map((table) => readProtected(table, recorded, sha256)))
  const stored = await storedFiles(desk, entry)
  const manifest = stored.get('manifest.json')
  if (!manifest) return renderAgain(desk, entry, tables, templates)
  const parsed = JSON.parse(new TextDecoder().decode(manifest)) as Manifest
  return { context: await contextOf(desk, content, parsed.made, parsed.program.version), manifest: parsed, tables, files: stored }
}

/** Checked against the edition's own list: what lies in the database is what was approved. */
async function storedFiles(desk: Desk, { id }: StoredLedgerEntry): Promise<ReadonlyMap<string, Uint8Array>> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const files = new Map<string, Uint8Array>()
    for (const { path } of await readEditionFiles(transaction, id, 'final')) {
      const bytes = await findEditionFile(transaction, id, 'final', path)
      if (bytes) files.set(path, new Uint8Array(bytes))
    }
    const manifest = files.get('manifest.json')
    const listed = manifest ? (JSON.parse(new TextDecoder().decode(manifest)) as Manifest).files : []
    for (const { path, sha256: hash } of listed) if (sha256(files.get(path) ?? '') !== hash) throw new Error(`edition ${id}: a file is not what was approved`)
    if (files.size > 0 && files.size !== listed.length + 1) throw new Error(`edition ${id}: a file that its manifest does not list`)
    return files
  })
}

export async function contextOf(desk: Desk, { year, asOf, head, policy }: EditionContent, made: string, version: string): Promise<Omit<EditionContext, 'language'>> {
  const moment = await momentOf(desk, { position: asOf, time: `${made}T12:00:00Z` })
  const line = await inNetwork(desk.register, desk.context, (transaction) => findLineAt(transaction, asOf))
  return {
    network: desk.network, year, firstYear: yearOf(moment.collection.from), asOf: { position: asOf, time: line?.at ?? moment.at, head }, today: made,
    collectedTo: moment.collection.to, policy: policyNamed(policy), version, draft: false,
  }
}

/** From the tables that the ledger keeps: protected once, and never counted anew. */
async function renderAgain(desk: Desk, { content, createdAt }: StoredLedgerEntry, tables: readonly ProtectedTable[], templates: string | undefined): Promise<Pick<SiteEdition, 'context' | 'manifest' | 'tables' | 'files'>> {
  const edition = content as EditionContent
  const context = await contextOf(desk, edition, new Intl.DateTimeFormat('sv-SE', { timeZone: desk.network.timeZone }).format(new Date(createdAt)), programVersion)
  const label = await labelsOf(desk, edition.asOf)
  const digest = async (bytes: Uint8Array): Promise<string> => sha256(bytes)
  const tools = { compilePdf: createPdfCompiler(), drawPng, digest, fonts: readWebFonts() }
  const files = new Map<string, Uint8Array>()
  for (const language of ['sv', 'en'] as const) {
    const made = await makeEdition({ context: { ...context, language }, tables, label: label(language), template: await readTemplate(language, templates) }, tools)
    for (const [path, bytes] of made) files.set(`${language}/${path}`, bytes)
  }
  const manifest = await makeManifest({ context, tables, files }, digest)
  files.set('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`))
  return { context, manifest, tables, files }
}

/** Words for the codes of rows, own indicators as they stood at the position. */
export async function labelsOf(desk: Desk, position: number): Promise<(language: Language) => Parameters<typeof makeEdition>[0]['label']> {
  const own = await inNetwork(desk.register, desk.context, (transaction) => readOwnIndicators(transaction, position))
  const catalogue = catalogueOf(own.map(({ indicator }) => indicator))
  return (language) => (dimension, code) => findLabel(dimension, code, language, catalogue)
}
