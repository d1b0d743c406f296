// Which tables a backup holds, in the order in which their keys allow them to be put back.

/** Everything but the facts, which are computed again, and the keys. */
export const RECORD_TABLES = [
  'network', 'organisation', 'own_indicator', 'incident', 'revision', 'epoch', 'sealed_body', 'member', 'member_key', 'membership_line', 'device',
  'invitation', 'invitation_end', 'message', 'quiet_month', 'network_setting', 'ledger_entry', 'edition_protocol', 'edition_draft', 'draft_protocol',
  'edition_override', 'edition_step', 'edition_file', 'prose', 'example', 'example_decision', 'official_series',
  'meeting', 'meeting_revision', 'meeting_text', 'meeting_item', 'yearly_answer', 'effort',
  'share', 'share_step', 'reading_session', 'reading_step', 'case_file', 'case_event', 'case_note', 'same_link', 'same_refusal', 'situation_report', 'situation_version', 'situation_file', 'situation_release', 'erasure', 'legal_hold', 'coarsening', 'weeding', 'hold_request', 'hold_answer', 'saved_view', 'audit',
] as const

/**
 * What opens sealed text; kept in a file of its own, and no longer than 35 days, so that erasing reaches backups. Behind them
 * the same file holds who signs in (sign-in-rows.ts).
 */
export const KEY_TABLES = ['epoch_grant', 'sealed_key', 'member_bundle', 'meeting_key', 'case_note_key'] as const

/** Columns that give each table's rows one order within a network. */
export const ROW_ORDER: Readonly<Record<(typeof RECORD_TABLES | typeof KEY_TABLES)[number], string>> = {
  network: 'network_id',
  organisation: 'organisation_id, revision',
  own_indicator: 'indicator_id, revision',
  incident: 'incident_id',
  revision: 'incident_id, number',
  epoch: 'epoch',
  sealed_body: 'sealed_id',
  audit: 'position',
  epoch_grant: 'epoch, holder',
  sealed_key: 'sealed_id',
  member: 'member_id, revision',
  member_key: 'member_id, revision',
  member_bundle: 'member_id, bundle_id',
  membership_line: 'seq',
  device: 'device_id, revision',
  invitation: 'invitation_id',
  invitation_end: 'invitation_id',
  // An answer behind its question.
  message: 'from_position, answers_id nulls first, message_id',
  quiet_month: 'organisation_id, month, revision',
  network_setting: 'revision',
  ledger_entry: 'seq',
  edition_protocol: 'entry_id',
  edition_draft: 'draft_id',
  draft_protocol: 'draft_id',
  edition_override: 'draft_id, rule, subject',
  edition_step: 'draft_id, seq',
  edition_file: 'draft_id, form, path',
  prose: 'language, revision',
  example: 'example_id',
  example_decision: 'example_id, kind',
  official_series: 'series_id, revision',
  erasure: 'text_id',
  legal_hold: 'subject_id, seq',
  coarsening: 'incident_id, revision, level',
  weeding: 'weeding_id',
  hold_request: 'request_id',
  hold_answer: 'request_id',
  saved_view: 'member_id, view_id',
  situation_report: 'report_id',
  situation_version: 'report_id, audience',
  situation_file: 'report_id, audience, path',
  situation_release: 'report_id, audience',
  same_link: 'incident_id, entry, revision',
  same_refusal: 'first_id, first_entry, second_id, second_entry, revision',
  meeting: 'meeting_id',
  meeting_revision: 'meeting_id, revision',
  meeting_text: 'text_id',
  meeting_item: 'item_id, revision',
  meeting_key: 'text_id',
  yearly_answer: 'organisation_id, year, subject, revision',
  effort: 'effort_id, revision',
  share: 'share_id',
  share_step: 'share_id, seq',
  reading_session: 'session_id',
  reading_step: 'session_id, act',
  case_file: 'case_id',
  case_event: 'case_id, seq',
  case_note: 'note_id',
  case_note_key: 'note_id',
}
