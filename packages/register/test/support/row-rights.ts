// Which role reads, adds and erases what in each table, written from design §7 and docs/database.md and not from the policies.
import type { Role } from '@lykta/register'
import { expect } from 'vitest'

export const columns = ['coordinator', 'core-member', 'reporter', 'device', 'reader', 'operator'] as const

/** A line a table, a word a role. */
export function parse(text: string): ReadonlyMap<string, Readonly<Record<Role, string>>> {
  return new Map(text.trim().split('\n').map((line) => {
    const [table, ...words] = line.trim().split(/\s+/)
    expect([table, words.length]).toEqual([table, columns.length])
    return [table!, Object.fromEntries(columns.map((role, index) => [role, words[index]!])) as Record<Role, string>]
  }))
}

// all: of the network; open: editions that are out and not for the core group alone, and their files; asked: what somebody was asked about; own: the organisation's, or what bears one's own id; sent: what one sent oneself; follows: of cases with an incident of the organisation's; whole: of cases with no others.
//                coordinator  core-member  reporter  device  reader  operator
export const reads = `
  network           all          all          all       all     all     all
  network_setting   all          all          all       all     all     all
  membership_line   all          all          all       all     all     all
  organisation      all          all          all       all     none    none
  own_indicator     all          all          all       all     none    none
  epoch             all          all          all       all     none    none
  incident          all          all          own       sent    none    none
  revision          all          all          own       sent    none    none
  incident_fact     all          all          own       sent    none    none
  new_fact          all          none         none      none    none    none
  message           all          all          own       sent    none    none
  quiet_month       all          all          own       own     none    none
  sealed_body       all          own          none      none    none    none
  sealed_key        all          own          none      none    none    none
  epoch_grant       all          self         none      none    none    none
  audit             all          all          self      self    none    none
  member            all          self         self      none    self    self
  member_key        all          self         self      none    self    self
  member_bundle     self         self         self      none    self    self
  device            all          none         none      self    none    none
  invitation        all          none         none      none    none    none
  invitation_end    all          none         none      none    none    none
  ledger_entry      all          all          open      none    open    none
  edition_protocol  all          none         none      none    none    none
  edition_draft     all          asked        none      none    none    none
  draft_protocol    all          none         none      none    none    none
  edition_override  all          asked        none      none    none    none
  edition_step      all          all          none      none    none    none
  edition_file      all          asked        open      none    open    none
  prose             all          none         none      none    none    none
  example           all          all          none      none    none    none
  example_decision  all          all          none      none    none    none
  official_series   all          all          none      none    none    none
  meeting           all          all          circle    none    circle  none
  meeting_revision  all          all          circle    none    circle  none
  meeting_item      all          all          seen      none    actions none
  meeting_text      all          all          none      none    none    none
  meeting_key       all          all          none      none    none    none
  yearly_answer     all          all          own       none    none    none
  effort            all          all          all       none    all     none
  share             all          party        none      none    none    none
  share_step        all          party        none      none    none    none
  reading_session   all          all          none      none    none    none
  reading_step      all          all          none      none    none    none
  break_glass       all          all          none      none    none    none
  break_glass_step  all          all          none      none    none    none
  case_file         all          follows      none      none    none    none
  case_event        all          follows      none      none    none    none
  case_note         all          whole        none      none    none    none
  case_note_key     all          whole        none      none    none    none
  same_link         all          all          none      none    none    none
  same_refusal      all          all          none      none    none    none
  saved_view        self         self         none      none    none    none
  situation_report  all          all          none      none    none    none
  situation_version all          all          letgo     none    letgo   none
  situation_file    all          all          letgo     none    letgo   none
  situation_release all          all          all       none    all     none
  erasure           all          none         none      none    none    none
  legal_hold        all          none         none      none    none    none
  coarsening        all          none         none      none    none    none
  weeding           all          none         none      none    none    none
  hold_request      all          none         none      none    none    none
  hold_answer       all          none         none      none    none    none
  diary_number      all          all          own       none    none    none
  extract_decision  all          none         none      none    none    none
  weeding_decision  all          none         none      none    none    none
  breach            all          none         none      none    none    none
  breach_text       all          none         none      none    none    none
  breach_key        all          none         none      none    none    none
  letter            all          none         none      none    none    none
  door_event        all          none         none      none    none    none`

// any: for whomever; own: for one's own organisation, incident or id; none.
export const adds = `
  network           own          none         none      none    none    none
  network_setting   any          none         none      none    none    none
  membership_line   any          none         none      none    none    none
  organisation      any          none         none      none    none    none
  own_indicator     any          none         none      none    none    none
  epoch             any          none         none      none    none    none
  incident          any          any          own       own     none    none
  revision          any          any          own       own     none    none
  incident_fact     none         none         none      none    none    none
  new_fact          any          any          own       own     none    none
  message           any          own          own       own     none    none
  question          any          none         none      none    none    none
  outcome           any          none         none      none    none    none
  quiet_month       any          own          own       own     none    none
  sealed_body       any          any          own       own     none    none
  sealed_key        any          any          own       own     none    none
  epoch_grant       any          none         none      none    none    none
  audit             none         none         none      none    none    none
  member            any          none         none      none    none    none
  member_key        any          own          own       none    own     own
  member_bundle     own          own          own       none    own     own
  device            any          none         none      none    none    none
  invitation        any          none         none      none    none    none
  invitation_end    any          none         none      none    none    none
  ledger_entry      any          none         none      none    none    none
  edition_protocol  any          none         none      none    none    none
  edition_draft     any          none         none      none    none    none
  draft_protocol    any          none         none      none    none    none
  edition_override  any          none         none      none    none    none
  edition_step      any          any          none      none    none    none
  asking            any          none         none      none    none    none
  withdrawing       any          none         none      none    none    none
  edition_file      any          none         none      none    none    none
  prose             any          none         none      none    none    none
  example           any          none         none      none    none    none
  example_decision  none         any          none      none    none    none
  end_of_example    any          none         none      none    none    none
  official_series   any          none         none      none    none    none
  meeting           any          none         none      none    none    none
  meeting_revision  any          none         none      none    none    none
  meeting_item      any          own          own       none    none    none
  core_situation    any          own          none      none    none    none
  decision          any          none         none      none    none    none
  new_action        any          none         none      none    none    none
  settled_action    any          own          none      none    none    none
  moved_action      any          none         none      none    none    none
  taken_situation   none         none         none      none    none    none
  other_kind        none         none         none      none    none    none
  meeting_text      any          own          own       none    none    none
  core_text         any          own          none      none    none    none
  decision_text     any          none         none      none    none    none
  meeting_key       any          own          own       none    none    none
  yearly_answer     any          own          own       none    none    none
  effort            any          own          none      none    none    none
  next_effort       any          own          none      none    none    none
  moved_effort      any          none         none      none    none    none
  share             any          own          none      none    none    none
  share_taken       none         own          none      none    none    none
  share_step        own          own          none      none    none    none
  share_end         any          own          none      none    none    none
  reading_session   any          any          none      none    none    none
  reading_step      own          own          none      none    none    none
  session_approval  own          none         none      none    none    none
  session_begin     none         none         none      none    none    none
  session_end       any          any          none      none    none    none
  break_glass       own          own          none      none    none    none
  break_glass_step  own          own          none      none    none    none
  glass_end         any          any          none      none    none    none
  case_file         any          none         none      none    none    none
  case_event        any          own          none      none    none    none
  police_report     any          own          none      none    none    none
  case_move         any          none         none      none    none    none
  case_end          any          none         none      none    none    none
  case_note         any          own          none      none    none    none
  case_note_key     any          own          none      none    none    none
  same_link         any          none         none      none    none    none
  same_refusal      any          none         none      none    none    none
  saved_view        own          own          none      none    none    none
  situation_report  any          none         none      none    none    none
  situation_version any          none         none      none    none    none
  situation_file    any          none         none      none    none    none
  situation_release none         none         none      none    none    none
  erasure           none         none         none      none    none    none
  legal_hold        none         none         none      none    none    none
  coarsening        none         none         none      none    none    none
  weeding           any          none         none      none    none    none
  hold_request      none         none         none      none    none    none
  hold_answer       none         none         none      none    none    none
  diary_number      none         none         none      none    none    none
  extract_decision  any          none         none      none    none    none
  weeding_decision  any          none         none      none    none    none
  breach            any          none         none      none    none    none
  breach_text       any          none         none      none    none    none
  breach_key        any          none         none      none    none    none
  letter            any          none         none      none    none    none
  door_event        none         none         none      none    none    none`

export const erases = `
  epoch_grant       all          none         none      none    none    none
  sealed_key        all          none         none      none    none    none
  meeting_key       all          none         none      none    none    none
  case_note_key     all          none         none      none    none    none
  breach_key        all          none         none      none    none    none
  member_bundle     self         self         self      none    self    self
  saved_view        self         self         none      none    none    none
  letter            all          none         none      none    none    none`
