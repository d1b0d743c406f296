// The tables of the schema lykta as the query builder knows them; a test compares them with the database.
import type { ColumnType, Selectable } from 'kysely'
import type { Answer, CivilDate, Exploitation, Id, Language, PlaceType, Sector } from '@lykta/incident'
import type { BreachKeyRow, BreachRow, BreachTextRow, DiaryNumberRow, ExtractDecisionRow, WeedingDecisionRow } from './authority-tables.ts'
import type { CaseEventRow, CaseFileRow, CaseNoteKeyRow, CaseNoteRow } from './case-tables.ts'
import type { CoarseningRow, ErasureRow, HoldAnswerRow, HoldRequestRow, LegalHoldRow, WeedingRow } from './erasing-tables.ts'
import type { EffortRow, MeetingItemRow, MeetingKeyRow, MeetingRevisionRow, MeetingRow, MeetingTextRow, YearlyAnswerRow } from './meeting-tables.ts'
import type { SituationFileRow, SituationReleaseRow, SituationReportRow, SituationVersionRow } from './situation-tables.ts'
import type { DeviceRow, InvitationEndRow, InvitationRow, MemberBundleRow, MemberKeyRow, MemberRow, MembershipLineRow } from './member-tables.ts'
import type { EditionProtocolRow, EditionDraftRow, DraftProtocolRow, EditionOverrideRow, EditionStepRow, EditionFileRow } from './edition-tables.ts'
import type { SameLinkRow, SameRefusalRow, SavedViewRow } from './same-tables.ts'
import type { BreakGlassRow, BreakGlassStepRow, ReadingSessionRow, ReadingStepRow, ShareRow, ShareStepRow } from './sharing-tables.ts'

/** UTC with microseconds, 2026-11-24T03:44:00.123456Z: text order is time order. */
export type Instant = string

/** Answer of a person, or of any of an incident's persons. */
export type SupportAnswer = Answer | 'not-asked'

/** Set once, by lykta.append_audit, when the transaction that inserted (or replaced) the row ends. */
export type Stamp = ColumnType<number | null, never, never>
export type Positions = {
  readonly from_position: Stamp
  readonly until_position: Stamp
}

export type NetworkRow = {
  readonly network_id: Id
  readonly name: string
  readonly municipality: string
  readonly collection_start: CivilDate
  readonly time_zone: string
  readonly languages: string[]
  readonly sample: boolean
  readonly created_at: Instant
  readonly position: ColumnType<number, never, never>
  readonly head_hash: ColumnType<Buffer, never, never>
  /** The newest position that brought anything but incidents. */
  readonly basis_position: ColumnType<number, never, never>
}

export type OrganisationRow = Positions & {
  readonly network_id: Id
  readonly organisation_id: Id
  readonly revision: number
  readonly code: string
  readonly name: string
  readonly sector: Sector
  readonly joined: CivilDate | null
  readonly left_on: CivilDate | null
}

export type OwnIndicatorRow = Positions & {
  readonly network_id: Id
  readonly indicator_id: string
  readonly revision: number
  readonly text_sv: string
  readonly text_en: string
  readonly observers: string[]
  readonly valid_from: CivilDate | null
  readonly valid_to: CivilDate | null
}

export type IncidentRow = {
  readonly network_id: Id
  readonly incident_id: Id
  readonly ref: string
  readonly external_ref: string | null
  /** Whose it is: the organisation that first reported it, and who entered it. */
  readonly organisation_id: Id | null
  readonly entered_by: string | null
}

export type RevisionRow = Positions & {
  readonly network_id: Id
  readonly incident_id: Id
  readonly number: number
  readonly form_version: string
  readonly answers: string
  readonly coded_hash: Buffer
  readonly withdrawn: boolean
  readonly author: string
  readonly sealed_id: Id | null
  readonly sealed_hash: Buffer | null
  readonly created_at: Instant
}

/** What the projection makes of a revision's answers for its one row of incident_fact. */
export type IncidentFacts = {
  readonly occurred_from: CivilDate
  readonly occurred_to: CivilDate
  readonly reported_on: CivilDate
  /** Year × 12 + month − 1 of each. */
  readonly month_from: number
  readonly month_to: number
  readonly month_reported: number
  readonly organisation_id: Id
  readonly external: boolean
  readonly place_type: PlaceType
  readonly area: string | null
  readonly exploitation: Exploitation
  /** A line of marks (packages/incident/src/catalogue/indicator-marks.ts). */
  readonly indicators: string | null
  readonly police_contacted: Answer
  readonly police_reports: number | null
  readonly police_reports_at_least: boolean
  readonly buyers: number | null
  readonly buyers_at_least: boolean
  readonly procurers: number | null
  readonly procurers_at_least: boolean
  readonly other_perpetrators: number | null
  readonly other_perpetrators_at_least: boolean
  readonly persons_known: boolean
  readonly support_contact: SupportAnswer
  readonly support_offered: SupportAnswer
  readonly accepted_support: SupportAnswer
  /** Distinct codes, sorted and joined by '|'. */
  readonly nationalities: string
  /** packages/incident/src/persons-line.ts */
  readonly persons: string
}

type OfRevision = {
  readonly network_id: Id
  readonly incident_id: Id
  readonly revision: number
  readonly withdrawn: boolean
}

/** Of a transaction that has no position yet. */
export type NewFactRow = OfRevision & IncidentFacts
export type IncidentFactRow = Positions & NewFactRow

export type EpochRow = {
  readonly network_id: Id
  readonly epoch: number
  readonly recipient: string
  readonly made_on: 'server' | 'browser'
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type EpochGrantRow = {
  readonly network_id: Id
  readonly epoch: number
  readonly holder: string
  readonly wrapped: Buffer
}

export type SealedBodyRow = {
  readonly network_id: Id
  readonly sealed_id: Id
  readonly incident_id: Id
  readonly revision: number
  readonly epoch: number
  readonly body: Buffer
  readonly log_position: number | null
}

export type SealedKeyRow = {
  readonly network_id: Id
  readonly sealed_id: Id
  readonly epoch: number
  readonly key: Buffer
}

export type AuditRow = {
  readonly network_id: Id
  readonly position: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly object: string
  readonly stamped: number
  readonly content_hash: Buffer
  readonly prev_hash: Buffer
  readonly hash: Buffer
  /** Of a line that was emptied: by which weeding. */
  readonly weeding_id: Id | null
}

export type MessageRow = {
  readonly network_id: Id
  readonly message_id: Id
  readonly incident_id: Id
  readonly kind: 'question' | 'answer' | 'outcome'
  readonly code: string
  readonly answers_id: Id | null
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type QuietMonthRow = Positions & {
  readonly network_id: Id
  readonly organisation_id: Id
  readonly month: string
  readonly revision: number
  readonly withdrawn: boolean
  readonly author: string
  readonly created_at: Instant
}

export type NetworkSettingRow = Positions & {
  readonly network_id: Id
  readonly revision: number
  readonly settings: string
  readonly created_at: Instant
}

export type LedgerEntryRow = {
  readonly network_id: Id
  readonly entry_id: Id
  readonly seq: number
  readonly kind: 'edition' | 'outside'
  readonly audience: 'core' | 'network' | 'public'
  /** JSON. */
  readonly content: string
  readonly author: string
  readonly created_at: Instant
  /** Readers see it from then on; null for at once. */
  readonly release_at: Instant | null
  readonly from_position: Stamp
}

export type ProseRow = Positions & {
  readonly network_id: Id
  readonly language: Language
  readonly revision: number
  readonly text: string
  /** JSON. */
  readonly figures: string
  readonly author: string
  readonly created_at: Instant
}

export type ExampleRow = {
  readonly network_id: Id
  readonly example_id: Id
  readonly text_sv: string
  readonly text_en: string
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type ExampleDecisionRow = {
  readonly network_id: Id
  readonly example_id: Id
  readonly kind: 'approved' | 'withdrawn'
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type OfficialSeriesRow = Positions & {
  readonly network_id: Id
  readonly series_id: Id
  readonly revision: number
  /** JSON. */
  readonly content: string
  readonly withdrawn: boolean
  readonly author: string
  readonly created_at: Instant
}

/** No part of the record: at most one a member, replaced with each change (record/letters.ts). */
export type LetterRow = {
  readonly network_id: Id
  readonly member_id: Id
  readonly letter_id: Id
  readonly wanted: boolean
  readonly tries: number
  readonly due_at: Instant
}

/** No part of the record either; written by lykta.note_event alone. */
export type DoorEventRow = {
  readonly network_id: Id
  readonly event_id: ColumnType<number, never, never>
  readonly at: ColumnType<Instant, never, never>
  readonly code: string
  readonly who: string
  readonly about: string
  readonly times: number
}

/** A row as it comes out of the table. */
export type Stored<Table extends keyof Tables> = Selectable<Tables[Table]>

export type Tables = {
  readonly network: NetworkRow
  readonly organisation: OrganisationRow
  readonly own_indicator: OwnIndicatorRow
  readonly incident: IncidentRow
  readonly revision: RevisionRow
  readonly new_fact: NewFactRow
  readonly incident_fact: IncidentFactRow
  readonly epoch: EpochRow
  readonly epoch_grant: EpochGrantRow
  readonly sealed_body: SealedBodyRow
  readonly sealed_key: SealedKeyRow
  readonly audit: AuditRow
  readonly member: MemberRow
  readonly member_key: MemberKeyRow
  readonly member_bundle: MemberBundleRow
  readonly membership_line: MembershipLineRow
  readonly device: DeviceRow
  readonly invitation: InvitationRow
  readonly invitation_end: InvitationEndRow
  readonly message: MessageRow
  readonly quiet_month: QuietMonthRow
  readonly network_setting: NetworkSettingRow
  readonly ledger_entry: LedgerEntryRow
  readonly edition_protocol: EditionProtocolRow
  readonly edition_draft: EditionDraftRow
  readonly draft_protocol: DraftProtocolRow
  readonly edition_override: EditionOverrideRow
  readonly edition_step: EditionStepRow
  readonly edition_file: EditionFileRow
  readonly prose: ProseRow
  readonly example: ExampleRow
  readonly example_decision: ExampleDecisionRow
  readonly official_series: OfficialSeriesRow
  readonly situation_report: SituationReportRow
  readonly situation_version: SituationVersionRow
  readonly situation_file: SituationFileRow
  readonly situation_release: SituationReleaseRow
  readonly meeting: MeetingRow
  readonly meeting_revision: MeetingRevisionRow
  readonly meeting_item: MeetingItemRow
  readonly meeting_text: MeetingTextRow
  readonly meeting_key: MeetingKeyRow
  readonly yearly_answer: YearlyAnswerRow
  readonly effort: EffortRow
  readonly share: ShareRow
  readonly share_step: ShareStepRow
  readonly reading_session: ReadingSessionRow
  readonly reading_step: ReadingStepRow
  readonly break_glass: BreakGlassRow
  readonly break_glass_step: BreakGlassStepRow
  readonly case_file: CaseFileRow
  readonly case_event: CaseEventRow
  readonly case_note: CaseNoteRow
  readonly case_note_key: CaseNoteKeyRow
  readonly same_link: SameLinkRow
  readonly same_refusal: SameRefusalRow
  readonly saved_view: SavedViewRow
  readonly diary_number: DiaryNumberRow
  readonly extract_decision: ExtractDecisionRow
  readonly weeding_decision: WeedingDecisionRow
  readonly breach: BreachRow
  readonly breach_text: BreachTextRow
  readonly breach_key: BreachKeyRow
  readonly erasure: ErasureRow
  readonly legal_hold: LegalHoldRow
  readonly coarsening: CoarseningRow
  readonly weeding: WeedingRow
  readonly hold_request: HoldRequestRow
  readonly hold_answer: HoldAnswerRow
  readonly letter: LetterRow
  readonly door_event: DoorEventRow
}
