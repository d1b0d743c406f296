// Events of cases against their neighbours, and sealed notes against the hashes in their events.
import { type Problem, problem } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'
import { isGone } from './is-gone.ts'

type Row = {
  readonly case_id: string
  readonly seq: number
  readonly kind: string
  readonly incident_id: string | null
  readonly incident_seq: number | null
  readonly sealed_hash: Buffer | null
  readonly body_hash: Buffer | null
  readonly note_case: string | null
  readonly has_key: boolean
  readonly erased: boolean
}

/** Numbers run from 1 without gaps and the first one opens; what an incident joins and leaves follows one another; erased notes are warnings. */
export async function* findCaseFaults({ client, network }: ReadTransaction): AsyncGenerator<Problem> {
  const { rows } = await client.query<Row>(
    `select e.case_id, e.seq, e.kind, e.incident_id, e.incident_seq, e.sealed_hash, sha256(n.body) as body_hash, n.case_id as note_case, k.note_id is not null as has_key, r.text_id is not null as erased
     from lykta.case_event e
     left join lykta.case_note n on n.network_id = e.network_id and n.note_id = e.event_id
     left join lykta.case_note_key k on k.network_id = e.network_id and k.note_id = e.event_id and k.case_id = e.case_id
     left join lykta.erasure r on r.network_id = e.network_id and r.text_id = e.event_id
     where e.network_id = $1 order by e.case_id, e.seq`, [network])
  const fault = (code: string, { case_id: id, seq: revision }: Row): Problem => problem(code, { network, table: 'case', id, revision })
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1]?.case_id === row.case_id ? rows[at - 1] : undefined
    if (row.seq !== (before?.seq ?? 0) + 1 || (row.seq === 1) !== (row.kind === 'open')) yield fault('verify.succession', row)
    if (row.kind !== 'note') continue
    if (row.erased) {
      if (!isGone(row) || row.note_case !== row.case_id) yield fault('verify.note-erased-stands', row)
      continue
    }
    if (!row.body_hash) yield fault('verify.note-missing', row)
    else if (!row.sealed_hash?.equals(row.body_hash) || row.note_case !== row.case_id) yield fault('verify.note-changed', row)
    if (!row.has_key) yield { ...fault('verify.note-key-missing', row), severity: 'warning' }
  }
  const moves = Map.groupBy(rows.filter(({ incident_seq: seq }) => seq !== null), ({ incident_id: id }) => id)
  for (const list of moves.values()) {
    for (const [at, row] of list.toSorted((a, b) => a.incident_seq! - b.incident_seq!).entries()) {
      if (row.incident_seq !== at + 1 || row.kind !== (at % 2 === 0 ? 'join' : 'leave')) yield fault('verify.succession', row)
    }
  }
}
