// What each position put into force, written as lykta.append_audit writes it, for recomputing the content hashes.
import { sha256 } from '../hash.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { hashValues } from './hash-values.ts'
import { memberLines } from './member-content.ts'

export type Content = {
  readonly position: number
  /** One line each, unsorted. */
  readonly lines: readonly string[]
}

/** SHA-256 of the lines, sorted bytewise; they are ASCII. */
export function hashContent(lines: readonly string[]): Buffer {
  return sha256([...lines].sort().join('\n'))
}

/** Every position that put something into force, in order. */
export async function* readContents(transaction: ReadTransaction): AsyncGenerator<Content> {
  const few = await readFew(transaction)
  const positions = [...few.keys()].sort((a, b) => a - b)
  let position = 0
  let lines: string[] = []
  function* finished(before: number): Generator<Content> {
    if (lines.length > 0) yield { position, lines: [...lines, ...(few.get(position) ?? [])] }
    if (position === positions[0]) positions.shift()
    while (positions[0] !== undefined && positions[0] < before) {
      const next = positions.shift()!
      yield { position: next, lines: few.get(next)! }
    }
  }
  for await (const batch of readBatches<RevisionRow>(transaction, revisionsByPosition(transaction))) {
    for (const row of batch) {
      if (row.from_position !== position) {
        yield* finished(row.from_position)
        position = row.from_position
        lines = []
      }
      lines.push(revisionLine(row))
    }
  }
  yield* finished(Infinity)
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

/** What there is little of: everything but revisions of incidents. */
async function readFew(transaction: ReadTransaction): Promise<ReadonlyMap<number, readonly string[]>> {
  const { db, network } = transaction
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
  for await (const { position, line } of memberLines(transaction)) add(position, line)
  return lines
}
