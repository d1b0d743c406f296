// The workshop's rows: frozen drafts, what was said of them, and their files. Appended to and never changed; the server knows their shape.
import type { Id } from '@lykta/incident'
import { refuse } from '../refuse.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type EditionAudience = 'core' | 'network' | 'public'

export type EditionOverride = {
  readonly rule: 'organisations' | 'merge'
  /** The table whose rows stay apart; empty for the rule on organisations. */
  readonly subject: string
  readonly reason: string
}

export type EditionForm = 'draft' | 'final'

type DraftFacts = {
  /** Its ledger entry will have the same. */
  readonly id: Id
  readonly year: number
  readonly audience: EditionAudience
  /** The edition that it replaces. */
  readonly revises: Id | null
  readonly asOf: number
  readonly head: string
  /** How many entries the ledger had when it was made. */
  readonly ledgerLength: number
  readonly policy: string
  /** SHA-256, in hexadecimal, of what is agreed to. */
  readonly digest: string
}

export type NewDraft = DraftFacts & {
  /** Plain data, as is all that follows. */
  readonly prose: unknown
  readonly content: unknown
  /** For coordinators alone. */
  readonly protocol: unknown
  readonly overrides: readonly EditionOverride[]
  readonly files: Readonly<Record<EditionForm, ReadonlyMap<string, Uint8Array>>>
}

export type EditionStep = {
  readonly act: 'ask' | 'approve' | 'refuse' | 'withdraw' | 'discard'
  readonly digest: string
  readonly releaseAt: Instant | null
  readonly reason: string | null
  readonly author: string
  /** By the audit's line. */
  readonly at: Instant
}

export type StoredDraft = DraftFacts & {
  readonly prose: unknown
  readonly author: string
  readonly createdAt: Instant
  readonly overrides: readonly EditionOverride[]
  /** Oldest first: none, one that asks, and one that ends it. */
  readonly steps: readonly EditionStep[]
}

export async function appendDraft(transaction: WriteTransaction, draft: NewDraft): Promise<void> {
  const { id, year, audience, revises, asOf, head, ledgerLength, policy, digest, prose, content, protocol, overrides, files } = draft
  const row = { network_id: transaction.network, draft_id: id, author: transaction.member }
  const dated = { ...row, created_at: new Date().toISOString() }
  await insertRows(transaction, 'edition_draft', [{
    ...dated, year, audience, revises, as_of: asOf, head, ledger_length: ledgerLength, policy, digest, prose: JSON.stringify(prose), content: JSON.stringify(content),
  }])
  await insertRows(transaction, 'draft_protocol', [{ ...dated, protocol: JSON.stringify(protocol) }])
  await insertRows(transaction, 'edition_override', overrides.map((override) => ({ ...dated, ...override })))
  for (const form of ['draft', 'final'] as const) {
    await insertRows(transaction, 'edition_file', [...files[form]].map(([path, bytes]) => ({ ...row, form, path, bytes: Buffer.from(bytes) })))
  }
}

/** The first asks; one that comes when another has ended it is refused with `register.changed-meanwhile`. */
export async function appendEditionStep(
  transaction: WriteTransaction, draft: Id, { act, digest, releaseAt, reason = null }: Omit<EditionStep, 'author' | 'at' | 'reason'> & { readonly reason?: string | null },
): Promise<void> {
  await insertRows(transaction, 'edition_step', [{
    network_id: transaction.network, draft_id: draft, seq: act === 'ask' ? 1 : 2, act, digest, release_at: releaseAt, reason, author: transaction.member, created_at: new Date().toISOString(),
  }])
}

/** Puts it into the ledger, in the transaction that added the last step: the database asks once more whether two have agreed. */
export async function enterEdition({ run }: WriteTransaction, draft: Id): Promise<void> {
  await run('select lykta.enter_edition($1)', [draft])
}

/** Erases what a draft holds that nobody was asked about; refuses with `register.changed-meanwhile` when somebody was. */
export async function discardDraft({ client }: WriteTransaction, draft: Id): Promise<void> {
  try {
    await client.query('select lykta.discard_draft($1)', [draft])
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === '42501' || error.code === '23505')) refuse('register.changed-meanwhile')
    throw error
  }
}

/** Those that the caller may see, newest first; not those that were thrown away. */
export async function readDrafts({ db, network }: ReadTransaction): Promise<readonly StoredDraft[]> {
  const rows = await db.selectFrom('edition_draft')
    .select(['draft_id', 'year', 'audience', 'revises', 'as_of', 'head', 'ledger_length', 'policy', 'prose', 'digest', 'author', 'created_at'])
    .where('network_id', '=', network).where('from_position', 'is not', null).where('erased_hash', 'is', null).orderBy('from_position', 'desc').execute()
  const overrides = await db.selectFrom('edition_override').select(['draft_id', 'rule', 'subject', 'reason']).where('network_id', '=', network).orderBy('rule').orderBy('subject').execute()
  const steps = await db.selectFrom('edition_step')
    .innerJoin('audit', (join) => join.onRef('audit.network_id', '=', 'edition_step.network_id').onRef('audit.position', '=', 'edition_step.from_position'))
    .select(['edition_step.draft_id', 'act', 'digest', 'release_at', 'reason', 'author', 'audit.at']).where('edition_step.network_id', '=', network).orderBy('seq').execute()
  return rows.map((row) => ({
    id: row.draft_id,
    year: row.year,
    audience: row.audience,
    revises: row.revises,
    asOf: row.as_of,
    head: row.head,
    ledgerLength: row.ledger_length,
    policy: row.policy,
    prose: JSON.parse(row.prose) as unknown,
    digest: row.digest,
    author: row.author,
    createdAt: row.created_at,
    overrides: overrides.filter(({ draft_id }) => draft_id === row.draft_id).map(({ rule, subject, reason }) => ({ rule, subject, reason })),
    steps: steps.filter(({ draft_id }) => draft_id === row.draft_id)
      .map(({ act, digest, release_at, reason, author, at }) => ({ act, digest, releaseAt: release_at, reason, author, at })),
  }))
}

/** What the ledger would hold of it; undefined when the caller sees no such draft. */
export async function findDraftContent({ db, network }: ReadTransaction, id: Id): Promise<unknown> {
  const row = await db.selectFrom('edition_draft').select('content').where('network_id', '=', network).where('draft_id', '=', id).where('erased_hash', 'is', null).executeTakeFirst()
  return row && (JSON.parse(row.content) as unknown)
}

/** Undefined for whoever may not see it. */
export async function findDraftProtocol({ db, network }: ReadTransaction, id: Id): Promise<unknown> {
  const row = await db.selectFrom('draft_protocol').select('protocol').where('network_id', '=', network).where('draft_id', '=', id).where('erased_hash', 'is', null).executeTakeFirst()
  return row && (JSON.parse(row.protocol) as unknown)
}

/** Paths and sizes of those that the caller may read, in the order of their names. */
export async function readEditionFiles({ run, network }: ReadTransaction, id: Id, form: EditionForm): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  const rows = await run('select path, length(bytes) as bytes from lykta.edition_file where network_id = $1 and draft_id = $2 and form = $3 and erased_hash is null order by path collate "C"', [network, id, form])
  return rows as readonly { readonly path: string; readonly bytes: number }[]
}

export async function findEditionFile({ db, network }: ReadTransaction, id: Id, form: EditionForm, path: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('edition_file').select('bytes').where('network_id', '=', network).where('draft_id', '=', id).where('form', '=', form)
    .where('path', '=', path).where('erased_hash', 'is', null).executeTakeFirst()
  return row?.bytes
}

/** The moment by which the database judges releases and waits. */
export async function readRegisterTime({ run }: ReadTransaction): Promise<Instant> {
  const [row] = await run('select lykta.register_time() as at', [])
  return row!['at'] as Instant
}
