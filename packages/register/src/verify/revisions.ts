// Each revision against its hash, its neighbours, its projection and its sealed text.
import { isDeepStrictEqual } from 'node:util'
import { canonicalText, type Incident, type Problem, problem } from '@lykta/incident'
import { sql } from 'kysely'
import { memberTables } from '../audit/member-content.ts'
import { sha256 } from '../hash.ts'
import { projectIncident } from '../record/project-incident.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { isGone } from './is-gone.ts'

type Row = Stored<'revision'> & {
  /** The row that stands in the table of facts, as JSON. */
  readonly fact: Readonly<Record<string, unknown>> | null
  readonly body_hash: Buffer | null
  readonly has_key: boolean
  /** Whether the log of erasing says so. */
  readonly erased: boolean
  /** Of the answers since they were made coarser; null when they stand as they were written. */
  readonly coarse_hash: Buffer | null
  /** Whose the incident says that it is. */
  readonly organisation_id: string | null
  readonly entered_by: string | null
}

/** What is wrong, revision by revision; erased texts are warnings. `counted` is called once a revision. */
export async function* findRevisionFaults(transaction: ReadTransaction, counted: () => void): AsyncGenerator<Problem> {
  let previous: Row | undefined
  for await (const batch of readBatches<Row>(transaction, revisionsWithFacts(transaction), 1000)) {
    for (const row of batch) {
      counted()
      yield* succession(previous, row)
      yield* ownFaults(row)
      previous = row
    }
  }
  if (previous) yield* succession(previous, undefined)
}

function revisionsWithFacts({ network }: ReadTransaction) {
  return {
    sql: `select r.*, i.organisation_id, i.entered_by, to_jsonb(f) as fact, k.sealed_id is not null as has_key, e.text_id is not null as erased, sha256(b.body) as body_hash, c.answers_hash as coarse_hash
      from lykta.revision r
      join lykta.incident i on i.network_id = r.network_id and i.incident_id = r.incident_id
      left join lykta.incident_fact f on f.network_id = r.network_id and f.incident_id = r.incident_id and f.revision = r.number
      left join lykta.sealed_body b on b.network_id = r.network_id and b.sealed_id = r.sealed_id
      left join lykta.sealed_key k on k.network_id = r.network_id and k.sealed_id = r.sealed_id
      left join lykta.erasure e on e.network_id = r.network_id and e.text_id = r.sealed_id
      left join lateral (select answers_hash from lykta.coarsening c where c.network_id = r.network_id and c.incident_id = r.incident_id and c.revision = r.number
        order by c.from_position desc, c.level limit 1) c on true
      where r.network_id = $1 order by r.incident_id, r.number`,
    parameters: [network],
  }
}

function fault(code: string, row: Row): Problem {
  return problem(code, { network: row.network_id, table: 'incident', id: row.incident_id, revision: row.number })
}

/** Numbers run from 1 without gaps, and each ends where the next begins. */
function* succession(previous: Row | undefined, row: Row | undefined): Generator<Problem> {
  const follows = previous !== undefined && row?.incident_id === previous.incident_id
  if (previous && previous.until_position !== (follows ? row.from_position : null)) yield fault('verify.succession', previous)
  if (row && row.number !== (follows ? previous.number + 1 : 1)) yield fault('verify.succession', row)
}

function* ownFaults(row: Row): Generator<Problem> {
  if (!sha256(row.answers).equals(row.coarse_hash ?? row.coded_hash)) yield fault('verify.answers-hash', row)
  const answers = parseAnswers(row.answers)
  if (!answers) yield fault('verify.answers-text', row)
  else if (!factsAgree(row, answers)) yield fault('verify.facts', row)
  // By these row-level security tells whose the incident is.
  if (row.number === 1 && answers && !(row.organisation_id === answers.reportedBy && row.entered_by === row.author)) yield fault('verify.incident-owner', row)
  if (row.sealed_id === null) return
  if (row.erased) {
    if (!isGone(row)) yield fault('verify.erased-stands', row)
    return
  }
  if (!row.body_hash) yield fault('verify.sealed-missing', row)
  else if (!row.sealed_hash?.equals(row.body_hash)) yield fault('verify.sealed-changed', row)
  if (!row.has_key) yield { ...fault('verify.key-missing', row), severity: 'warning' }
}

function parseAnswers(text: string): Incident | undefined {
  try {
    const answers = JSON.parse(text) as Incident
    return canonicalText(answers) === text ? answers : undefined
  } catch {
    return undefined
  }
}

function factsAgree(row: Row, answers: Incident): boolean {
  return isDeepStrictEqual(row.fact, {
    network_id: row.network_id,
    incident_id: row.incident_id,
    revision: row.number,
    withdrawn: row.withdrawn,
    from_position: row.from_position,
    until_position: row.until_position,
    ...projectIncident(answers),
  })
}

/** Tables whose rows an audit line brings into force. */
const STAMPED = ['revision', 'organisation', 'own_indicator', 'epoch', ...memberTables] as const

/** Rows that no revision or no audit line accounts for. */
export async function* findStrays({ db, network }: ReadTransaction): AsyncGenerator<Problem> {
  const strays = [
    ['verify.incident-without-revision', 'incident', sql<boolean>`not exists (select from lykta.revision r
      where r.network_id = incident.network_id and r.incident_id = incident.incident_id)`],
    ['verify.sealed-stray', 'sealed_body', sql<boolean>`not exists (select from lykta.revision r
      where r.network_id = sealed_body.network_id and r.incident_id = sealed_body.incident_id and r.sealed_id = sealed_body.sealed_id)`],
    ['verify.sealed-stray', 'meeting_text', sql<boolean>`not exists (select from lykta.meeting_item i
      where i.network_id = meeting_text.network_id and i.text_id = meeting_text.text_id and (i.text_hash = sha256(meeting_text.body) or meeting_text.body = '' and exists (select from lykta.erasure e
        where e.network_id = meeting_text.network_id and e.text_id = meeting_text.text_id)))`],
    // Of a draft that was thrown away everything is empty, and of no other.
    ...(['edition_draft', 'draft_protocol', 'edition_override', 'edition_file'] as const).map((table) => ['verify.discarded', table, sql<boolean>`(${sql.ref(`${table}.erased_hash`)} is not null) <> exists (
      select from lykta.edition_step s where s.network_id = ${sql.ref(`${table}.network_id`)} and s.draft_id = ${sql.ref(`${table}.draft_id`)} and s.act = 'discard')`] as const),
    ['verify.discarded', 'edition_file', sql<boolean>`erased_hash is not null and bytes <> ''`],
    ['verify.sealed-stray', 'breach_text', sql<boolean>`not exists (select from lykta.breach b
      where b.network_id = breach_text.network_id and b.text_id = breach_text.text_id and b.text_hash = sha256(breach_text.body))`],
    // Their place between transactions is empty.
    ['verify.unstamped', 'new_fact', sql<boolean>`true`],
    ...STAMPED.map((table) => ['verify.unstamped', table, sql<boolean>`${sql.ref(`${table}.from_position`)} is null`] as const),
  ] as const
  for (const [code, table, condition] of strays) {
    const { rows } = await db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('rows'))
      .where(`${table}.network_id`, '=', network).where(condition).executeTakeFirstOrThrow()
    if (rows > 0) yield problem(code, { network, table, rows })
  }
}
