// Freezes a year into a draft: everything that will be published is made now and stored, with one digest of what is agreed to.
import { createHash } from 'node:crypto'
import type { Audience, ProtectedTable } from '@lykta/disclosure'
import { canonicalText, type Id, problem, ProblemError } from '@lykta/incident'
import type { CompilePdf } from '@lykta/publication'
import { appendDraft, type EditionOverride, inNetwork, type NewDraft, readLedger, write } from '@lykta/register'
import type { InBoth } from '../api/edition-types.ts'
import type { Desk } from './desk.ts'
import { type EditionOptions, makeEdition, type MadeEdition } from './edition.ts'
import { choiceNamed } from './edition-policy.ts'
import { isPrinted } from './is-printed.ts'
import { type EditionContent, entryOf } from './ledger.ts'
import { refuseReplaced } from './refuse-replaced.ts'

export type FreezeOptions = Pick<EditionOptions, 'templates' | 'onStep' | 'signal' | 'asked'> & {
  readonly id: Id
  readonly year: number
  readonly audience: Audience
  readonly overrides: readonly EditionOverride[]
  /** An entry of the ledger, what the new one says of the change, and whether the year is counted anew or the words alone are other. */
  readonly revises?: { readonly entry: Id; readonly changed: InBoth; readonly figures?: boolean | undefined } | undefined
  readonly compilePdf?: CompilePdf | undefined
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Refuses (`ProblemError`) as `makeEdition` does; a year that its readers have an edition of, unless it revises that one; an edition that
 * is not there to be revised or has been replaced, and one whose figures would not be the same.
 */
export async function freezeEdition(desk: Desk, options: FreezeOptions): Promise<void> {
  const { id, year, audience, overrides, revises } = options
  const replaced = revises && (await findRevised(desk, revises.entry, year, audience))
  if (!revises && isPrinted(await inNetwork(desk.register, desk.context, readLedger), year, audience)) throw new ProblemError([problem('editions.printed', { year })])
  // One whose words alone are other keeps the moment, what was decided for it, and the figures.
  const old = revises?.figures ? undefined : replaced
  const made = await makeEdition(desk, {
    year,
    templates: options.templates,
    onStep: options.onStep,
    signal: options.signal,
    compilePdf: options.compilePdf,
    asked: old ? { position: old.content.asOf, time: old.content.made ?? `${year + 1}-01-01T12:00:00Z` } : options.asked,
    after: old?.after,
    finals: true,
    apart: old ? /-apart-(?<table>\w+)$/.exec(old.content.plan)?.groups?.['table'] : overrides.find(({ rule }) => rule === 'merge')?.subject,
    anew: old ? old.content.anew : revises?.figures,
    replaces: revises && { changed: revises.changed, before: revises.figures ? replaced!.tables : null },
    policy: old ? choiceNamed(old.content.policy, audience) : { audience, fewerOrganisations: overrides.some(({ rule }) => rule === 'organisations') },
  })
  if (old && !isSame(made, old.content)) throw new ProblemError([problem('editions.figures-differ', { year })])
  await write(desk.register, desk.context, { action: 'draft.make', object: `draft:${id}` }, async (transaction) => {
    const entries = await readLedger(transaction)
    // Its successor may have been agreed to while this was made.
    if (revises) refuseReplaced(entries, revises.entry, year)
    await appendDraft(transaction, draftOf(made, { id, audience, overrides, revises, ledgerLength: old ? entries.length : made.ledgerLength }))
  })
}

type Given = Pick<FreezeOptions, 'id' | 'audience' | 'overrides' | 'revises'> & { readonly ledgerLength: number }

/** What is stored of it, and what is agreed to in one digest. */
export function draftOf(made: MadeEdition, { id, audience, overrides, revises, ledgerLength }: Given): NewDraft {
  const { year, asOf, certificate, tables, prose, protocol, lateTold, warnings, lateWaiting, context } = made
  const words = { sv: prose.sv.revision, en: prose.en.revision, at: asOf.position }
  const content: EditionContent = {
    year, asOf: asOf.position, head: asOf.head, plan: certificate.plan, policy: certificate.policy, tables, digests: tables.map(({ digest }) => digest), made: `${context.today}T12:00:00Z`,
    ...(revises ? { revises: revises.entry, changed: revises.changed, ...(revises.figures ? { anew: true } : {}) } : {}),
  }
  const files = [...made.finals].map(([path, bytes]): readonly [string, string] => [path, sha256(bytes)]).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    id, year, audience, revises: revises?.entry ?? null, asOf: asOf.position, head: asOf.head, ledgerLength, policy: certificate.policy, prose: words, overrides, content,
    digest: sha256(canonicalText({ id, year, audience, revises: revises?.entry ?? null, asOf: asOf.position, prose: words, overrides, certificate: sha256(JSON.stringify(certificate)), files })),
    protocol: { ...protocol, certificate, lateTold, warnings, lateWaiting },
    files: { draft: made.files, final: made.finals },
  }
}

type Revised = { readonly content: EditionContent; readonly after: number; readonly tables: readonly ProtectedTable[] }

async function findRevised(desk: Desk, entry: Id, year: number, audience: Audience): Promise<Revised> {
  const entries = await inNetwork(desk.register, desk.context, readLedger)
  const found = entries.find(({ id, kind }) => id === entry && kind === 'edition')
  const content = found?.content as EditionContent | undefined
  if (!found || content?.year !== year || found.audience !== audience) throw new ProblemError([problem('editions.not-there')])
  refuseReplaced(entries, entry, year)
  // An edition in words alone is tried with what its first one was.
  const first = entries.findIndex(({ kind, content: other }) => kind === 'edition' && JSON.stringify((other as EditionContent).digests) === JSON.stringify(content.digests))
  const read = await entryOf(found)
  return { content, after: first, tables: read.kind === 'edition' ? read.tables : [] }
}

function isSame({ tables }: MadeEdition, { digests }: EditionContent): boolean {
  return tables.length === digests.length && tables.every(({ digest }, index) => digest === digests[index])
}
