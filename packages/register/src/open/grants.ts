// What the program's roles may do, and nothing else: the application reads and appends, sign-in has a schema of its own.
import type pg from 'pg'
import { refuse } from '../refuse.ts'

/** Tables that the application appends to; the audit's lines and the facts with their positions come from lykta.append_audit alone. */
const APPENDED = [
  'network', 'organisation', 'own_indicator', 'incident', 'revision', 'new_fact', 'epoch', 'epoch_grant',
  'sealed_body', 'sealed_key', 'member', 'member_key', 'member_bundle', 'membership_line', 'device', 'invitation', 'invitation_end',
  'message', 'quiet_month', 'network_setting', 'ledger_entry', 'edition_protocol', 'letter', 'edition_draft', 'draft_protocol', 'edition_override', 'edition_step', 'edition_file', 'prose', 'example', 'example_decision', 'official_series',
  'meeting', 'meeting_revision', 'meeting_item', 'meeting_text', 'meeting_key', 'yearly_answer', 'effort',
  'share', 'share_step', 'reading_session', 'reading_step', 'break_glass', 'break_glass_step',
  'case_file', 'case_event', 'case_note', 'case_note_key',
  'same_link', 'same_refusal', 'saved_view', 'weeding', 'extract_decision', 'weeding_decision', 'breach', 'breach_text', 'breach_key',
  'situation_report', 'situation_version', 'situation_file', 'situation_release',
]
const READ = [...APPENDED, 'incident_fact', 'audit', 'door_event', 'erasure', 'coarsening', 'legal_hold', 'hold_request', 'hold_answer', 'diary_number']
/** Keys, which are erased or sealed anew, and letters that have been sent. */
const ERASED = ['epoch_grant', 'sealed_key', 'meeting_key', 'case_note_key', 'breach_key', 'member_bundle', 'letter', 'saved_view']
/** Columns that lykta.append_audit alone sets, and lykta.discard_draft. */
const STAMPED = ['from_position', 'until_position', 'position', 'head_hash', 'basis_position', 'erased_hash']
const FUNCTIONS = [
  'current_network()', 'caller_role()', 'caller_organisation()', 'caller_member()', 'is_own_incident(uuid)', 'is_own_text(uuid)',
  'list_networks()', 'find_memberships(text)', 'find_device(bytea)', 'find_invitation(uuid, bytea)',
  'position_at(uuid, timestamptz)', 'append_audit(uuid, text, text, text)',
  'append_incident(text, text, bigint, lykta.new_fact, text, text, text, bytea, timestamptz, uuid, bytea)',
  'receive_incident(text, text, bigint, json, text, text, text, bytea, timestamptz, uuid, bytea, integer, integer, bytea, bytea)',
  'note_event(uuid, text, text, text, integer)', 'erase_bundles(uuid)', 'register_time()', 'enter_edition(uuid)',
  'is_of_caller_organisation(uuid)', 'may_read_incident(uuid, text)', 'may_read_text(uuid)', 'is_second_person()', 'is_own_session(uuid)', 'may_begin_session(uuid)', 'is_glass_over(uuid)', 'is_own_glass(uuid)', 'may_break_glass(uuid)', 'may_follow_item(uuid, integer, uuid, text, text, uuid)', 'may_follow_effort(uuid, integer, uuid)',
  'may_follow_case(uuid)', 'may_read_notes(uuid)', 'release_situation(uuid, text, text)', 'erase_texts(text, uuid, text)', 'discard_draft(uuid)', 'ask_hold(uuid, text, text, uuid, text, date)', 'answer_hold(uuid, text)', 'held_objects()', 'coarsen_answers(uuid, text[], json)', 'weed_audit(uuid, text, timestamptz, text)',
  'number_incidents()', 'waits_for_number()', 'needs_weeding_decision(text)',
]

export type Roles = {
  readonly appRole: string
  readonly signInRole: string
}

/** Takes everything from the two roles and gives each its part again, of what the schema has. */
export async function grantToRoles(owner: pg.ClientBase, { appRole, signInRole }: Roles): Promise<void> {
  const [app, signIn] = [owner.escapeIdentifier(appRole), owner.escapeIdentifier(signInRole)]
  const { rows: columns } = await owner.query<{ readonly name: string; readonly columns: string }>(
    `select table_name as name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'lykta' and table_name = any($1) and column_name <> all($2) group by 1`,
    [APPENDED, STAMPED],
  )
  const { rows: [found] } = await owner.query<{ readonly tables: readonly string[]; readonly functions: readonly string[]; readonly signsIn: boolean }>(
    `select array(select name from unnest($1::text[]) name where to_regclass('lykta.' || name) is not null) as tables,
       array(select name from unnest($2::text[]) name where to_regprocedure('lykta.' || name) is not null) as functions,
       to_regnamespace('sign_in') is not null as "signsIn"`,
    [READ, FUNCTIONS],
  )
  const { tables, functions, signsIn } = found!
  await owner.query([
    ...[app, signIn].flatMap((role) => [
      `revoke all on schema lykta from ${role}`,
      `revoke all on all tables in schema lykta from ${role}`,
      `revoke all on all functions in schema lykta from ${role}`,
    ]),
    `grant usage on schema lykta to ${app}`,
    ...tables.map((table) => `grant select on lykta.${table} to ${app}`),
    ...columns.map(({ name, columns }) => `grant insert (${columns}) on lykta.${name} to ${app}`),
    ...ERASED.filter((table) => tables.includes(table)).map((table) => `grant delete on lykta.${table} to ${app}`),
    ...functions.map((name) => `grant execute on function lykta.${name} to ${app}`),
    ...(signsIn ? [
      `revoke all on schema sign_in from ${app}`,
      `revoke all on all tables in schema sign_in from ${app}, ${signIn}`,
      `grant usage on schema sign_in to ${signIn}`,
      `grant select, insert, update, delete on all tables in schema sign_in to ${signIn}`,
    ] : []),
  ].join(';\n'))
}

/**
 * Whether the roles have their parts, of what the schema has: one reads every table, fills every column that it may, and calls every function; the other
 * may enter its schema. Another program on the same database, with roles of its own, may have brought the schema further and given these nothing of it.
 */
export async function hasGrants(owner: pg.ClientBase, { appRole, signInRole }: Roles): Promise<boolean> {
  const { rows } = await owner.query<{ readonly has: boolean }>(
    `select has_schema_privilege($1, 'lykta', 'usage')
       and not exists (select from unnest($3::text[]) name where not has_table_privilege($1, to_regclass('lykta.' || name), 'select'))
       and not exists (select from unnest($4::text[]) name where not has_function_privilege($1, to_regprocedure('lykta.' || name), 'execute'))
       and not exists (select from information_schema.columns where table_schema = 'lykta' and table_name = any($5) and column_name <> all($6)
         and not has_column_privilege($1, format('lykta.%I', table_name), column_name, 'insert'))
       and (to_regnamespace('sign_in') is null or has_schema_privilege($2, 'sign_in', 'usage')) as has`,
    [appRole, signInRole, READ, FUNCTIONS, APPENDED, STAMPED],
  )
  return rows[0]?.has === true
}

/**
 * Refuses with `register.app-role-unsafe` (and `why`) a role that row-level security or the grants would not bind:
 * itself, or through a role it belongs to.
 */
export async function checkRoles(owner: pg.ClientBase, { appRole, signInRole }: Roles): Promise<void> {
  await checkRole(owner, appRole, 'sign_in')
  await checkRole(owner, signInRole, 'lykta')
}

/** `other`: the schema that the role must not enter. */
async function checkRole(owner: pg.ClientBase, role: string, other: string): Promise<void> {
  const { rows } = await owner.query<{ readonly why: string | null }>(
    `with role as (select oid, rolname from pg_roles where rolname = $1),
       roles as (select r.* from pg_roles r, role where pg_has_role(role.oid, r.oid, 'member')),
       tables as (select c.*, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('lykta', 'sign_in') and c.relkind = 'r')
     select case
       when not exists (select from role) then 'missing'
       when exists (select from roles where rolsuper) then 'superuser'
       when exists (select from roles where rolbypassrls) then 'bypassrls'
       when exists (select from tables where relowner in (select oid from roles)) then 'owner'
       when exists (select from role, tables where nspname = 'lykta' and (has_any_column_privilege(role.oid, tables.oid, 'update')
         or has_table_privilege(role.oid, tables.oid, 'update, truncate, references, trigger')
         or (relname <> all($3) and has_table_privilege(role.oid, tables.oid, 'delete')))) then 'may-change'
       when exists (select from role, pg_namespace n where n.nspname in ('lykta', 'sign_in') and has_schema_privilege(role.oid, n.oid, 'create')) then 'may-create'
       when exists (select from role, pg_namespace n where n.nspname = $2 and has_schema_privilege(role.oid, n.oid, 'usage')) then 'sees-more'
     end as why`,
    [role, other, ERASED],
  )
  const why = rows[0]?.why
  if (why) refuse('register.app-role-unsafe', { role, why })
}
