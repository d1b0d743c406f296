// The tables that a caller may explore: those of approved editions that stand in the ledger for her audience. Nothing is counted.
import { type Audience, defaultPolicies, type EditionEntry, isNarrower, type ProtectedTable } from '@lykta/disclosure'
import { catalogueOf, findLabel, type Language } from '@lykta/incident'
import type { ExploredTable, ExploreInput } from '@lykta/publication'
import { exploreTables, findTableFile, shownTrends } from '@lykta/publication/reading'
import { findLineAt, inNetwork, readLedger, readOwnIndicators, type Register, type StoredLedgerEntry } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import type { ExplorerEdition, ExplorerTableAnswer } from '../api/explorer-types.ts'
import type { Desk } from './desk.ts'
import { frozenEffort } from './efforts/efforts.ts'
import { entryOf } from './ledger.ts'

const languages = ['sv', 'en'] as const
const kinds = ['csv', 'json'] as const

type Explored = {
  readonly edition: Omit<ExplorerEdition, 'tables'>
  /** For what is read as of the edition; it is told to nobody (docs/decisions/0029, 4). */
  readonly position: number
  readonly input: ExploreInput
  readonly tables: readonly ExploredTable[]
}

/** Whoever sees incidents belongs to the core group; to everybody else the network's tables and the public ones are shown. */
export function audienceOf({ role }: Pick<CallerOf, 'role'>): Audience {
  return role === 'coordinator' || role === 'core-member' ? 'core' : 'network'
}

/** An entry of the ledger never changes, so what it shows is made once for each register. */
const made = new WeakMap<Register, Map<string, Promise<Explored>>>()

/**
 * All of them, the newest first, whatever was asked for: an address is then looked up among what is there, so that a table of a
 * narrower audience, one that no edition has, and nonsense are the same nothing, found in the same way.
 */
async function exploredBy(desk: Desk, audience: Audience): Promise<readonly Explored[]> {
  const stored = (await inNetwork(desk.register, desk.context, readLedger)).filter(({ kind, ...entry }) => kind === 'edition' && !isNarrower(entry.audience, audience))
  const known = made.get(desk.register) ?? new Map<string, Promise<Explored>>()
  made.set(desk.register, known)
  return Promise.all(stored.toReversed().map((entry) => {
    const found = known.get(entry.id) ?? explore(desk, entry)
    known.set(entry.id, found)
    // What failed is tried again.
    found.catch(() => known.delete(entry.id))
    return found
  }))
}

async function explore(desk: Desk, stored: StoredLedgerEntry): Promise<Explored> {
  const entry = (await entryOf(stored)) as EditionEntry
  const { id, year, audience } = entry
  const at = await momentOf(desk, entry)
  const input: ExploreInput = {
    context: {
      network: desk.network,
      year,
      firstYear: Number(desk.network.collectionStart.slice(0, 4)),
      asOf: { position: entry.asOf, time: at.time, head: '' },
      today: stored.createdAt.slice(0, 10),
      // Only a year that is over is approved.
      collectedTo: `${year}-12-31`,
      policy: { ...defaultPolicies[audience], id: entry.policy },
      version: '',
      draft: false,
    },
    // Only disclosure makes protected tables, and the ledger has none that it did not read back (entryOf).
    tables: entry.tables as readonly ProtectedTable[],
    label: { sv: at.label('sv'), en: at.label('en') },
  }
  return { edition: { id, year, audience, approvedAt: stored.createdAt, asOf: { at: at.time } }, position: entry.asOf, input, tables: exploreTables(input) }
}

type At = { readonly time: string; readonly label: (language: Language) => ExploreInput['label'][Language] }

/**
 * When the edition's input was frozen, and the words of that moment. Every edition prints both, so they are read as the program
 * itself reads: the lines of the audit are not for everybody.
 */
async function momentOf({ register, context }: Desk, { asOf }: EditionEntry): Promise<At> {
  return inNetwork(register, { network: context.network, member: 'operator' }, async (transaction) => {
    const catalogue = catalogueOf((await readOwnIndicators(transaction, asOf)).map(({ indicator }) => indicator))
    return { time: (await findLineAt(transaction, asOf))!.at, label: (language) => (dimension, code) => findLabel(dimension, code, language, catalogue) }
  })
}

export async function listExplored(desk: Desk, audience: Audience): Promise<readonly ExplorerEdition[]> {
  return (await exploredBy(desk, audience)).map(({ edition, tables }) => ({
    ...edition, tables: tables.map(({ id, title, breakdown }) => ({ id, title, breakdown })),
  }))
}

export async function findExplored(desk: Desk, audience: Audience, edition: string, table: string): Promise<ExplorerTableAnswer | undefined> {
  const addresses = new Map((await exploredBy(desk, audience)).flatMap((one) => one.tables.map((each) => [`${one.edition.id}/${each.id}`, { one, each }] as const)))
  const found = addresses.get(`${edition}/${table}`)
  if (!found) return undefined
  const { one, each } = found
  return {
    edition: one.edition,
    table: each,
    efforts: each.id === 'incidents' ? await frozenEffort(desk, each.periods, one.position) : null,
    trends: each.id === 'incidents' ? shownTrends(one.input, one.tables) : null,
    files: languages.flatMap((language) => kinds.map((kind) => ({ language, kind, href: `/api/explorer/${one.edition.id}/${each.id}/${language}.${kind}` }))),
  }
}

export type ExploredFile = { readonly name: string; readonly kind: (typeof kinds)[number]; readonly text: string }

/** `file`: "sv.csv", "en.json". */
export async function findExploredFile(desk: Desk, audience: Audience, edition: string, table: string, file: string): Promise<ExploredFile | undefined> {
  const files = (await exploredBy(desk, audience)).flatMap((one) => one.tables.flatMap((each) => languages.flatMap((language) => kinds.map((kind) => ({ one, each, language, kind })))))
  const found = new Map(files.map((each) => [`${each.one.edition.id}/${each.each.id}/${each.language}.${each.kind}`, each])).get(`${edition}/${table}/${file}`)
  if (!found) return undefined
  const { one, each, language, kind } = found
  return { name: `${one.edition.year}-${each.id}-${language}.${kind}`, kind, text: findTableFile(one.input, each.id, language, kind)! }
}
