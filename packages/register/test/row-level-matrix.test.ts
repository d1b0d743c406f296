// What each role reads, adds and erases in each table, with the server's checks off: SQL alone, as the application's role.
//
// The lists (support/row-rights.ts) are written from design §7 and docs/database.md and not from the policies; a table or role that they do not name
// fails the test.
import { randomUUID } from 'node:crypto'
import { appendEpoch, appendOwnIndicators, type Context, noteDoorEvent, type Role, wantLetter, write } from '@lykta/register'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { meant } from './support/row-meanings.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { adds, columns, erases, parse, reads } from './support/row-rights.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

type Notes = Readonly<Record<'own' | 'other', string>>
/** `bare`: a draft without a protocol; events that say that there is a note, and notes without a key. */
type World = { readonly network: TestNetwork; readonly people: TestPeople; readonly bare: string; readonly bareNotes: Notes; readonly keylessNotes: Notes }

let database: TestDatabase
let app: pg.Client
let ours: World
let theirs: World

beforeAll(async () => {
  database = await cloneDatabase()
  app = new pg.Client(database.accounts.app)
  await app.connect()
  ours = await makeWorld('Exempelstad')
  theirs = await makeWorld('Annanstad')
})
afterAll(async () => {
  await app.end()
  await database.close()
})

async function makeWorld(name: string): Promise<World> {
  const network = await makeNetwork(database.register, name)
  await write(database.register, network.context, { action: 'epoch.add', object: 'epoch:1' }, async (transaction) => {
    await appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, [{ epoch: 1, holder: 'recovery', wrapped: Buffer.from('x') }])
    await appendOwnIndicators(transaction, [{ indicator: { id: 'own.x', sv: 'x', en: 'x', observers: [], validFrom: null, validTo: null }, revision: 1 }])
  })
  const people = await fillPeople(database.register, network)
  await wantLetter(database.register, network.network.id, people.coordinator.id)
  await noteDoorEvent(database.register, network.network.id, { code: 'sign-in.failed', who: 'unknown', about: '', times: 1 })
  // What facts and keys can still be added to: a revision without facts, a text without its key.
  await database.admin.query(`insert into lykta.revision select network_id, incident_id, 9, form_version, answers, coded_hash, withdrawn, author, sealed_id, sealed_hash, created_at
    from lykta.revision where number = 1 and network_id = $1`, [network.network.id])
  // Facts that wait for their position: there are none between transactions.
  const { rows: [facts] } = await database.admin.query<{ readonly columns: string }>(
    `select string_agg(column_name, ', ') as columns from information_schema.columns where table_schema = 'lykta' and table_name = 'new_fact'`)
  await database.admin.query(`insert into lykta.new_fact (${facts!.columns}) select ${facts!.columns} from lykta.incident_fact where network_id = $1`, [network.network.id])
  for (const incident of Object.values(people.incidents)) {
    await database.admin.query(`insert into lykta.sealed_body values ($1, $2, $3, 9, 1, '', 2)`, [network.network.id, keyless(incident), incident])
  }
  // A text without its key by each who writes any.
  for (const author of [people.coordinator, people.core, people.reporter, people.device, people.reader, people.operator]) {
    await database.admin.query(`insert into lykta.meeting_text (network_id, text_id, meeting_id, circle, kind, item_id, revision, epoch, author, created_at, body)
      values ($1, $2, $3, 'network', 'decision', $2, 1, 1, $4, now(), '')`, [network.network.id, keyless(author.id), people.meetings.network, author.id])
  }
  await database.admin.query(`insert into lykta.breach_text (network_id, text_id, breach_id, revision, epoch, author, created_at, body) values ($1, $2, $3, 1, 1, 'operator', now(), '')`, [network.network.id, keyless(people.breach), people.breach])
  await database.admin.query(`insert into lykta.erasure (network_id, text_id, class, cause, author, created_at) values ($1, gen_random_uuid(), 'note', 'due', 'operator', now())`, [network.network.id])
  const bare = randomUUID()
  await database.admin.query(`insert into lykta.edition_draft (network_id, draft_id, year, audience, as_of, head, ledger_length, policy, prose, digest, content, author, created_at)
    select network_id, $2, year, audience, as_of, head, ledger_length, policy, prose, digest, content, author, created_at from lykta.edition_draft where draft_id = $1`, [people.drafts.alone, bare])
  const [bareNotes, keylessNotes] = [{ own: randomUUID(), other: randomUUID() }, { own: randomUUID(), other: randomUUID() }]
  for (const of of ['own', 'other'] as const) {
    for (const [seq, note] of [[7, bareNotes[of]], [8, keylessNotes[of]]] as const) {
      await database.admin.query(`insert into lykta.case_event (network_id, case_id, seq, event_id, kind, content, sealed_hash, author, created_at) values ($1, $2, $3, $4, 'note', '{}', '', 'operator', now())`,
        [network.network.id, people.cases[of], seq, note])
    }
    await database.admin.query(`insert into lykta.case_note values ($1, $2, $3, 1, null, '')`, [network.network.id, keylessNotes[of], people.cases[of]])
  }
  return { network, people, bare, bareNotes, keylessNotes }
}

/** The id of the incident's text that has no key: the incident's own with another first digit. */
const keyless = (incident: string): string => `${incident.startsWith('0') ? '1' : '0'}${incident.slice(1)}`

type Outcome = { readonly rows: number } | { readonly refused: string }

/** In a transaction of its own that is taken back. */
async function attempt(context: Context, sql: string): Promise<Outcome & { readonly found?: readonly unknown[] }> {
  await app.query(`begin; set local lykta.network = '${context.network}'; set local lykta.role = '${context.role ?? ''}';
    set local lykta.member = '${context.member}'; set local lykta.organisation = '${context.organisation ?? ''}'`)
  try {
    const { rows, rowCount } = await app.query<Record<string, unknown>>(sql)
    return { rows: rowCount!, found: rows }
  } catch (error) {
    return { refused: (error as pg.DatabaseError).code! }
  } finally {
    await app.query('rollback')
  }
}

const everybody = (): readonly (readonly [Role, Context])[] => columns.map((role) => [role, ours.people.as[role]])

test('the lists name every table and every role', async () => {
  const { rows } = await database.admin.query<{ readonly name: string }>(`select relname as name from pg_class where relnamespace = 'lykta'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by 1`)
  const tables = rows.map(({ name }) => name).filter((name) => name !== 'migration')
  expect([...parse(reads).keys()].sort()).toEqual(tables)
  expect([...parse(adds).keys()].filter((name) => !['question', 'outcome', 'asking', 'withdrawing', 'end_of_example', 'core_situation', 'decision', 'new_action', 'settled_action', 'moved_action', 'taken_situation', 'other_kind', 'next_effort', 'moved_effort', 'core_text', 'decision_text', 'share_taken', 'share_end', 'session_approval', 'session_begin', 'session_end', 'glass_end', 'police_report', 'case_move', 'case_end'].includes(name)).sort()).toEqual(tables)
  const { rows: erasable } = await database.admin.query<{ readonly name: string }>(
    `select table_name as name from information_schema.table_privileges where table_schema = 'lykta' and grantee = 'lykta_app' and privilege_type = 'DELETE' order by 1`)
  expect(erasable.map(({ name }) => name)).toEqual([...parse(erases).keys()].sort())
  expect(Object.keys(ours.people.as).sort()).toEqual([...columns].sort())
})

describe('reading', () => {
  test.each([...parse(reads)])('%s', async (table, words) => {
    const { rows: [all] } = await database.admin.query<{ readonly rows: number }>(`select count(*)::integer as rows from lykta.${table} where network_id = $1`, [ours.network.network.id])
    expect(all!.rows).toBeGreaterThan(0)
    for (const [role, context] of everybody()) {
      const columnsOf = `select to_jsonb(t)::text as row from lykta.${table} t`
      const { rows: expected } = await database.admin.query(`${columnsOf} where ${meant(table, words[role], context)} order by 1`)
      const { found } = await attempt(context, `${columnsOf} order by 1`)
      expect([role, found]).toEqual([role, expected])
      // What one may read only in part, there is more of (but only one device); readers and operators have made no keys.
      if (['own', 'sent', 'self', 'party', 'follows', 'whole'].includes(words[role]) && table !== 'device') expect([role, expected.length < all!.rows]).toEqual([role, true])
      if (words[role] !== 'none' && !(table !== 'member' && ['reader', 'operator'].includes(role))) expect([role, expected.length > 0]).toEqual([role, true])
    }
  })

  test('without a role or in one that there is not, without a network or in another\'s: no row of any table', async () => {
    const { coordinator } = ours.people.as
    for (const table of parse(reads).keys()) {
      for (const context of [{ ...coordinator, role: '' as Role }, { ...coordinator, role: 'admin' as Role }, { ...coordinator, network: '' }, { ...coordinator, network: randomUUID() }]) {
        expect([table, await attempt(context, `select * from lykta.${table}`)]).toEqual([table, { rows: 0, found: [] }])
      }
      const { rows: mixed } = await attempt(coordinator, `select * from lykta.${table} where network_id <> '${coordinator.network}'`) as { readonly rows: number }
      expect([table, mixed]).toEqual([table, 0])
    }
  })
})

/** Statements that add a row: for oneself or one's own, and for each of those who are others. */
function additions(name: string, role: Role, context: Context, { network, people, bare, bareNotes, keylessNotes }: World): { readonly own: string; readonly others: readonly string[] } {
  const id = network.network.id
  const [own, other] = [network.organisations[0].id, network.organisations[1].id]
  const { member } = context
  const { ofDevice, ofReporter, ofOther } = people.incidents
  const [mine, notMine] = role === 'device' ? [ofDevice, [ofReporter, ofOther]] as const : [ofReporter, [ofOther]] as const
  const each = <T>(make: (target: T) => string, ownTarget: T, others: readonly T[]) => ({ own: make(ownTarget), others: others.map(make) })
  const message = (kind: string, code: string) => each((incident: string) => `insert into lykta.message (network_id, message_id, incident_id, kind, code, author, created_at)
    values ('${id}', gen_random_uuid(), '${incident}', '${kind}', '${code}', '${member}', now())`, mine, notMine)
  const copied = (table: string, row: string, where: string): string => `insert into lykta.${table} select ${row} from (values (null)) one where ${where}`
  const byMember = (make: (who: string) => string) => each(make, member, [people.coordinator.id === member ? people.reporter.id : people.coordinator.id])
  const alone = (sql: string) => each(() => sql, '', [''])
  const step = (draft: string, seq: number, act: string) => alone(`insert into lykta.edition_step (network_id, draft_id, seq, act, digest, author, created_at)
    values ('${id}', '${draft}', ${seq}, '${act}', '', '${member}', now())`)
  const quoted = (organisation: string): string => (organisation === 'null' ? 'null' : `'${organisation}'`)
  /** The text is one that stands, of whatever; `after`: the item whose first revision it follows. */
  const item = (circle: 'core' | 'network', kind: string, state: string, after?: string) => (organisation: string): string => `insert into lykta.meeting_item
    (network_id, item_id, revision, meeting_id, circle, kind, organisation_id, state, settled_on, text_id, text_hash, author, created_at)
    values ('${id}', ${after === undefined ? 'gen_random_uuid(), 1' : `'${after}', 2`}, '${people.meetings[circle]}', '${circle}', '${kind}', ${quoted(organisation)}, '${state}', ${state === 'done' ? `'2026-05-01'` : 'null'},
      ${state === 'nothing' ? 'null, null' : `'${keyless(people.coordinator.id)}', ''`}, '${member}', now())`
  const effort = (of: string, revision: number, organisation: string): string => `insert into lykta.effort (network_id, effort_id, revision, organisation_id, kind, month, times, withdrawn, author, created_at)
    values ('${id}', ${of}, ${revision}, '${organisation}', 'outreach', '2026-01', 1, false, '${member}', now())`
  const text = (circle: 'core' | 'network', kind: string) => (organisation: string): string => `insert into lykta.meeting_text
    (network_id, text_id, meeting_id, circle, kind, item_id, revision, organisation_id, epoch, author, created_at, body)
    values ('${id}', gen_random_uuid(), '${people.meetings[circle]}', '${circle}', '${kind}', gen_random_uuid(), 1, ${quoted(organisation)}, 1, '${member}', now(), '')`
  const caseEvent = (of: string, kind: string, incident?: string): string => `insert into lykta.case_event (network_id, case_id, seq, event_id, kind, content, incident_id, incident_seq, author, created_at)
    values ('${id}', '${of}', 99, gen_random_uuid(), '${kind}', '{}', ${incident === undefined ? 'null' : `'${incident}'`}, ${kind === 'join' ? 9 : 'null'}, '${member}', now())`
  const decision = (kind: string): string => `insert into lykta.example_decision (network_id, example_id, kind, author, created_at) values ('${id}', '${people.examples.waiting}', '${kind}', '${member}', now())`
  const share = (incident: string, to: string, way: string, until: string): string => `insert into lykta.share (network_id, share_id, incident_id, organisation_id, way, what, up_to, ground, expires_at, author, created_at)
    values ('${id}', gen_random_uuid(), '${incident}', '${to}', '${way}', 'reasons', 1, 'consent', ${until}, '${member}', now())`
  const shareStep = (of: string, seq: number, act: string): string => `insert into lykta.share_step (network_id, share_id, seq, act, author, created_at) values ('${id}', '${of}', ${seq}, '${act}', '${member}', now())`
  const sessionStep = (of: string, act: string, texts = 'null', extent = ''): string => `insert into lykta.reading_step (network_id, session_id, act, texts, extent, author, created_at)
    values ('${id}', '${of}', '${act}', ${texts}, ${extent === '' ? 'null' : `'${extent}'`}, '${member}', now())`
  const [askedByOneself, asked] = role === 'coordinator' ? [people.sessions.byCoordinator, people.sessions.byCore] : [people.sessions.byCore, people.sessions.byCoordinator]
  const glass = (of: string, until: string): string => `insert into lykta.break_glass (network_id, glass_id, reason, share_id, expires_at, author, created_at)
    values ('${id}', gen_random_uuid(), 'child', ${of}, now() + interval '${until}', '${member}', now())`
  const glassStep = (of: string, act: string): string => `insert into lykta.break_glass_step (network_id, glass_id, act, finding, author, created_at)
    values ('${id}', '${of}', '${act}', ${act === 'review' ? `'justified'` : 'null'}, '${member}', now())`
  const [glassOfOneself, glassOfAnother] = role === 'coordinator' ? [people.glasses.byCoordinator, people.glasses.byCore] : [people.glasses.byCore, people.glasses.byCoordinator]
  switch (name) {
    case 'network': return { own: '', others: [] }
    case 'network_setting': return alone(`insert into lykta.network_setting (network_id, revision, settings, created_at) values ('${id}', 9, '{}', now())`)
    case 'membership_line': return alone(`insert into lykta.membership_line (network_id, seq, line) values ('${id}', 9, '{}')`)
    case 'organisation': return alone(`insert into lykta.organisation (network_id, organisation_id, revision, code, name, sector) values ('${id}', gen_random_uuid(), 1, 'x', 'x', 'other')`)
    case 'own_indicator': return alone(`insert into lykta.own_indicator (network_id, indicator_id, revision, text_sv, text_en, observers) values ('${id}', 'own.y', 1, 'y', 'y', '{}')`)
    case 'epoch': return alone(`insert into lykta.epoch (network_id, epoch, recipient, made_on, created_at) values ('${id}', 9, 'mine', 'browser', now())`)
    case 'incident': return each((organisation: string) => `insert into lykta.incident (network_id, incident_id, ref, organisation_id, entered_by)
      values ('${id}', gen_random_uuid(), 'NEW', '${organisation}', '${member}')`, own, [other])
    case 'revision': return each((incident: string) => `insert into lykta.revision (network_id, incident_id, number, form_version, answers, coded_hash, withdrawn, author, created_at)
      values ('${id}', '${incident}', 2, '2026-1', '{}', '', false, '${member}', now())`, mine, notMine)
    case 'incident_fact': return each((incident: string) => `insert into lykta.incident_fact (${factColumns('incident_fact')})
      values (${factValues('incident_fact', { network_id: id, incident_id: incident, revision: '9', organisation_id: incident === ofOther ? other : own })})`, mine, notMine)
    case 'new_fact': return each((incident: string) => `insert into lykta.new_fact (${factColumns('new_fact')})
      values (${factValues('new_fact', { network_id: id, incident_id: incident, revision: '9', organisation_id: incident === ofOther ? other : own })})`, mine, notMine)
    case 'message': return message('answer', 'added')
    case 'question': return message('question', 'when')
    case 'outcome': return message('outcome', 'handled')
    case 'quiet_month': return each((organisation: string) => `insert into lykta.quiet_month (network_id, organisation_id, month, revision, withdrawn, author, created_at)
      values ('${id}', '${organisation}', '2026-01', 1, false, '${member}', now())`, own, [other])
    case 'sealed_body': return each((incident: string) => `insert into lykta.sealed_body values ('${id}', gen_random_uuid(), '${incident}', 1, 1, '', 1)`, mine, notMine)
    case 'sealed_key': return each((incident: string) => `insert into lykta.sealed_key values ('${id}', '${keyless(incident)}', 1, '')`, mine, notMine)
    case 'epoch_grant': return each((holder: string) => `insert into lykta.epoch_grant values ('${id}', 1, '${holder}', '')`, `${member}.`, ['another'])
    case 'audit': return alone(`insert into lykta.audit (network_id, position, at, actor, action, object, stamped, content_hash, prev_hash, hash) values ('${id}', 999, now(), '${member}', 'x', 'x', 0, '', '', '')`)
    case 'member': return byMember((who) => `insert into lykta.member (network_id, member_id, revision, role, active, created_at) values ('${id}', '${who}', 9, 'coordinator', true, now())`)
    case 'member_key': return byMember((who) => `insert into lykta.member_key (network_id, member_id, revision, verify_key, created_at) values ('${id}', '${who}', 9, 'x', now())`)
    case 'member_bundle': return byMember((who) => `insert into lykta.member_bundle values ('${id}', '${who}', gen_random_uuid(), 'passphrase', null, '', now())`)
    case 'device': return each((who: string) => `insert into lykta.device (network_id, device_id, revision, organisation_id, name, token_hash, verify_key, proof, invitation_id, active, created_at)
      values ('${id}', '${who}', 9, '${own}', 'x', '', 'x', 'x', gen_random_uuid(), true, now())`, role === 'device' ? member : randomUUID(), [randomUUID()])
    case 'invitation': return alone(`insert into lykta.invitation (network_id, invitation_id, kind, role, token_hash, created_at, expires_at)
      values ('${id}', gen_random_uuid(), 'member', 'coordinator', '', now(), now())`)
    case 'invitation_end': return alone(copied('invitation_end (network_id, invitation_id, how, created_at)', `'${id}', '${people.openInvitation}', 'used', now()`, 'true'))
    case 'ledger_entry': return alone(`insert into lykta.ledger_entry (network_id, entry_id, seq, kind, audience, content, author, created_at)
      values ('${id}', gen_random_uuid(), 9, 'outside', 'public', '{}', '${member}', now())`)
    case 'edition_protocol': return alone(copied('edition_protocol (network_id, entry_id, protocol, author, created_at)', `'${id}', '${people.unexplained}', '{}', '${member}', now()`, 'true'))
    case 'edition_draft': return alone(`insert into lykta.edition_draft (network_id, draft_id, year, audience, as_of, head, ledger_length, policy, prose, digest, content, author, created_at)
      values ('${id}', gen_random_uuid(), 2018, 'public', 1, '', 0, 'x', '{}', '${'0'.repeat(64)}', '{}', '${member}', now())`)
    case 'draft_protocol': return alone(copied('draft_protocol (network_id, draft_id, protocol, author, created_at)', `'${id}', '${bare}', '{}', '${member}', now()`, 'true'))
    case 'edition_override': return alone(copied('edition_override (network_id, draft_id, rule, subject, reason, author, created_at)', `'${id}', '${bare}', 'merge', 'sex', 'x', '${member}', now()`, 'true'))
    case 'edition_step': return step(people.drafts.asked, 2, 'refuse')
    case 'withdrawing': return step(people.drafts.asked, 2, 'withdraw')
    case 'asking': return step(people.drafts.alone, 1, 'ask')
    case 'edition_file': return alone(copied('edition_file (network_id, draft_id, form, path, bytes, author)', `'${id}', '${bare}', 'final', 'x', '\\x', '${member}'`, 'true'))
    case 'prose': return alone(`insert into lykta.prose (network_id, language, revision, text, figures, author, created_at) values ('${id}', 'sv', 9, 'x', '{}', '${member}', now())`)
    case 'example': return alone(`insert into lykta.example (network_id, example_id, text_sv, text_en, author, created_at) values ('${id}', gen_random_uuid(), 'x', 'x', '${member}', now())`)
    // The coordinator worded it: that she approves it herself is refused.
    case 'example_decision': return alone(decision('approved'))
    case 'end_of_example': return alone(decision('withdrawn'))
    case 'meeting': return alone(`insert into lykta.meeting (network_id, meeting_id, circle) values ('${id}', gen_random_uuid(), 'network')`)
    case 'meeting_revision': return alone(`insert into lykta.meeting_revision (network_id, meeting_id, circle, revision, held_on, begins, ends, state, agenda, author, created_at)
      values ('${id}', '${people.meetings.network}', 'network', 9, '2026-04-09', '13:00', '15:00', 'planned', '[]', '${member}', now())`)
    case 'meeting_item': return { own: item('network', 'situation', 'nothing', people.items.situation)(own), others: [item('network', 'situation', 'nothing', people.items.theirSituation)(other)] }
    case 'core_situation': return { own: item('core', 'situation', 'nothing')(own), others: [item('core', 'situation', 'nothing', people.items.theirCoreSituation)(other)] }
    // Another organisation's, as if it were one's own; and an action that is to be a situation.
    case 'taken_situation': return alone(item('network', 'situation', 'nothing', people.items.theirSituation)(own))
    case 'other_kind': return alone(item('network', 'situation', 'nothing', people.items.theirAction)(own))
    case 'decision': return alone(item('network', 'decision', 'stands')('null'))
    case 'new_action': return alone(item('network', 'action', 'open')(own))
    case 'settled_action': return { own: item('network', 'action', 'done', people.items.action)(own), others: [item('network', 'action', 'done', people.items.theirAction)(other)] }
    case 'moved_action': return alone(item('network', 'action', 'done', people.items.theirAction)(own))
    case 'meeting_text': return each(text('network', 'situation'), own, [other])
    case 'core_text': return each(text('core', 'situation'), own, [other])
    case 'decision_text': return alone(text('network', 'decision')('null'))
    // To a text of one's own whose key is gone, and to another's.
    case 'meeting_key': return each((author: string) => `insert into lykta.meeting_key (network_id, text_id, circle, author, epoch, key) values ('${id}', '${keyless(author)}', 'network', '${author}', 1, '')`,
      member, [people.coordinator.id === member ? people.reporter.id : people.coordinator.id])
    case 'yearly_answer': return each((organisation: string) => `insert into lykta.yearly_answer (network_id, organisation_id, year, subject, revision, answer, author, created_at)
      values ('${id}', '${organisation}', 2025, 'crime', 1, 'seen', '${member}', now())`, own, [other])
    case 'effort': return each((organisation: string) => effort('gen_random_uuid()', 1, organisation), own, [other])
    case 'next_effort': return { own: effort(`'${people.efforts.own}'`, 3, own), others: [effort(`'${people.efforts.other}'`, 2, other)] }
    case 'moved_effort': return alone(effort(`'${people.efforts.other}'`, 2, own))
    case 'official_series': return alone(`insert into lykta.official_series (network_id, series_id, revision, content, withdrawn, author, created_at) values ('${id}', gen_random_uuid(), 1, '{}', false, '${member}', now())`)
    case 'share': return each((incident: string) => share(incident, other, 'opened', 'null'), ofReporter, [ofOther])
    // For her own organisation, and for no longer than an hour.
    case 'share_taken': return { own: share(ofOther, own, 'taken', `now() + interval '59 minutes'`), others: [share(ofOther, other, 'taken', `now() + interval '59 minutes'`), share(ofOther, own, 'taken', `now() + interval '61 minutes'`)] }
    case 'share_step': return each((of: string) => shareStep(of, 1, 'accept'), people.shares.received, [people.shares.given, people.shares.among])
    case 'share_end': return each((of: string) => shareStep(of, 2, 'end'), people.shares.received, [people.shares.among])
    case 'reading_session': return alone(`insert into lykta.reading_session (network_id, session_id, purpose, author, created_at) values ('${id}', gen_random_uuid(), 'search', '${member}', now())`)
    case 'reading_step': return each((of: string) => sessionStep(of, 'refuse'), asked, [askedByOneself])
    case 'session_approval': return each((of: string) => sessionStep(of, 'approve'), asked, [askedByOneself])
    case 'session_begin': return each((of: string) => sessionStep(of, 'begin', '3', '{}'), askedByOneself, [asked])
    case 'session_end': return each((of: string) => sessionStep(of, 'end'), askedByOneself, [asked])
    // For no longer than an hour; of no opening but one that she has just made.
    case 'break_glass': return { own: glass('null', '59 minutes'), others: [glass('null', '61 minutes'), glass(`'${people.shares.received}'`, '59 minutes')] }
    // Reviewed by another, once it is over.
    case 'break_glass_step': return each((of: string) => glassStep(of, 'review'), glassOfAnother, [glassOfOneself])
    case 'glass_end': return each((of: string) => glassStep(of, 'end'), glassOfOneself, [glassOfAnother])
    case 'case_file': return alone(`insert into lykta.case_file (network_id, case_id, ref, author, created_at) values ('${id}', gen_random_uuid(), 'NEW', '${member}', now())`)
    case 'case_event': return each((of: string) => caseEvent(of, 'step'), people.cases.own, [people.cases.other])
    // In a case that she follows, of an incident that she does not.
    case 'police_report': return each((incident: string) => caseEvent(people.cases.own, 'police-report', incident), ofReporter, [ofOther])
    case 'case_move': return alone(caseEvent(people.cases.own, 'join', ofDevice))
    case 'case_end': return alone(caseEvent(people.cases.own, 'close'))
    case 'case_note': return each((of: string) => `insert into lykta.case_note (network_id, note_id, case_id, epoch, body)
      values ('${id}', '${of === people.cases.own ? bareNotes.own : bareNotes.other}', '${of}', 1, '')`, people.cases.own, [people.cases.other])
    case 'case_note_key': return each((of: string) => `insert into lykta.case_note_key values ('${id}', '${of === people.cases.own ? keylessNotes.own : keylessNotes.other}', '${of}', 1, '')`, people.cases.own, [people.cases.other])
    case 'same_link': return alone(`insert into lykta.same_link (network_id, incident_id, entry, revision, cluster_id, degree, author, created_at) values ('${id}', '${ofOther}', -1, 9, gen_random_uuid(), 'certain', '${member}', now())`)
    case 'same_refusal': return alone(`insert into lykta.same_refusal (network_id, first_id, first_entry, second_id, second_entry, revision, withdrawn, author, created_at) values ('${id}', '${ofReporter}', -1, '${ofOther}', -1, 9, false, '${member}', now())`)
    case 'saved_view': return byMember((who) => `insert into lykta.saved_view (network_id, member_id, view_id, content, created_at) values ('${id}', '${who}', gen_random_uuid(), '{}', now())`)
    case 'diary_number': return alone(`insert into lykta.diary_number (network_id, incident_id, year, serial, name, came_at, created_at) values ('${id}', '${ofOther}', 2026, 99, 'x', 1, now())`)
    case 'extract_decision': return alone(`insert into lykta.extract_decision (network_id, extract_id, incident_id, revision, outcome, decided_on, content, author, created_at)
      values ('${id}', gen_random_uuid(), '${ofOther}', 1, 'whole', '2026-05-04', '{}', '${member}', now())`)
    case 'weeding_decision': return alone(`insert into lykta.weeding_decision (network_id, decision_id, revision, reference, decided_on, classes, withdrawn, author, created_at)
      values ('${id}', gen_random_uuid(), 1, 'x', '2026-05-04', '[]', false, '${member}', now())`)
    case 'breach': return alone(`insert into lykta.breach (network_id, breach_id, revision, content, author, created_at) values ('${id}', gen_random_uuid(), 1, '{}', '${member}', now())`)
    case 'breach_text': return alone(`insert into lykta.breach_text (network_id, text_id, breach_id, revision, epoch, author, created_at, body) values ('${id}', gen_random_uuid(), '${people.breach}', 1, 1, '${member}', now(), '')`)
    case 'breach_key': return alone(`insert into lykta.breach_key (network_id, text_id, epoch, key) values ('${id}', '${keyless(people.breach)}', 1, '')`)
    case 'erasure': return alone(`insert into lykta.erasure (network_id, text_id, class, cause, author, created_at) values ('${id}', gen_random_uuid(), 'note', 'due', '${member}', now())`)
    case 'legal_hold': return alone(`insert into lykta.legal_hold (network_id, subject_id, seq, subject, reason, ends_on, author, created_at) values ('${id}', '${ofOther}', 9, 'incident', 'dispute', '2027-01-01', '${member}', now())`)
    case 'coarsening': return alone(`insert into lykta.coarsening (network_id, incident_id, revision, level, answers_hash, author, created_at) values ('${id}', '${ofOther}', 1, 'coded', '', '${member}', now())`)
    case 'weeding': return alone(`insert into lykta.weeding (network_id, weeding_id, class, cause, subjects, parts, author, created_at) values ('${id}', gen_random_uuid(), 'note', 'due', 1, 1, '${member}', now())`)
    case 'hold_request': return alone(`insert into lykta.hold_request (network_id, request_id, act, subject_id, subject, reason, ends_on, author, created_at) values ('${id}', gen_random_uuid(), 'place', '${ofOther}', 'incident', 'dispute', '2027-01-01', '${member}', now())`)
    case 'hold_answer': return alone(`insert into lykta.hold_answer (network_id, request_id, act, author, created_at) values ('${id}', gen_random_uuid(), 'agree', '${member}', now())`)
    case 'situation_report': return alone(`insert into lykta.situation_report (network_id, report_id, meeting_id, as_of, ledger_length, author, created_at)
      values ('${id}', gen_random_uuid(), '${people.meetings.core}', 1, 0, '${member}', now())`)
    case 'situation_version': return alone(`insert into lykta.situation_version (network_id, report_id, audience, digest, content, author, created_at)
      values ('${id}', '${people.situation}', 'public', '${'0'.repeat(64)}', '{}', '${member}', now())`)
    case 'situation_file': return alone(`insert into lykta.situation_file (network_id, report_id, audience, path, bytes, author) values ('${id}', '${people.situation}', 'core', 'en/report.pdf', '', '${member}')`)
    // By release_situation alone.
    case 'situation_release': return alone(copied('situation_release (network_id, report_id, audience, digest, author, created_at)', `'${id}', '${people.unreleased}', 'network', '', '${member}', now()`, 'true'))
    case 'letter': return alone(`insert into lykta.letter (network_id, member_id, letter_id, wanted, tries, due_at) values ('${id}', gen_random_uuid(), gen_random_uuid(), true, 0, now())`)
    case 'door_event': return alone(`insert into lykta.door_event (network_id, code, who, about, times) values ('${id}', 'x', 'unknown', '', 1)`)
    default: throw new Error(`additions: ${name} is not known`)
  }
}

const types = new Map<string, readonly (readonly [string, string, boolean])[]>()
beforeAll(async () => {
  for (const table of ['incident_fact', 'new_fact']) {
    const { rows } = await database.admin.query<{ readonly name: string; readonly type: string; readonly nullable: boolean }>(
      `select column_name as name, data_type as type, is_nullable = 'YES' as nullable from information_schema.columns
       where table_schema = 'lykta' and table_name = $1 and column_name not in ('from_position', 'until_position') order by ordinal_position`, [table])
    types.set(table, rows.map(({ name, type, nullable }) => [name, type, nullable]))
  }
})
const factColumns = (table: string): string => types.get(table)!.map(([name]) => name).join(', ')
/** Any values that the columns take: what is counted is not the policies' business. */
function factValues(table: string, given: Readonly<Record<string, string>>): string {
  const any: Readonly<Record<string, string>> = { 'boolean': 'false', 'date': `'2019-01-01'`, 'integer': '1', 'smallint': '1', 'bigint': '1', 'ARRAY': `'{}'`, 'uuid': 'gen_random_uuid()', 'bytea': `''` }
  return types.get(table)!.map(([name, type, nullable]) => (given[name] !== undefined ? `'${given[name]}'` : nullable ? 'null' : any[type] ?? `'x'`)).join(', ')
}

const added = { rows: 1, found: [] }
const refused = { refused: '42501' }

describe('adding', () => {
  test.each([...parse(adds)].filter(([name]) => name !== 'network'))('%s', async (name, words) => {
    for (const [role, context] of everybody()) {
      const { own, others } = additions(name, role, context, ours)
      expect([role, 'own', await attempt(context, own)]).toEqual([role, 'own', words[role] === 'none' ? refused : added])
      for (const other of others) expect([role, 'other', await attempt(context, other)]).toEqual([role, 'other', words[role] === 'any' ? added : refused])
      // The same in the other network, whose ids she has got hold of.
      const foreign = additions(name, role, context, theirs)
      for (const sql of [foreign.own, ...foreign.others]) expect([role, 'foreign', await attempt(context, sql)]).toEqual([role, 'foreign', refused])
    }
  })

  test('network: the one in context, once', async () => {
    const insert = (id: string): string => `insert into lykta.network (network_id, name, municipality, collection_start, time_zone, languages, sample, created_at)
      values ('${id}', 'x', 'x', '2020-01-01', 'UTC', '{sv}', false, now())`
    for (const [role, context] of everybody()) {
      const id = randomUUID()
      expect([role, await attempt({ ...context, network: id }, insert(id))]).toEqual([role, parse(adds).get('network')![role] === 'none' ? refused : added])
      expect([role, await attempt(context, insert(id))]).toEqual([role, refused])
    }
  })

  test('nothing in another\'s name, by whoever it is', async () => {
    for (const [role, context] of everybody()) {
      for (const name of ['incident', 'revision', 'message', 'quiet_month', 'ledger_entry', 'edition_protocol', 'edition_draft', 'draft_protocol', 'edition_override', 'edition_step', 'edition_file', 'prose', 'example', 'example_decision', 'end_of_example', 'official_series', 'same_link', 'same_refusal', 'weeding', 'extract_decision', 'weeding_decision', 'breach', 'breach_text', 'meeting_revision', 'meeting_item', 'settled_action', 'meeting_text', 'yearly_answer', 'effort', 'share', 'share_taken', 'share_step', 'share_end', 'reading_session', 'reading_step', 'session_approval', 'session_end', 'break_glass', 'break_glass_step', 'glass_end', 'case_file', 'case_event', 'police_report', 'case_move', 'case_end', 'situation_report', 'situation_version', 'situation_file']) {
        const forged = additions(name, role, { ...context, member: ours.people.core.id === context.member ? ours.people.reporter.id : ours.people.core.id }, ours).own
        expect([role, name, await attempt(context, forged)]).toEqual([role, name, refused])
      }
    }
  })

  test('nothing without a role, and the facts of one\'s own incident for no other organisation', async () => {
    for (const name of parse(adds).keys()) {
      if (name !== 'network') expect([name, await attempt({ ...ours.people.as.coordinator, role: '' as Role }, additions(name, 'coordinator', ours.people.as.coordinator, ours).own)]).toEqual([name, refused])
    }
    const { as, incidents } = ours.people
    for (const [context, incident] of [[as.reporter, incidents.ofReporter], [as.device, incidents.ofDevice]] as const) {
      const values = factValues('new_fact', { network_id: context.network, incident_id: incident, revision: '9', organisation_id: ours.network.organisations[1].id })
      expect(await attempt(context, `insert into lykta.new_fact (${factColumns('new_fact')}) values (${values})`)).toEqual(refused)
    }
  })
})

describe('erasing', () => {
  test.each([...parse(reads).keys()])('%s', async (table) => {
    const words = parse(erases).get(table)
    for (const [role, context] of everybody()) {
      const { rows } = await database.admin.query(`select from lykta.${table} where ${meant(table, words?.[role] ?? 'none', context)}`)
      expect([role, await attempt(context, `delete from lykta.${table}`)]).toEqual([role, words ? { rows: rows.length, found: [] } : refused])
      if (words) expect([role, await attempt(context, `delete from lykta.${table} where network_id = '${theirs.network.network.id}'`)]).toEqual([role, { rows: 0, found: [] }])
      expect([role, await attempt(context, `update lykta.${table} set network_id = network_id`)]).toEqual([role, refused])
    }
  })
})
