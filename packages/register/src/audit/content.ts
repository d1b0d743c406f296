// What each position put into force, written as lykta.append_audit writes it, for recomputing the content hashes.
import { sha256 } from '../hash.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { byPosition, type Content } from './by-position.ts'
import { hashValues } from './hash-values.ts'
import { memberContents } from './member-content.ts'

/** SHA-256 of the lines, sorted bytewise; they are ASCII. */
export function hashContent(lines: readonly string[]): Buffer {
  return sha256([...lines].sort().join('\n'))
}

/** Every position that put something into force, in order. Every table is read along with the others, so that none has to be held in memory. */
export async function* readContents(transaction: ReadTransaction): AsyncGenerator<Content> {
  const streams = [fewContents(transaction), revisionContents(transaction), ...memberContents(transaction)]
  const heads: { readonly stream: AsyncGenerator<Content>; next: Content }[] = []
  for (const stream of streams) {
    const first = await stream.next()
    if (!first.done) heads.push({ stream, next: first.value })
  }
  while (heads.length > 0) {
    const position = heads.reduce((least, { next }) => Math.min(least, next.position), Infinity)
    const own = heads.filter(({ next }) => next.position === position)
    yield { position, lines: own.length === 1 ? own[0]!.next.lines : own.flatMap(({ next }) => next.lines) }
    for (const head of own) {
      const following = await head.stream.next()
      if (following.done) heads.splice(heads.indexOf(head), 1)
      else head.next = following.value
    }
  }
}

async function* revisionContents(transaction: ReadTransaction): AsyncGenerator<Content> {
  yield* byPosition(readBatches<RevisionRow>(transaction, revisionsByPosition(transaction)), (row) => [revisionLine(row)])
}

type RevisionRow = Stored<'revision'> & Pick<Stored<'incident'>, 'ref' | 'external_ref'> & { readonly from_position: number }

function revisionsByPosition({ db, network }: ReadTransaction) {
  return db.selectFrom('revision')
    .innerJoin('incident', (join) => join
      .onRef('incident.network_id', '=', 'revision.network_id').onRef('incident.incident_id', '=', 'revision.incident_id'))
    .selectAll('revision').select(['incident.ref', 'incident.external_ref'])
    .where('revision.network_id', '=', network).where('revision.from_position', 'is not', null)
    .orderBy('revision.from_position').compile()
}

function revisionLine(row: RevisionRow): string {
  const rest = [
    row.ref, row.external_ref, row.form_version, row.author, row.withdrawn, row.sealed_id, row.sealed_hash?.toString('hex') ?? null,
  ]
  return `revision ${row.incident_id} ${row.number} ${row.coded_hash.toString('hex')} ${hashValues(rest)}`
}

/** What there is little of. */
async function* fewContents({ db, network }: ReadTransaction): AsyncGenerator<Content> {
  const lines = new Map<number, string[]>()
  const add = (position: number | null, line: string): void => {
    if (position === null) return
    const known = lines.get(position)
    if (known) known.push(line)
    else lines.set(position, [line])
  }
  for (const row of await db.selectFrom('network').selectAll().where('network_id', '=', network).execute()) {
    add(1, `network ${hashValues([row.name, row.municipality, row.collection_start, row.time_zone, row.languages, row.sample])}`)
  }
  for (const row of await db.selectFrom('organisation').selectAll().where('network_id', '=', network).execute()) {
    const values = [row.code, row.name, row.sector, row.joined, row.left_on]
    add(row.from_position, `organisation ${row.organisation_id} ${row.revision} ${hashValues(values)}`)
  }
  for (const row of await db.selectFrom('own_indicator').selectAll().where('network_id', '=', network).execute()) {
    const values = [row.indicator_id, row.text_sv, row.text_en, row.observers, row.valid_from, row.valid_to]
    add(row.from_position, `indicator ${row.revision} ${hashValues(values)}`)
  }
  for (const row of await db.selectFrom('epoch').selectAll().where('network_id', '=', network).execute()) {
    add(row.from_position, `epoch ${row.epoch} ${hashValues([row.recipient, row.made_on])}`)
  }
  for (const [position, own] of [...lines].sort(([a], [b]) => a - b)) yield { position, lines: own }
}
