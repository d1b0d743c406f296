// The content lines of members, keys, devices, invitations, messages, settings and the ledger, as lykta.unstamped_lines writes them.
import { sha256 } from '../hash.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { hashValues } from './hash-values.ts'

type Line = { readonly position: number | null; readonly line: string }

type Stamped = 'member' | 'member_key' | 'membership_line' | 'device' | 'invitation' | 'invitation_end' | 'message' | 'quiet_month' | 'network_setting' | 'ledger_entry' | 'edition_protocol'

const writers: { readonly [Table in Stamped]: (row: Stored<Table>) => string } = {
  member: (row) => `member ${row.member_id} ${row.revision} ${hashValues([row.role, row.organisation_id, row.login, row.active])}`,
  member_key: (row) => `member-key ${row.member_id} ${row.revision} ${hashValues([row.recipient, row.verify_key])}`,
  membership_line: (row) => `membership-line ${row.seq} ${sha256(row.line).toString('hex')}`,
  device: (row) => `device ${row.device_id} ${row.revision} ${hashValues([
    row.organisation_id, row.name, row.token_hash.toString('hex'), row.verify_key, row.proof, row.invitation_id, row.active])}`,
  invitation: (row) => `invitation ${row.invitation_id} ${hashValues([row.kind, row.role, row.organisation_id, row.token_hash.toString('hex')])}`,
  invitation_end: (row) => `invitation-end ${row.invitation_id} ${row.how}`,
  message: (row) => `message ${row.message_id} ${hashValues([row.incident_id, row.kind, row.code, row.answers_id, row.author])}`,
  quiet_month: (row) => `quiet-month ${row.organisation_id} ${row.month} ${row.revision} ${hashValues([row.withdrawn, row.author])}`,
  network_setting: (row) => `settings ${row.revision} ${sha256(row.settings).toString('hex')}`,
  ledger_entry: (row) => `ledger-entry ${row.entry_id} ${hashValues([row.seq, row.kind, row.audience, sha256(row.content).toString('hex'), row.author])}`,
  edition_protocol: (row) => `edition-protocol ${row.entry_id} ${hashValues([sha256(row.protocol).toString('hex'), row.author])}`,
}

/** Of every row, in no order. */
export async function* memberLines(transaction: ReadTransaction): AsyncGenerator<Line> {
  for (const [table, writer] of Object.entries(writers)) {
    const write = writer as (row: unknown) => string
    const query = { sql: `select * from lykta.${table} where network_id = $1`, parameters: [transaction.network] }
    for await (const rows of readBatches<{ readonly from_position: number | null }>(transaction, query)) {
      for (const row of rows) yield { position: row.from_position, line: write(row) }
    }
  }
}
