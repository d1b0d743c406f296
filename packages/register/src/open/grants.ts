// What the application's role may do, and nothing else: read, and append.
import type pg from 'pg'
import { refuse } from '../refuse.ts'

/** Tables that the application appends to; the audit's lines come from lykta.append_audit alone. */
const APPENDED = [
  'network', 'organisation', 'own_indicator', 'incident', 'revision', 'incident_fact', 'person_fact', 'epoch', 'epoch_grant',
  'sealed_body', 'sealed_key',
]
const READ = [...APPENDED, 'audit']
/** Columns that lykta.append_audit alone sets. */
const STAMPED = ['from_position', 'until_position', 'position', 'head_hash']
const FUNCTIONS = [
  'current_network()', 'list_networks()', 'position_at(uuid, timestamptz)', 'append_audit(uuid, text, text, text)',
]

/** Takes everything in the schema from the role and gives it its part again. */
export async function grantToApp(owner: pg.ClientBase, appRole: string): Promise<void> {
  const role = owner.escapeIdentifier(appRole)
  const { rows } = await owner.query<{ readonly name: string; readonly columns: string }>(
    `select table_name as name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'lykta' and table_name = any($1) and column_name <> all($2) group by 1`,
    [APPENDED, STAMPED],
  )
  await owner.query([
    `revoke all on schema lykta from ${role}`,
    `revoke all on all tables in schema lykta from ${role}`,
    `revoke all on all functions in schema lykta from ${role}`,
    `grant usage on schema lykta to ${role}`,
    ...READ.map((table) => `grant select on lykta.${table} to ${role}`),
    ...rows.map(({ name, columns }) => `grant insert (${columns}) on lykta.${name} to ${role}`),
    ...FUNCTIONS.map((name) => `grant execute on function lykta.${name} to ${role}`),
  ].join(';\n'))
}

/** Whether the role has its part, as far as one look tells: it may call what ends every write. */
export async function hasGrants(owner: pg.ClientBase, appRole: string): Promise<boolean> {
  const { rows } = await owner.query<{ readonly has: boolean }>(
    `select has_function_privilege($1, 'lykta.append_audit(uuid, text, text, text)', 'execute') as has`,
    [appRole],
  )
  return rows[0]?.has === true
}

/**
 * Refuses with `register.app-role-unsafe` (and `why`) a role that row-level security or the grants would not bind:
 * itself, or through a role it belongs to.
 */
export async function checkAppRole(owner: pg.ClientBase, appRole: string): Promise<void> {
  const { rows } = await owner.query<{ readonly why: string | null }>(
    `with app as (select oid, rolname from pg_roles where rolname = $1),
       roles as (select r.* from pg_roles r, app where pg_has_role(app.oid, r.oid, 'member')),
       tables as (select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'lykta' and c.relkind = 'r')
     select case
       when not exists (select from app) then 'missing'
       when exists (select from roles where rolsuper) then 'superuser'
       when exists (select from roles where rolbypassrls) then 'bypassrls'
       when exists (select from tables where relowner in (select oid from roles)) then 'owner'
       when exists (select from app, tables where has_table_privilege(app.oid, tables.oid, 'update, delete, truncate, references, trigger')
         or has_any_column_privilege(app.oid, tables.oid, 'update')) then 'may-change'
       when exists (select from app where has_schema_privilege(app.oid, 'lykta', 'create')) then 'may-create'
     end as why`,
    [appRole],
  )
  const why = rows[0]?.why
  if (why) refuse('register.app-role-unsafe', { role: appRole, why })
}
