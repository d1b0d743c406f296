// What the application's role cannot do, with every check of the program's own left out.
import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { appendEpoch, appendRevisions, write } from '@lykta/register'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkRoles, grantToRoles } from '../src/open/grants.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, createdAt, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

const root = path.join(import.meta.dirname, '..', '..', '..')
let database: TestDatabase
let ours: TestNetwork
let theirs: TestNetwork
let app: pg.Client

beforeAll(async () => {
  database = await cloneDatabase()
  ours = await makeNetwork(database.register)
  theirs = await makeNetwork(database.register, 'Annanstad')
  for (const { context, organisations } of [ours, theirs]) {
    await write(database.register, context, { action: 'import', object: 'files:1' }, async (transaction) => {
      await appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'server', createdAt }, [
        { epoch: 1, holder: 'passphrase', wrapped: Buffer.from('wrapped') },
      ])
      const sealed = { sealedId: randomUUID(), body: Buffer.from('body'), key: Buffer.from('key'), epoch: 1 }
      await appendRevisions(transaction, [newIncident(answersOf(organisations[0].id), { sealed })])
    })
  }
  app = new pg.Client(database.accounts.app)
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await database.close()
})

const tables = [
  'network', 'organisation', 'own_indicator', 'incident', 'revision', 'incident_fact', 'new_fact', 'epoch', 'epoch_grant',
  'sealed_body', 'sealed_key', 'audit', 'member', 'member_key', 'member_bundle', 'membership_line', 'device', 'invitation', 'invitation_end',
  'message', 'quiet_month', 'network_setting', 'ledger_entry', 'edition_protocol', 'edition_draft', 'draft_protocol', 'edition_override',
  'edition_step', 'edition_file', 'prose', 'example', 'example_decision', 'official_series', 'same_link', 'same_refusal', 'saved_view',
  'meeting', 'meeting_revision', 'meeting_item', 'meeting_text', 'meeting_key', 'yearly_answer', 'effort', 'letter', 'door_event',
  'share', 'share_step', 'reading_session', 'reading_step', 'break_glass', 'break_glass_step', 'case_file', 'case_event', 'case_note', 'case_note_key', 'situation_report', 'situation_version', 'situation_file', 'situation_release', 'erasure', 'legal_hold', 'coarsening', 'weeding', 'hold_request', 'hold_answer',
  'diary_number', 'extract_decision', 'weeding_decision', 'breach', 'breach_text', 'breach_key',
]

/** Of those that `makeNetwork` and the import below have filled. */
const founded = new Set(tables.slice(0, 12).filter((table) => !['own_indicator', 'new_fact'].includes(table)))
/** Keys alone are ever erased, and by whom is told by row-level-matrix.test.ts. */
const erased = new Set(['epoch_grant', 'sealed_key', 'meeting_key', 'case_note_key', 'breach_key', 'member_bundle', 'letter', 'saved_view'])
const asCoordinator = (network: string): string =>
  `begin; set local lykta.network = '${network}'; set local lykta.role = 'coordinator'; set local lykta.member = 'operator'`

/** One statement in a transaction of its own, as our network's coordinator (what each role may do: row-level-matrix.test.ts). */
async function attempt(sql: string, network = ours.network.id): Promise<pg.QueryResult<Record<string, unknown>>> {
  await app.query(asCoordinator(network))
  try {
    return await app.query<Record<string, unknown>>(sql)
  } finally {
    await app.query('rollback')
  }
}
const refused = (sql: string): Promise<void> => expect(attempt(sql)).rejects.toMatchObject({ code: '42501' })

test('every table but the list of migrations is bound, for its owner too', async () => {
  const { rows } = await database.admin.query<{ readonly name: string; readonly bound: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as bound from pg_class
     where relnamespace = 'lykta'::regnamespace and relkind in ('r', 'p') order by 1`)
  expect(rows.filter(({ bound }) => bound).map(({ name }) => name).sort()).toEqual([...tables].sort())
  expect(rows.filter(({ bound }) => !bound).map(({ name }) => name)).toEqual(['migration'])
})

describe.each(tables)('%s', (table) => {
  test('shows rows of the network in context only', async () => {
    const { rows } = await attempt(`select network_id from lykta.${table}`)
    if (founded.has(table)) expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => row['network_id'] !== ours.network.id)).toEqual([])
  })

  test('shows nothing without a context', async () => {
    expect((await app.query(`select from lykta.${table}`)).rowCount).toBe(0)
    await app.query(`begin; set local lykta.network = '${ours.network.id}'; commit`)
    // The setting is the empty text now, not absent.
    expect((await app.query(`select from lykta.${table}`)).rowCount).toBe(0)
  })

  test('cannot be changed, emptied, or set free', async () => {
    const { rows } = await database.admin.query<{ readonly name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'lykta' and table_name = $1`, [table])
    for (const { name } of rows) await refused(`update lykta.${table} set "${name}" = "${name}"`)
    if (!erased.has(table)) await refused(`delete from lykta.${table}`)
    await refused(`truncate lykta.${table}`)
    await refused(`alter table lykta.${table} disable row level security`)
    await refused(`drop policy owner_network on lykta.${table}`)
    await refused(`drop table lykta.${table}`)
  })
})

test('the context is set in one place, and no role is ever switched', () => {
  const files = globSync('packages/register/src/**/*.{ts,sql}', { cwd: root }).map((file) => ({ file, code: readFileSync(path.join(root, file), 'utf8') }))
  const holding = (pattern: RegExp): readonly string[] => files.filter(({ code }) => pattern.test(code)).map(({ file }) => file)
  expect(holding(/set\s+(?:local\s+|session\s+)?lykta\.network\b/i)).toEqual(['packages/register/src/transaction.ts'])
  expect(holding(/set_config\('lykta/i)).toEqual(['packages/register/src/transaction.ts'])
  expect(holding(/\bset\s+(?:local\s+|session\s+)?(?:role|session\s+authorization)\b/i)).toEqual([])
})

test('a row for another network is refused', async () => {
  await refused(`insert into lykta.incident (network_id, incident_id, ref) values ('${theirs.network.id}', gen_random_uuid(), 'X')`)
  await refused(`insert into lykta.epoch_grant (network_id, epoch, holder, wrapped) values ('${theirs.network.id}', 1, 'me', '')`)
})

test('positions, the clock and the audit are out of reach', async () => {
  const id = ours.network.id
  await refused(`insert into lykta.organisation (network_id, organisation_id, revision, code, name, sector, from_position)
    values ('${id}', gen_random_uuid(), 1, 'x', 'x', 'other', 1)`)
  await refused(`insert into lykta.audit select * from lykta.audit`)
  await refused(`insert into lykta.network (network_id, name, municipality, collection_start, time_zone, languages, sample, created_at, position)
    select gen_random_uuid(), name, municipality, collection_start, time_zone, languages, sample, created_at, 7 from lykta.network`)
  await refused(`insert into lykta.network (network_id, name, municipality, collection_start, time_zone, languages, sample, created_at, basis_position)
    select gen_random_uuid(), name, municipality, collection_start, time_zone, languages, sample, created_at, 7 from lykta.network`)
})

describe('functions', () => {
  test('act on the network in context only', async () => {
    await refused(`select lykta.append_audit('${theirs.network.id}', 'operator', 'test', 'x')`)
    await refused(`select lykta.position_at('${theirs.network.id}', now())`)
  })

  test('name all networks, and tell no more of them', async () => {
    const { rows } = await attempt('select * from lykta.list_networks()')
    expect(rows.map((row) => row['name'])).toEqual(['Exempelstad', 'Annanstad'])
    expect(Object.keys(rows[0]!)).toEqual(['network_id', 'name', 'municipality', 'sample'])
  })

  test('are all there are', async () => {
    const { rows } = await database.admin.query<{ readonly name: string; readonly may: boolean; readonly everybody: boolean }>(
      `select proname as name, has_function_privilege('lykta_app', oid, 'execute') as may,
        exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as everybody
       from pg_proc where pronamespace = 'lykta'::regnamespace order by 1`)
    expect(rows.filter(({ may }) => may).map(({ name }) => name)).toEqual(['answer_hold', 'append_audit', 'append_incident', 'ask_hold', 'caller_member', 'caller_organisation', 'caller_role', 'coarsen_answers', 'current_network',
      'discard_draft', 'enter_edition', 'erase_bundles', 'erase_texts', 'find_device', 'find_invitation', 'find_memberships', 'held_objects', 'is_glass_over', 'is_of_caller_organisation', 'is_own_glass', 'is_own_incident', 'is_own_session', 'is_own_text', 'is_second_person', 'list_networks', 'may_begin_session', 'may_break_glass', 'may_follow_case', 'may_follow_effort', 'may_follow_item', 'may_read_incident', 'may_read_notes', 'may_read_text', 'needs_weeding_decision', 'note_event', 'number_incidents', 'position_at', 'receive_incident', 'register_time', 'release_situation', 'waits_for_number', 'weed_audit'])
    expect(rows.filter(({ may }) => !may).map(({ name }) => name)).toEqual([
      'authority_setting', 'check_weeding', 'coarse_answers', 'coarsen_answers_decided', 'diary_name', 'erase_texts_decided', 'has_unstamped', 'has_unstamped_beside_authority', 'has_unstamped_beside_cases', 'has_unstamped_beside_editions', 'has_unstamped_beside_erasing', 'has_unstamped_beside_glass', 'has_unstamped_beside_ledger', 'has_unstamped_beside_links', 'has_unstamped_beside_meetings', 'has_unstamped_beside_prose', 'has_unstamped_beside_series', 'has_unstamped_beside_shares', 'has_unstamped_beside_situations', 'has_unstamped_beside_weeding', 'is_any_held', 'is_own_member', 'is_share_open', 'moment_text', 'month_end', 'stamp_rest', 'stamp_rest_beside_authority', 'stamp_rest_beside_cases', 'stamp_rest_beside_editions', 'stamp_rest_beside_erasing', 'stamp_rest_beside_glass', 'stamp_rest_beside_ledger', 'stamp_rest_beside_links', 'stamp_rest_beside_meetings', 'stamp_rest_beside_prose', 'stamp_rest_beside_series', 'stamp_rest_beside_shares', 'stamp_rest_beside_situations', 'stamp_rest_beside_weeding',
      'unstamped_lines', 'unstamped_lines_beside_authority', 'unstamped_lines_beside_cases', 'unstamped_lines_beside_editions', 'unstamped_lines_beside_erasing', 'unstamped_lines_beside_glass', 'unstamped_lines_beside_ledger', 'unstamped_lines_beside_links', 'unstamped_lines_beside_meetings', 'unstamped_lines_beside_prose', 'unstamped_lines_beside_series', 'unstamped_lines_beside_shares', 'unstamped_lines_beside_situations', 'unstamped_lines_beside_weeding', 'weed_audit_decided', 'weeded_digest'])
    expect(rows.filter(({ everybody }) => everybody)).toEqual([])
  })

  test('read the register\'s tables, whatever temporary table has their name', async () => {
    await app.query(asCoordinator(ours.network.id))
    try {
      await app.query(`create temporary table network as select * from lykta.network`)
      await app.query('update network set position = 900')
      await app.query('create temporary table audit (like lykta.audit)')
      const { rows } = await app.query(`select lykta.append_audit('${ours.network.id}', 'operator', 'test', 'x')::int as position`)
      expect(rows[0].position).toBe(4)
    } finally {
      await app.query('rollback')
    }
  })
})

test('other roles, settings and the schema are out of reach', async () => {
  await refused('set role lykta_owner')
  await refused('set session authorization lykta_admin')
  await refused('create table lykta.mine (a int)')
  await refused('create function lykta.mine() returns int language sql as $$ select 1 $$')
  await refused('alter role lykta_app bypassrls')
  await refused(`alter function lykta.append_audit(uuid, text, text, text) security invoker`)
  await refused(`set session_replication_role = 'replica'`)
  await refused('select * from pg_authid')
  // Rows that this role may not see are an error then, not an answer.
  await refused('set local row_security = off; select * from lykta.revision')
})

describe('a role that would not be bound is refused at the start', () => {
  const cases = [
    ['superuser', 'alter role lykta_careless superuser'],
    ['bypassrls', 'alter role lykta_careless bypassrls'],
    ['owner', 'grant lykta_owner to lykta_careless'],
    ['may-change', 'grant update (until_position) on lykta.revision to lykta_careless'],
    ['may-change', 'grant truncate on lykta.audit to lykta_careless'],
    ['may-change', 'grant delete on lykta.sealed_body to lykta_careless'],
    ['may-create', 'grant create on schema lykta to lykta_careless'],
    ['sees-more', 'grant usage on schema sign_in to lykta_careless'],
  ] as const
  const careless = { appRole: 'lykta_careless', signInRole: 'lykta_sign_in' }
  test.each(cases)('%s: %s', async (why, carelessness) => {
    // Roles are the whole server's: everything in one transaction that is taken back.
    await database.admin.query('begin')
    try {
      await database.admin.query('create role lykta_careless login')
      await grantToRoles(database.admin, careless)
      await checkRoles(database.admin, careless)
      await database.admin.query(carelessness)
      await expect(checkRoles(database.admin, careless)).rejects.toMatchObject({
        problems: [{ code: 'register.app-role-unsafe', values: { role: 'lykta_careless', why } }],
      })
    } finally {
      await database.admin.query('rollback')
    }
  })

  test('missing', async () => {
    await expect(checkRoles(database.admin, { ...careless, appRole: 'lykta_nobody' })).rejects.toMatchObject({ problems: [{ values: { why: 'missing' } }] })
  })
})
