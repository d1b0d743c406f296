// Whatever is changed underneath is found.
import { randomBytes, randomUUID } from 'node:crypto'
import { appendEpoch, appendOrganisations, appendRevisions, containsLine, inNetwork, readHead, verifyNetwork, verifyRegister, write } from '@lykta/register'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterNetwork } from '../src/transaction.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople } from './support/members.ts'
import { answersOf, anyAnswers, createdAt, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let sample: TestNetwork

beforeAll(async () => {
  database = await cloneDatabase()
  sample = await makeNetwork(database.register, 'Exempelstad \u2028 "ö" \\ \u0001')
  const { organisations: [first, second], context } = sample
  await write(database.register, context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'server', createdAt }, []))
  await database.admin.query(
    `insert into lykta.own_indicator (network_id, indicator_id, revision, text_sv, text_en, observers)
     values ($1, 'own.x-note', 1, 'Anteckning', 'Note', '{hotel,police}')`, [sample.network.id])
  const sealed = { sealedId: randomUUID(), body: randomBytes(3000), key: randomBytes(1900), epoch: 1 }
  const [one, two] = [newIncident(answersOf(first.id), { sealed }), newIncident(answersOf(second.id), { first: { ref: '00000000', externalRef: 'Å\t1' } })]
  const random = fc.sample(anyAnswers([first.id, second.id]), { numRuns: 30, seed: 7 }).map((answers) => newIncident(answers))
  await write(database.register, context, { action: 'import', object: 'files:1' }, (transaction) => appendRevisions(transaction, [one, two, ...random]))
  await write(database.register, context, { action: 'incident.change', object: 'incident:1' }, async (transaction) => {
    await appendOrganisations(transaction, [{ organisation: { ...first, name: 'Nytt namn' }, revision: 2 }])
    await appendRevisions(transaction, [{ ...one, number: 2, first: null, answers: answersOf(first.id, { area: 'Söder' }), sealed: 'kept' }])
  })
})
afterAll(() => database.close())

/** What is done underneath, by one whom nothing binds, in a transaction that is taken back. */
async function tampered(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const { admin } = database
  await admin.query('begin')
  try {
    await work(admin)
  } finally {
    await admin.query('rollback')
  }
}

const codes = async (client: pg.Client): Promise<readonly string[]> =>
  (await verifyNetwork(await enterNetwork(database.register, client, sample.network.id))).findings.map(({ code }) => code)

test('what nobody touched is sound', async () => {
  const other = await makeNetwork(database.register, 'Annanstad')
  expect(await verifyRegister(database.register)).toEqual([
    { network: sample.network.id, position: 5, head: expect.stringMatching(/^[0-9a-f]{64}$/), revisions: 33, findings: [] },
    { network: other.network.id, position: 2, head: expect.stringMatching(/^[0-9a-f]{64}$/), revisions: 0, findings: [] },
  ])
})

describe('is found:', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a removed line', `delete from lykta.audit where position = 3`, ['verify.line-missing']],
    ['a removed last line', `delete from lykta.audit where position = 5`, ['verify.line-missing']],
    ['another actor', `update lykta.audit set actor = 'somebody' where position = 2`, ['verify.line-hash']],
    ['another action', `update lykta.audit set action = 'nothing' where position = 4`, ['verify.line-hash']],
    ['another time', `update lykta.audit set at = at - interval '1 microsecond' where position = 4`, ['verify.line-hash']],
    ['a line made to look right', `update lykta.audit a set actor = 'somebody', hash = sha256(prev_hash || convert_to(concat_ws('|', network_id,
      position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'somebody', action, object, stamped, encode(content_hash, 'hex')), 'UTF8'))
      where position = 3`, ['verify.link']],
    ['a last line made to look right', `update lykta.audit a set actor = 'somebody', hash = sha256(prev_hash || convert_to(concat_ws('|', network_id,
      position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'somebody', action, object, stamped, encode(content_hash, 'hex')), 'UTF8'))
      where position = 5`, ['verify.head']],
    ['another head', `update lykta.network set position = 6`, ['verify.head']],
    ['an earlier start of collection', `update lykta.network set collection_start = '2016-11-01'`, ['verify.content']],
    ['a renamed organisation', `update lykta.organisation set name = 'x' where revision = 1`, ['verify.content']],
    ['another sector', `update lykta.organisation set sector = 'other' where revision = 2`, ['verify.content']],
    ['a removed organisation', `delete from lykta.organisation where revision = 2`, ['verify.content', 'verify.succession']],
    ['an organisation that stands too long', `update lykta.organisation set until_position = 9 where until_position is not null`, ['verify.succession']],
    ['another indicator text', `update lykta.own_indicator set text_en = 'x'`, ['verify.content']],
    ['another recipient', `update lykta.epoch set recipient = 'age1other'`, ['verify.content']],
    ['another reference', `update lykta.incident set ref = 'XXXXXXXX' where ref = '00000000'`, ['verify.content']],
    ['another imported reference', `update lykta.incident set external_ref = 'x' where ref = '00000000'`, ['verify.content']],
    ['a withdrawal', `update lykta.revision set withdrawn = true where number = 2`, ['verify.content', 'verify.facts']],
    ['another author', `update lykta.revision set author = 'x' where number = 2`, ['verify.content']],
    ['altered answers', `update lykta.revision set answers = replace(answers, '"hotel"', '"home"') where number = 2`, ['verify.answers-hash', 'verify.facts']],
    ['altered answers, hashed anew', `update lykta.revision set answers = replace(answers, '"hotel"', '"home"'),
      coded_hash = sha256(convert_to(replace(answers, '"hotel"', '"home"'), 'UTF8')) where number = 2`, ['verify.content', 'verify.facts']],
    ['answers spelled otherwise', `update lykta.revision set answers = answers || ' ' where number = 2`, ['verify.answers-hash', 'verify.answers-text']],
    ['a removed revision', `delete from lykta.incident_fact where revision = 2;
      delete from lykta.revision where number = 2`, ['verify.content', 'verify.succession']],
    ['an earlier start', `update lykta.revision set from_position = 3 where number = 2`, ['verify.content', 'verify.succession', 'verify.facts']],
    ['an earlier end', `update lykta.revision set until_position = 4 where number = 1 and until_position = 5`, ['verify.facts', 'verify.succession']],
    ['a row no line stamped', `insert into lykta.organisation (network_id, organisation_id, revision, code, name, sector)
      select network_id, gen_random_uuid(), 1, 'new', 'new', 'other' from lykta.network`, ['verify.unstamped']],
    ['an incident without a revision', `insert into lykta.incident (network_id, incident_id, ref) select network_id, gen_random_uuid(), 'X' from lykta.network`,
      ['verify.incident-without-revision']],
    ['another fact', `update lykta.incident_fact set exploitation = 'labour' where revision = 2`, ['verify.facts']],
    ['another area', `update lykta.incident_fact set area = 'Norr' where revision = 2`, ['verify.facts']],
    ['a fact in force too long', `update lykta.incident_fact set until_position = null where revision = 1 and until_position = 5`, ['verify.facts']],
    ['another count', `update lykta.incident_fact set persons = replace(persons, '1', '2') where revision = 2`, ['verify.facts']],
    ['a removed person', `update lykta.incident_fact set persons = '' where revision = 2`, ['verify.facts']],
    ['another body', `update lykta.sealed_body set body = body || '\\x00'`, ['verify.sealed-changed', 'verify.sealed-changed']],
    ['a removed body', `delete from lykta.sealed_key; delete from lykta.sealed_body`,
      ['verify.sealed-missing', 'verify.key-missing', 'verify.sealed-missing', 'verify.key-missing']],
    ['an incident that is another organisation\'s', `update lykta.incident set organisation_id = gen_random_uuid() where ref = '00000000'`, ['verify.incident-owner']],
    ['an incident that somebody else entered', `update lykta.incident set entered_by = 'x' where ref = '00000000'`, ['verify.incident-owner']],
    ['a body that nothing names', `insert into lykta.sealed_body select network_id, gen_random_uuid(), incident_id, 9, 1, '', null from lykta.sealed_body`,
      ['verify.sealed-stray']],
  ]
  test.each(cases)('%s', async (_, tampering, expected) => {
    await tampered(async (client) => {
      for (const statement of tampering.split(';')) {
        const where = statement.includes('insert') || !statement.includes(' where ') ? ' where ' : ' and '
        expect((await client.query(`${statement}${where}network_id = '${sample.network.id}'`)).rowCount).toBeGreaterThan(0)
      }
      expect(await codes(client)).toEqual(expected)
    })
  })
})

describe('of a network with members', () => {
  let peopled: TestNetwork
  beforeAll(async () => {
    peopled = await makeNetwork(database.register, 'Bemannad')
    await write(database.register, peopled.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
      appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
    await fillPeople(database.register, peopled)
  })
  const found = async (client: pg.Client): Promise<readonly string[]> =>
    (await verifyNetwork(await enterNetwork(database.register, client, peopled.network.id))).findings.map(({ code }) => code)

  test('everything is sound', async () => {
    await tampered(async (client) => expect(await found(client)).toEqual([]))
  })

  const changes: readonly (readonly [string, string, readonly string[]])[] = [
    ['another role', `update lykta.member set role = 'coordinator' where role = 'reader' and revision = 1`, ['verify.content']],
    ['another organisation of a member', `update lykta.member set organisation_id = gen_random_uuid() where role = 'reporter'`, ['verify.content']],
    ['another login', `update lykta.member set login = 'mine' where role = 'coordinator' and until_position is null and active`, ['verify.content']],
    ['a removed member back', `update lykta.member set active = true where not active`, ['verify.content']],
    ['a member without her last revision', `delete from lykta.member where revision = 2 and role = 'reader'`, ['verify.content', 'verify.succession']],
    ['another recipient of a member', `update lykta.member_key set recipient = 'age1pqmine' where recipient is not null`, ['verify.content']],
    ['another verify key', `update lykta.member_key set verify_key = 'mine' where recipient is null`, ['verify.content']],
    ['another line of the log', `update lykta.membership_line set line = '{}' where seq = 2`, ['verify.content']],
    ['a shorter log', `delete from lykta.membership_line where seq = 2`, ['verify.content']],
    ['another token of a device', `update lykta.device set token_hash = '\\x00' where revision = 2`, ['verify.content']],
    ['another proof of a device', `update lykta.device set proof = 'x' where revision = 1`, ['verify.content']],
    ['another token of an invitation', `update lykta.invitation set token_hash = '\\x00' where kind = 'member'`, ['verify.content']],
    ['a higher role in an invitation', `update lykta.invitation set role = 'coordinator' where kind = 'member'`, ['verify.content']],
    ['an invitation that is open again', `delete from lykta.invitation_end`, ['verify.content']],
    ['an invitation that was withdrawn', `update lykta.invitation_end set how = 'withdrawn'`, ['verify.content']],
    ['another answer', `update lykta.message set code = 'added' where kind = 'answer'`, ['verify.content']],
    ['another month', `update lykta.quiet_month set month = '2026-08' where month = '2026-09'`, ['verify.content']],
    ['a quiet month never taken back', `update lykta.quiet_month set withdrawn = false`, ['verify.content']],
    ['another threshold', `update lykta.network_setting set settings = '{"publicThreshold":1}' where revision = 2`, ['verify.content']],
    ['a setting that stands too long', `update lykta.network_setting set until_position = null where revision = 1`, ['verify.succession']],
    ['another audience of an edition', `update lykta.ledger_entry set audience = 'core' where seq = 3`, ['verify.content']],
    ['another figure in the ledger', `update lykta.ledger_entry set content = '{}' where seq = 1`, ['verify.content']],
    ['another protocol', `update lykta.edition_protocol set protocol = '{}' where protocol like '%å%'`, ['verify.content']],
    ['an entry that is gone', `delete from lykta.ledger_entry where kind = 'outside'`, ['verify.content']],
    ['an edition that is out sooner', `update lykta.ledger_entry set release_at = null where seq = 2`, ['verify.content']],
    ['an edition that is out later', `update lykta.ledger_entry set release_at = '2030-01-01' where seq = 3`, ['verify.content']],
    ['another word in a draft', `update lykta.edition_draft set content = '{}' where revises is not null`, ['verify.content']],
    ['another digest of a draft', `update lykta.edition_draft set digest = repeat('0', 64) where revises is not null`, ['verify.content']],
    ['a draft that replaces nothing', `update lykta.edition_draft set revises = null where revises is not null`, ['verify.content']],
    ['another protocol of a draft', `update lykta.draft_protocol set protocol = '{}' where protocol like '%få%'`, ['verify.content']],
    ['another reason of an override', `update lykta.edition_override set reason = 'x' where reason like 'Två%'`, ['verify.content']],
    ['another who agreed', `update lykta.edition_step set author = 'operator' where act = 'approve'`, ['verify.content']],
    ['another day of publication', `update lykta.edition_step set release_at = null where act = 'ask'`, ['verify.content']],
    ['a refusal that became an agreement', `update lykta.edition_step set act = 'refuse' where act = 'approve'`, ['verify.content']],
    ['another byte of a file', `update lykta.edition_file set bytes = '\\x00ff0b' where path like '%.csv'`, ['verify.content']],
    ['a draft\'s file emptied as if it had been thrown away', `update lykta.edition_file set erased_hash = sha256(bytes), bytes = '' where path like '%.csv'`, ['verify.discarded']],
    ['a file more', `insert into lykta.edition_file select network_id, draft_id, form, path || '.x', bytes, author from lykta.edition_file`, ['verify.unstamped']],
    ['another word in a report', `update lykta.prose set text = 'x' where language = 'en'`, ['verify.content']],
    ['another figure beside it', `update lykta.prose set figures = '{}' where revision = 2`, ['verify.content']],
    ['a text that did not end', `update lykta.prose set until_position = null where language = 'sv' and revision = 1`, ['verify.succession']],
    ['another word in an example', `update lykta.example set text_en = 'x'`, ['verify.content']],
    ['another who approved it', `update lykta.example_decision set author = 'operator'`, ['verify.content']],
    ['an approval that no line stamped', `insert into lykta.example_decision select network_id, example_id, 'withdrawn', author, created_at from lykta.example`, ['verify.unstamped']],
    ['another number in a series', `update lykta.official_series set content = '{}' where revision = 2`, ['verify.content']],
    ['a series that is shown no more', `update lykta.official_series set withdrawn = true where revision = 2`, ['verify.content']],
    ['a series that did not end', `update lykta.official_series set until_position = null where revision = 1`, ['verify.succession']],
    ['another list of those who met', `update lykta.meeting_revision set attendance = '[]' where revision = 2`, ['verify.content']],
    ['another day of a meeting', `update lykta.meeting_revision set held_on = '2026-03-13' where revision = 1 and circle = 'core'`, ['verify.content']],
    ['a date of a meeting that did not end', `update lykta.meeting_revision set until_position = null where revision = 1 and circle = 'network'`, ['verify.succession']],
    ['another owner of an action', `update lykta.meeting_item set organisation_id = null where kind = 'action' and circle = 'core'`, ['verify.content']],
    ['another text said to a meeting', `update lykta.meeting_text set body = 'x' where kind = 'situation'`, ['verify.sealed-stray']],
    ['another register number', `update lykta.diary_number set name = 'x' where serial = 1`, ['verify.content']],
    ['a register number that no line stamped', `update lykta.diary_number set from_position = null where serial = 1`, ['verify.content', 'verify.unstamped']],
    ['another decision on an extract', `update lykta.extract_decision set outcome = 'whole'`, ['verify.content']],
    ['another thing masked in it', `update lykta.extract_decision set content = '{}'`, ['verify.content']],
    ['a decision on weeding that stands again', `update lykta.weeding_decision set withdrawn = false where revision = 2`, ['verify.content']],
    ['one that did not end', `update lykta.weeding_decision set until_position = null where revision = 1`, ['verify.succession']],
    ['a breach that was told in time', `update lykta.breach set content = '{}' where revision = 1`, ['verify.content']],
    ['another text of what happened', `update lykta.breach_text set body = 'x'`, ['verify.sealed-stray']],
    ['another answer of a year', `update lykta.yearly_answer set answer = 'seen' where subject = 'labour' and revision = 1`, ['verify.content']],
    ['more people trained', `update lykta.effort set people = 320 where revision = 2`, ['verify.content']],
    ['an effort that did not end', `update lykta.effort set until_position = null where revision = 1 and kind = 'training'`, ['verify.succession']],
    ['an effort that no line stamped', `insert into lykta.effort select network_id, gen_random_uuid(), 1, organisation_id, kind, month, times, people, withdrawn, author, created_at from lykta.effort`, ['verify.unstamped']],
    ['another meeting of a situation report', `update lykta.situation_report set as_of = 1`, ['verify.content']],
    ['another figure that it tells', `update lykta.situation_version set content = '{"x":1}' where audience = 'network'`, ['verify.content']],
    ['another page of it', `update lykta.situation_file set bytes = 'x' where audience = 'core'`, ['verify.content']],
    ['another who let it go', `update lykta.situation_release set author = 'operator'`, ['verify.content']],
    ['another reference of a case', `update lykta.case_file set ref = ref || 'X'`, ['verify.content']],
    ['another day of a step', `update lykta.case_event set content = '{}' where kind = 'step'`, ['verify.content']],
    ['a case of another incident', `update lykta.case_event set seq = seq + 1 where kind = 'step'`, ['verify.content', 'verify.succession']],
    ['an event no line stamped', `insert into lykta.case_event select network_id, case_id, seq + 100, gen_random_uuid(), 'close', '{"reason":"unfounded"}', null, null, null, author, created_at from lykta.case_event`,
      ['verify.succession', 'verify.succession', 'verify.succession', 'verify.unstamped']],
    ['another note', `update lykta.case_note set body = 'X'`, ['verify.note-changed', 'verify.note-changed', 'verify.note-changed']],
    ['another certainty of a link', `update lykta.same_link set degree = 'probable' where degree = 'certain' and revision = 1`, ['verify.content']],
    ['a link that did not end', `update lykta.same_link set until_position = null where revision = 1 and until_position is not null`, ['verify.succession']],
    ['a refusal that stands again', `update lykta.same_refusal set withdrawn = false where revision = 2`, ['verify.content']],
    ['a link that no line stamped', `insert into lykta.same_link select network_id, incident_id, revision + 20, 1, gen_random_uuid(), 'certain', 3, author, created_at from lykta.same_link`, ['verify.unstamped']],
    ['a message no line stamped', `insert into lykta.message select network_id, gen_random_uuid(), incident_id, kind, code, null, author, created_at from lykta.message`, ['verify.unstamped']],
    ['a member no line stamped', `insert into lykta.member (network_id, member_id, revision, role, active, created_at)
      select network_id, gen_random_uuid(), 1, 'coordinator', true, now() from lykta.network`, ['verify.unstamped']],
  ]
  test.each(changes)('%s is found', async (_, tampering, expected) => {
    await tampered(async (client) => {
      const where = tampering.includes('insert') || !tampering.includes(' where ') ? ' where ' : ' and '
      expect((await client.query(`${tampering}${where}network_id = '${peopled.network.id}'`)).rowCount).toBeGreaterThan(0)
      expect(await found(client)).toEqual(expected)
    })
  })
})

test('in every table that a line brings into force, a row that none has brought is found', async () => {
  const all = await makeNetwork(database.register, 'Allt')
  const { id } = all.network
  await write(database.register, all.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  await fillPeople(database.register, all)
  const { rows: tables } = await database.admin.query<{ readonly name: string }>(`select table_name as name from information_schema.columns
    where table_schema = 'lykta' and column_name = 'from_position' and table_name <> 'incident_fact' order by 1`)
  await tampered(async (client) => {
    await client.query(`insert into lykta.own_indicator (network_id, indicator_id, revision, text_sv, text_en, observers) values ('${id}', 'own.x', 1, '', '', '{}')`)
    await client.query(`insert into lykta.erasure (network_id, text_id, class, cause, author, created_at) values ('${id}', gen_random_uuid(), 'note', 'due', 'operator', now())`)
    for (const { name } of tables) {
      const { rowCount } = await client.query(`update lykta.${name} set from_position = null where ctid = (select min(ctid) from lykta.${name} where network_id = '${id}')`)
      expect([name, rowCount]).toEqual([name, 1])
    }
    const { findings } = await verifyNetwork(await enterNetwork(database.register, client, id))
    expect(findings.filter(({ code }) => code === 'verify.unstamped').map(({ values }) => String(values['table'])).sort()).toEqual(tables.map(({ name }) => name))
  })
})

test('facts that were left between transactions are found by the program’s own role', async () => {
  const { rows: [facts] } = await database.admin.query<{ readonly columns: string }>(
    `select string_agg(column_name, ', ') as columns from information_schema.columns where table_schema = 'lykta' and table_name = 'new_fact'`)
  await database.admin.query(`insert into lykta.new_fact (${facts!.columns}) select ${facts!.columns} from lykta.incident_fact where network_id = $1 and revision = 2`, [sample.network.id])
  const { findings } = await inNetwork(database.register, { network: sample.network.id, member: 'operator' }, verifyNetwork)
  await database.admin.query('delete from lykta.new_fact')
  expect(findings).toEqual([{ code: 'verify.unstamped', severity: 'error', where: {}, values: { network: sample.network.id, table: 'new_fact', rows: 1 } }])
})

test('the newest lines cut off, with all that they brought: the chain holds, and only a line noted outside shows it', async () => {
  const cut = await cloneDatabase()
  try {
    const { network: { id }, organisations: [first], context } = await makeNetwork(cut.register, 'Stympad')
    const before = await inNetwork(cut.register, context, readHead)
    await write(cut.register, context, { action: 'import', object: 'files:1' }, (transaction) => appendRevisions(transaction, [newIncident(answersOf(first.id))]))
    const noted = await inNetwork(cut.register, context, readHead)
    expect(await containsLine(cut.register, noted)).toBe(true)
    expect(await containsLine(cut.register, { hash: noted.hash })).toBe(true)
    for (const table of ['incident_fact', 'revision', 'incident']) await cut.admin.query(`delete from lykta.${table}`)
    await cut.admin.query('delete from lykta.audit where position = $1', [noted.position])
    await cut.admin.query('update lykta.network set position = $1, head_hash = $2', [before.position, Buffer.from(before.hash, 'hex')])
    expect((await verifyRegister(cut.register)).map(({ network, findings }) => [network, findings])).toEqual([[id, []]])
    expect(await containsLine(cut.register, noted)).toBe(false)
    expect(await containsLine(cut.register, before)).toBe(true)
    // The same line at another place is not that line.
    expect(await containsLine(cut.register, { ...before, position: before.position + 1 })).toBe(false)
  } finally {
    await cut.close()
  }
})

test('the first broken position is named', async () => {
  await tampered(async (client) => {
    await client.query(`update lykta.audit set actor = 'x' where position in (2, 4) and network_id = '${sample.network.id}'`)
    const { findings } = await verifyNetwork(await enterNetwork(database.register, client, sample.network.id))
    expect(findings).toEqual([{ code: 'verify.line-hash', severity: 'error', where: {}, values: { network: sample.network.id, position: 2 } }])
  })
})

test('an erased text is a warning', async () => {
  await tampered(async (client) => {
    await client.query('delete from lykta.sealed_key')
    const { findings } = await verifyNetwork(await enterNetwork(database.register, client, sample.network.id))
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['verify.key-missing', 'warning'], ['verify.key-missing', 'warning']])
  })
})
