// The content lines of members, keys, devices, invitations, messages, settings, the ledger, the workshop and cases, as lykta.unstamped_lines writes them.
import { sha256 } from '../hash.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { byPosition, type Content } from './by-position.ts'
import { hashValues } from './hash-values.ts'

type Stamped =
  | 'member' | 'member_key' | 'membership_line' | 'device' | 'invitation' | 'invitation_end' | 'message' | 'quiet_month' | 'network_setting'
  | 'ledger_entry' | 'edition_protocol' | 'edition_draft' | 'draft_protocol' | 'edition_override' | 'edition_step' | 'edition_file'
  | 'prose' | 'example' | 'example_decision' | 'official_series' | 'meeting' | 'meeting_revision' | 'meeting_item' | 'yearly_answer' | 'effort'
  | 'share' | 'share_step' | 'reading_session' | 'reading_step' | 'break_glass' | 'break_glass_step' | 'case_file' | 'case_event' | 'same_link' | 'same_refusal'
  | 'erasure' | 'legal_hold' | 'coarsening' | 'weeding' | 'hold_request' | 'hold_answer' | 'diary_number' | 'extract_decision' | 'weeding_decision' | 'breach' | 'situation_report' | 'situation_version' | 'situation_file' | 'situation_release'

/** Each may be a few hundred kilobytes. */
const FILES_A_BATCH = 50
/** All tables are read at once. */
const ROWS_A_BATCH = 500

/** Of what a draft held, also when it was thrown away. */
const hashOf = ({ erased_hash: erased }: { readonly erased_hash: Buffer | null }, held: string | Buffer): string => (erased ?? sha256(held)).toString('hex')

/** A line, or several. */
const writers: { readonly [Table in Stamped]: (row: Stored<Table>) => string | readonly string[] } = {
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
  ledger_entry: (row) => [
    `ledger-entry ${row.entry_id} ${hashValues([row.seq, row.kind, row.audience, sha256(row.content).toString('hex'), row.author])}`,
    ...(row.release_at === null ? [] : [`edition-release ${row.entry_id} ${row.release_at}`]),
  ],
  edition_protocol: (row) => `edition-protocol ${row.entry_id} ${hashValues([sha256(row.protocol).toString('hex'), row.author])}`,
  edition_draft: (row) => `edition-draft ${row.draft_id} ${hashValues([
    row.year, row.audience, row.revises, row.as_of, row.head, row.ledger_length, row.policy, row.prose, row.digest, hashOf(row, row.content), row.author])}`,
  draft_protocol: (row) => `draft-protocol ${row.draft_id} ${hashValues([hashOf(row, row.protocol), row.author])}`,
  edition_override: (row) => `edition-override ${row.draft_id} ${row.rule} ${row.erased_hash?.toString('hex') ?? hashValues([row.subject, row.reason, row.author])}`,
  edition_step: (row) => `edition-step ${row.draft_id} ${row.seq} ${hashValues([row.act, row.digest, row.release_at, row.reason, row.author])}`,
  edition_file: (row) => `edition-file ${row.draft_id} ${row.form} ${row.path} ${hashOf(row, row.bytes)} ${row.author}`,
  prose: (row) => `prose ${row.language} ${row.revision} ${hashValues([sha256(row.text).toString('hex'), sha256(row.figures).toString('hex'), row.author])}`,
  example: (row) => `example ${row.example_id} ${hashValues([row.text_sv, row.text_en, row.author])}`,
  official_series: (row) => `official-series ${row.series_id} ${row.revision} ${hashValues([sha256(row.content).toString('hex'), row.withdrawn, row.author])}`,
  meeting: (row) => `meeting ${row.meeting_id} ${row.circle}`,
  meeting_revision: (row) => `meeting-revision ${row.meeting_id} ${row.revision} ${hashValues([
    row.circle, row.held_on, row.begins, row.ends, row.state, row.agenda, row.attendance, row.author])}`,
  meeting_item: (row) => `meeting-item ${row.item_id} ${row.revision} ${hashValues([
    row.meeting_id, row.circle, row.kind, row.organisation_id, row.state, row.due_on, row.settled_on, row.line, row.text_id, row.text_hash?.toString('hex') ?? null, row.author])}`,
  yearly_answer: (row) => `yearly-answer ${row.organisation_id} ${row.year} ${row.subject} ${row.revision} ${hashValues([row.answer, row.author])}`,
  effort: (row) => `effort ${row.effort_id} ${row.revision} ${hashValues([row.organisation_id, row.kind, row.month, row.times, row.people, row.withdrawn, row.author])}`,
  share: (row) => `share ${row.share_id} ${hashValues([row.incident_id, row.organisation_id, row.way, row.what, row.up_to, row.ground, row.expires_at, row.author])}`,
  share_step: (row) => `share-step ${row.share_id} ${row.seq} ${hashValues([row.act, row.author])}`,
  reading_session: (row) => `reading-session ${row.session_id} ${hashValues([row.purpose, row.author])}`,
  reading_step: (row) => `reading-step ${row.session_id} ${row.act} ${hashValues([row.texts, row.extent, row.author])}`,
  break_glass: (row) => `break-glass ${row.glass_id} ${hashValues([row.reason, row.share_id, row.expires_at, row.author])}`,
  break_glass_step: (row) => `break-glass-step ${row.glass_id} ${row.act} ${hashValues([row.finding, row.author])}`,
  case_file: (row) => `case ${row.case_id} ${hashValues([row.ref, row.author])}`,
  case_event: (row) => `case-event ${row.case_id} ${row.seq} ${hashValues([
    row.event_id, row.kind, row.content, row.incident_id, row.incident_seq, row.sealed_hash?.toString('hex') ?? null, row.author])}`,
  same_link: (row) => `same-link ${row.incident_id} ${row.entry} ${row.revision} ${hashValues([row.cluster_id, row.degree, row.groups, row.author])}`,
  same_refusal: (row) => `same-refusal ${row.first_id} ${row.first_entry} ${row.second_id} ${row.second_entry} ${row.revision} ${hashValues([row.withdrawn, row.author])}`,
  erasure: (row) => `erasure ${row.text_id} ${hashValues([row.class, row.cause, row.author])}`,
  diary_number: (row) => `diary-number ${row.incident_id} ${row.year} ${row.serial} ${hashValues([row.name, row.came_at])}`,
  extract_decision: (row) => `extract-decision ${row.extract_id} ${hashValues([row.incident_id, row.revision, row.outcome, row.decided_on, sha256(row.content).toString('hex'), row.author])}`,
  weeding_decision: (row) => `weeding-decision ${row.decision_id} ${row.revision} ${hashValues([row.reference, row.decided_on, row.classes, row.withdrawn, row.author])}`,
  breach: (row) => `breach ${row.breach_id} ${row.revision} ${hashValues([sha256(row.content).toString('hex'), row.text_id, row.text_hash?.toString('hex') ?? null, row.author])}`,
  legal_hold: (row) => `legal-hold ${row.subject_id} ${row.seq} ${hashValues([row.subject, row.reason, row.ends_on, row.author])}`,
  coarsening: (row) => `coarsening ${row.incident_id} ${row.revision} ${row.level} ${hashValues([row.answers_hash.toString('hex'), row.author])}`,
  weeding: (row) => `weeding ${row.weeding_id} ${hashValues([row.class, row.cause, row.subjects, row.parts, row.decision, row.digest?.toString('hex') ?? null, row.author])}`,
  hold_request: (row) => `hold-request ${row.request_id} ${hashValues([row.act, row.subject_id, row.subject, row.reason, row.ends_on, row.author])}`,
  hold_answer: (row) => `hold-answer ${row.request_id} ${hashValues([row.act, row.author])}`,
  situation_report: (row) => `situation-report ${row.report_id} ${hashValues([row.meeting_id, row.as_of, row.ledger_length, row.author])}`,
  situation_version: (row) => `situation-version ${row.report_id} ${row.audience} ${hashValues([
    row.digest, sha256(row.content).toString('hex'), row.told === null ? null : sha256(row.told).toString('hex'), row.author])}`,
  situation_file: (row) => `situation-file ${row.report_id} ${row.audience} ${row.path} ${sha256(row.bytes).toString('hex')} ${row.author}`,
  situation_release: (row) => `situation-release ${row.report_id} ${row.audience} ${hashValues([row.digest, row.author])}`,
  example_decision: (row) => `example-decision ${row.example_id} ${row.kind} ${hashValues([row.author])}`,
}

/** Every table of those: a row without a position was stamped by no line. */
export const memberTables = Object.keys(writers) as readonly Stamped[]

/** Of each table, by position. */
export function memberContents(transaction: ReadTransaction): readonly AsyncGenerator<Content>[] {
  return Object.entries(writers).map(([table, writer]) => {
    const write = writer as (row: unknown) => string | readonly string[]
    const query = { sql: `select * from lykta.${table} where network_id = $1 and from_position is not null order by from_position`, parameters: [transaction.network] }
    const rowsABatch = table === 'edition_file' || table === 'situation_file' ? FILES_A_BATCH : ROWS_A_BATCH
    return byPosition(readBatches<{ readonly from_position: number | null }>(transaction, query, rowsABatch), (row) => [write(row)].flat())
  })
}
