// How each table of the schema goes into an export: as lines of JSON, as files, or not at all, and why not.
import type { DumpedTable, Wanted } from '../backup/dump-tables.ts'

/** What is neither a row of an export nor of a backup, with the reason, as the manifest gives it. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  incident_fact: 'computed anew from revision',
  new_fact: 'computed anew from revision',
  letter: 'which member is to be written to next; gone within days',
  door_event: 'of the server, not of the network: who came in and who was refused (lykta events)',
  migration: 'of the program: which version made the database',
}

/** Bytes that stand as files of their own, beside the lines of JSON that say whose they are. */
export type FilesOf = {
  readonly table: DumpedTable
  /** The column that holds them, left out of the lines. */
  readonly column: string
  /** SQL: the file's name, in `into`. */
  readonly name: string
  readonly order: string
  /** A folder, or a tar where there may be a million. */
  readonly into: string
}

export const RECORD_FILES: readonly FilesOf[] = [
  { table: 'sealed_body', column: 'body', name: `'reasons/' || sealed_id || '.age'`, order: 'sealed_id', into: 'sealed/reasons.tar' },
  { table: 'case_note', column: 'body', name: `'notes/' || note_id || '.age'`, order: 'note_id', into: 'sealed/notes.tar' },
  { table: 'meeting_text', column: 'body', name: `'meetings/' || text_id || '.age'`, order: 'text_id', into: 'sealed/meetings.tar' },
  { table: 'breach_text', column: 'body', name: `'breaches/' || text_id || '.age'`, order: 'text_id', into: 'sealed/breaches.tar' },
  { table: 'edition_file', column: 'bytes', name: `draft_id || '/' || form || '/' || path`, order: 'draft_id, form, path', into: 'editions/' },
  { table: 'situation_file', column: 'bytes', name: `report_id || '/' || audience || '/' || path`, order: 'report_id, audience, path', into: 'situations/' },
]

export const KEY_FILES: readonly FilesOf[] = [
  { table: 'sealed_key', column: 'key', name: `'reasons/' || sealed_id || '.age'`, order: 'sealed_id', into: 'keys/reasons.tar' },
  { table: 'case_note_key', column: 'key', name: `'notes/' || note_id || '.age'`, order: 'note_id', into: 'keys/notes.tar' },
  { table: 'meeting_key', column: 'key', name: `'meetings/' || text_id || '.age'`, order: 'text_id', into: 'keys/meetings.tar' },
  { table: 'breach_key', column: 'key', name: `'breaches/' || text_id || '.age'`, order: 'text_id', into: 'keys/breaches.tar' },
  { table: 'epoch_grant', column: 'wrapped', name: `'grants/epoch-' || epoch || '-' || holder || '.age'`, order: 'epoch, holder', into: 'keys/grants.tar' },
  { table: 'member_bundle', column: 'file', name: `'members/' || member_id || '-' || way || '-' || bundle_id || '.age'`, order: 'member_id, bundle_id', into: 'keys/members.tar' },
]

export const WITHOUT_FILES: Readonly<Partial<Record<DumpedTable, Wanted>>> = Object.fromEntries([...RECORD_FILES, ...KEY_FILES].map(({ table, column }) => [table, { without: column }]))
