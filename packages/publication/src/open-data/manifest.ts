// What an edition consists of, with hashes: enough to know later that nothing was changed, and how to count it again.
import type { ProtectedTable } from '@lykta/disclosure'
import type { Language } from '@lykta/incident'
import type { Unit } from '@lykta/statistics'
import type { EditionContext } from '../binding/edition-context.ts'
import type { Digest } from '../ports.ts'
import { wordsIn } from '../words/words-in.ts'
import { columns } from './csv.ts'
import type { SignCode } from './data-cell.ts'
import { dataTables } from './data-table.ts'

type Texts = Readonly<Record<Language, string>>

export type Manifest = {
  readonly manifest: 1
  readonly network: string
  readonly municipality: string
  readonly sample: boolean
  readonly draft: boolean
  readonly year: number
  readonly period: { readonly from: string; readonly to: string }
  /**
   * `head`: hash of the register's audit at that moment, by which a copy outside shows a later change. It lets no guess
   * be checked: random ids go into it with each incident. The register's position stands in no public file: it moves with every write.
   */
  readonly asOf: Pick<EditionContext['asOf'], 'time' | 'head'>
  readonly made: string
  readonly policy: string
  readonly program: { readonly name: 'Lykta'; readonly version: string }
  readonly notice: Texts
  /** What the files under tables/ hold. Ids are names of specifications and stay the same from edition to edition. */
  readonly tables: readonly {
    readonly id: string
    readonly title: Texts
    readonly figures: readonly { readonly id: string; readonly unit: Unit; readonly title: Texts }[]
    readonly periods: readonly string[]
  }[]
  /** The columns of the CSV files in their order, as each language heads them. */
  readonly columns: readonly Texts[]
  /** What stands in the column "sign" and in JSON-stat's status. */
  readonly signs: Readonly<Record<SignCode, Texts>>
  /** Sorted by path. The private protocol is not among them: it is not published, and a hash of it would let guesses be checked. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

export type ManifestInput = {
  readonly context: Omit<EditionContext, 'language'>
  readonly tables: readonly ProtectedTable[]
  /** Of all languages, with paths as they are written ("sv/report.pdf"). */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export async function makeManifest({ context, tables, files }: ManifestInput, digest: Digest): Promise<Manifest> {
  const listed = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const { network, collectedTo, firstYear, year } = context
  const from = network.collectionStart > `${firstYear}-01-01` ? network.collectionStart : `${firstYear}-01-01`
  const to = collectedTo < `${year}-12-31` ? collectedTo : `${year}-12-31`
  return {
    manifest: 1,
    network: network.name,
    municipality: network.municipality,
    sample: network.sample,
    draft: context.draft,
    year,
    period: { from, to },
    asOf: { time: context.asOf.time, head: context.asOf.head },
    made: context.today,
    policy: context.policy.id,
    program: { name: 'Lykta', version: context.version },
    notice: inBoth(({ notice }) => notice),
    tables: listTables(context, tables),
    columns: columns.map((column) => inBoth((words) => words.columns[column])),
    signs: bySign((sign) => inBoth(({ signCodes }) => signCodes[sign])),
    files: await Promise.all(listed.map(async ([path, bytes]) => ({ path, bytes: bytes.length, sha256: await digest(bytes) }))),
  }
}

function listTables(context: ManifestInput['context'], tables: readonly ProtectedTable[]): Manifest['tables'] {
  // Titles come from each language's words; labels of codes stand in the files themselves.
  const edition = { context: { ...context, language: 'en' as const }, tables: new Map(tables.map((table) => [table.id, table])), words: wordsIn.en }
  return dataTables({ ...edition, label: () => undefined }).map(({ id, rows, periods }) => ({
    id,
    title: titleOf(id),
    figures: [...new Map(rows.map(({ figure, unit }) => [figure, { id: figure, unit, title: titleOf(figure) }])).values()],
    periods: periods.map((period) => period.id),
  }))
}

const inBoth = (text: (words: (typeof wordsIn)[Language]) => string): Texts => ({ sv: text(wordsIn.sv), en: text(wordsIn.en) })

const titleOf = (id: string): Texts => inBoth(({ tables }) => tables[id] ?? id)

function bySign<Value>(value: (sign: SignCode) => Value): Readonly<Record<SignCode, Value>> {
  return {
    exact: value('exact'),
    'at-least': value('at-least'),
    'more-than': value('more-than'),
    hidden: value('hidden'),
    'not-asked': value('not-asked'),
    'not-collected': value('not-collected'),
  }
}
