// Members, their keys and their logins in a backup: all come back, names and keys from the keys file alone.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { appendDraft, appendEpoch, discardDraft, findDevice, findMemberships, inNetwork, listAudit, readBundles, restoreBackup, saveView, verifyNetwork, write, writeBackup } from '@lykta/register'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, newDraft, type TestPeople } from './support/members.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

const home = mkdtempSync(path.join(tmpdir(), 'lykta-backup-members-'))
const file = path.join(home, 'members.lykta')
const secret = randomBytes(32).toString('base64url')
let database: TestDatabase
let empty: TestDatabase
let sample: TestNetwork
let people: TestPeople

beforeAll(async () => {
  database = await cloneDatabase()
  sample = await makeNetwork(database.register)
  await write(database.register, sample.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  people = await fillPeople(database.register, sample)
  const thrown = randomUUID()
  await write(database.register, people.as.coordinator, { action: 'draft.make', object: 'test' }, (transaction) => appendDraft(transaction, newDraft(thrown)))
  await write(database.register, people.as.coordinator, { action: 'draft.discard', object: 'test' }, (transaction) => discardDraft(transaction, thrown))
  await saveView(database.register, people.as.coordinator, { id: randomUUID(), content: { waiting: 'new' } })
  const { signIn, dataFolder } = database.register
  const login = people.coordinator.login
  await signIn.query(`insert into "user" (id, name, email, "emailVerified", language) values ($1, 'Anna Ek', 'anna@example.org', true, 'sv')`, [login])
  await signIn.query(`insert into account (id, "accountId", "providerId", "userId", password, "updatedAt") values ('a', 'a', 'credential', $1, 'HASH', now())`, [login])
  await signIn.query(`insert into "twoFactor" (id, secret, "backupCodes", "userId") values ('t', 'SEED', 'CODES', $1)`, [login])
  await signIn.query(`insert into passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp") values ('p', 'KEY', $1, 'c', 0, 'singleDevice', false)`, [login])
  await signIn.query(`insert into session (id, "expiresAt", token, "updatedAt", "userId") values ('s', now(), 'SESSION', now(), $1)`, [login])
  writeFileSync(path.join(dataFolder, 'sign-in-secret'), `${secret}\n`)
  await writeBackup(database.register, { file, programVersion: 'test' })
})
beforeEach(async () => void (empty = await cloneDatabase()))
afterAll(async () => {
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

const record = ['network', 'organisation', 'incident', 'revision', 'incident_fact', 'epoch', 'sealed_body', 'audit', 'member', 'member_key', 'membership_line', 'device', 'invitation',
  'invitation_end', 'message', 'quiet_month', 'network_setting', 'ledger_entry', 'edition_protocol', 'edition_draft', 'draft_protocol', 'edition_override',
  'edition_step', 'edition_file', 'prose', 'example', 'example_decision', 'official_series', 'same_link', 'same_refusal', 'meeting', 'meeting_revision', 'meeting_item', 'meeting_text', 'yearly_answer', 'effort', 'case_file', 'case_event', 'case_note', 'situation_report', 'situation_version', 'situation_file', 'situation_release', 'legal_hold', 'coarsening', 'weeding', 'hold_request', 'hold_answer', 'diary_number', 'extract_decision', 'weeding_decision', 'breach', 'breach_text', 'saved_view'].map((table) => `lykta.${table}`)
const keys = [...['epoch_grant', 'sealed_key', 'meeting_key', 'case_note_key', 'breach_key', 'member_bundle'].map((table) => `lykta.${table}`), 'sign_in."user"', 'sign_in.account', 'sign_in."twoFactor"', 'sign_in.passkey']

async function rowsOf({ admin }: TestDatabase, tables: readonly string[]): Promise<readonly unknown[]> {
  const found = []
  for (const table of tables) found.push([table, (await admin.query(`select to_jsonb(t)::text as json from ${table} t order by 1`)).rows])
  return found
}

test('everything comes back as it was, and everybody is found as before; sessions are over', async () => {
  const before = await rowsOf(database, [...record, ...keys])
  for (const [table, rows] of before as readonly (readonly [string, readonly unknown[]])[]) expect([table, rows.length > 0]).toEqual([table, true])
  expect((await restoreBackup(empty.register, { file })).problems).toEqual([])
  expect(await rowsOf(empty, [...record, ...keys])).toEqual(before)
  expect((await empty.register.signIn.query('select from session')).rowCount).toBe(0)
  expect(await findMemberships(empty.register, people.coordinator.login!)).toEqual([
    { network: sample.network.id, member: people.coordinator.id, role: 'coordinator', organisation: people.coordinator.organisation, active: true }])
  expect(await findDevice(empty.register, people.device.tokenHash)).toMatchObject({ device: people.device.id, active: true })
  expect(await inNetwork(empty.register, people.as.reporter, (transaction) => readBundles(transaction, people.reporter.id))).toHaveLength(1)
  expect((await inNetwork(empty.register, people.as.coordinator, verifyNetwork)).findings).toEqual([])
  // Without the secret that they are locked with, second factors would be lost.
  const kept = path.join(empty.register.dataFolder, 'sign-in-secret')
  expect(readFileSync(kept, 'utf8').trim()).toBe(secret)
  expect(statSync(kept).mode & 0o077).toBe(0)
  await empty.close()
})

test('where the secret cannot be kept nothing is restored, and it can be tried again', async () => {
  const kept = path.join(empty.register.dataFolder, 'sign-in-secret')
  mkdirSync(kept)
  await expect(restoreBackup(empty.register, { file })).rejects.toThrow()
  expect((await empty.admin.query('select from lykta.network')).rowCount).toBe(0)
  rmdirSync(kept)
  expect((await restoreBackup(empty.register, { file })).problems).toEqual([])
  await empty.close()
})

test('names, logins, bundles and the secret stand in the keys file, and in no other', () => {
  const [recordText, keysText] = [file, `${file}.keys`].map((name) => gunzipSync(readFileSync(name)).toString('utf8'))
  for (const marker of ['Anna Ek', 'anna@example.org', 'HASH', 'SEED', 'CODES', secret, Buffer.from('BUNDLE').toString('hex'), Buffer.from('GRANT').toString('hex')]) {
    expect([marker, keysText!.includes(marker)]).toEqual([marker, true])
    expect([marker, recordText!.includes(marker)]).toEqual([marker, false])
  }
  for (const text of [recordText, keysText]) expect(text).not.toContain('SESSION')
})

test('without the keys file the record is whole, and nobody can sign in', async () => {
  const alone = path.join(home, 'alone.lykta')
  copyFileSync(file, alone)
  const { problems } = await restoreBackup(empty.register, { file: alone })
  expect(problems.map(({ code }) => code)).toContain('register.restored-without-keys')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(await rowsOf(empty, record)).toEqual(await rowsOf(database, record))
  expect((await empty.register.signIn.query('select from "user"')).rowCount).toBe(0)
  expect(existsSync(path.join(empty.register.dataFolder, 'sign-in-secret'))).toBe(false)
  await empty.close()
})

test('where somebody signs in already, nothing is restored', async () => {
  await empty.register.signIn.query(`insert into "user" (id, name, email, "emailVerified") values ('x', 'x', 'x', true)`)
  await expect(restoreBackup(empty.register, { file })).rejects.toMatchObject({ problems: [{ code: 'register.not-empty' }] })
  expect((await empty.admin.query('select from lykta.network')).rowCount).toBe(0)
  await empty.close()
})

test('what two recovery sheets had announced is stopped, and told; what was stopped or used before needs no line', async () => {
  const name = path.join(home, 'announced.lykta')
  const act = (action: string) => write(database.register, sample.context, { action, object: 'recovery:1' }, async () => {})
  for (const last of ['recovery.announce', 'recovery.stop', 'recovery.use']) {
    const { position } = await act('recovery.announce').then((announced) => (last === 'recovery.announce' ? announced : act(last)))
    await writeBackup(database.register, { file: `${name}-${last}`, programVersion: 'test' })
    const { problems, record: { heads } } = await restoreBackup(empty.register, { file: `${name}-${last}` })
    const isStopped = last === 'recovery.announce'
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual(isStopped ? [['register.announcement-stopped', 'warning']] : [])
    // To be compared with what was noted down: as it stood in the file.
    expect(heads).toEqual([expect.objectContaining({ position })])
    const [line] = await inNetwork(empty.register, people.as.coordinator, (transaction) => listAudit(transaction, { limit: 1 }))
    expect(line).toMatchObject(isStopped ? { action: 'recovery.stop', actor: 'operator', position: position + 1 } : { action: last, position })
    expect((await inNetwork(empty.register, people.as.coordinator, verifyNetwork)).findings).toEqual([])
    await empty.close()
    if (last !== 'recovery.use') empty = await cloneDatabase()
  }
})
