// Founding in the browser: what cannot be is refused whole, what fails halfway can be done again, and what init made is taken over.
import { randomBytes } from 'node:crypto'
import { appendOrganisations, inNetwork, listNetworks, readGrants, standingOfKey, write } from '@lykta/register'
import { foundOwnNetwork } from '@lykta/server'
import { lockWithPassphrase, makePassphrase, openText, rewrapKey, unwrapIdentity } from '@lykta/seal'
import { afterEach, describe, expect, test } from 'vitest'
import type { FoundingRequest, SealedKeyPage, SealedTextAnswer, ServerMadeKeys } from '../../apps/server/src/api/member-types.ts'
import type { FormAnswer, ReceiptAnswer } from '../../apps/server/src/api/types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { base64url, membershipFor, openEpoch, prepareFounding, read, report, visit } from './member-network.ts'
import { newIncident } from './sender.ts'

let app: TestApp
afterEach(() => app.close())
const logins = async (): Promise<number> => Number((await app.desk.register.signIn.query('select count(*) from "user"')).rows[0].count)
const own = async () => (await listNetworks(app.desk.register)).filter(({ sample }) => !sample)

describe('what is refused', () => {
  test('leaves nothing behind, names no value of the request, and the same person founds afterwards', async () => {
    app = await makeTestApp({}, bareSample)
    const { request, anna, network } = await prepareFounding()
    const visitor = visit(app)
    const random = (length: number) => Uint8Array.from(randomBytes(length))
    const weak = base64url(await lockWithPassphrase(anna.keys, makePassphrase(random), 4, { weakForTests: true }))
    const [grant] = request.grants
    const other = await prepareFounding()
    const wrong: readonly [Partial<FoundingRequest>, number, string][] = [
      [{ network: { ...request.network, name: 'Exempelstad' } }, 422, 'founding.name-taken'],
      [{ network: { ...request.network, timeZone: 'Europe/Provstad' } }, 422, 'founding.time-zone'],
      [{ network: { ...request.network, collectionStart: '2199-01-01' } }, 422, 'founding.since-future'],
      [{ network: { ...request.network, collectionStart: '1989-12-31' } }, 422, 'founding.since-early'],
      [{ network: { ...request.network, id: other.request.network.id } }, 422, 'membership.other-network'],
      [{ genesis: other.request.genesis }, 422, 'membership.other-network'],
      [{ genesis: request.genesis.replace(/"signature":"../, '"signature":"00') }, 422, 'membership.signature-wrong'],
      [{ founder: { ...request.founder, member: other.anna.id } }, 422, 'founding.founder-unfit'],
      [{ founder: { ...request.founder, organisation: network.hotel } }, 422, 'founding.founder-unfit'],
      [{ organisations: request.organisations.slice(1) }, 422, 'founding.founder-unfit'],
      [{ grants: [grant!] }, 422, 'log.grant-missing'],
      [{ grants: [grant!, { ...grant!, holder: 'recovery', file: base64url(random(2196)) }] }, 422, 'log.grant-unfit'],
      [{ bundles: [{ id: anna.id, way: 'passphrase', credential: null, file: weak }] }, 422, 'keys.bundle-unfit'],
      [{ bundles: [] }, 400, 'server.body'],
      [{ settings: { ...request.settings, publicThreshold: 4 } }, 400, 'server.body'],
      [{ founder: { ...request.founder, password: 'för kort' } }, 400, 'server.body'],
    ]
    for (const [change, status, code] of wrong) {
      const answer = await visitor.send('POST', '/api/founding', { ...request, ...change })
      expect([answer.status, answer.codes]).toEqual([status, [code]])
      expect(JSON.stringify(answer.body)).not.toMatch(/Provstad|Anna|lyktor/)
    }
    expect([await own(), await logins()]).toEqual([[], 0])
    expect((await visitor.send('POST', '/api/founding', request)).status).toBe(201)
    expect(app.log).toEqual([])
  })

  test('a founding whose second half fails gives the address back', async () => {
    app = await makeTestApp({}, bareSample)
    // An epoch that does not follow is found in the register's transaction, when the login has been made.
    const { request } = await prepareFounding({ network: { ...(await prepareFounding()).request.network }, epoch: 6 })
    const visitor = visit(app)
    expect(await visitor.send('POST', '/api/founding', request)).toMatchObject({ status: 422, codes: ['membership.epoch-out-of-order'] })
    expect([await own(), await logins(), await visitor.session()]).toMatchObject([[], 0, { state: 'local', canFound: true }])
    expect((await visitor.send('POST', '/api/founding', (await prepareFounding()).request)).status).toBe(201)
  })

  test('a login that was left alone when the program died is nobody\'s after a minute', async () => {
    app = await makeTestApp({}, bareSample)
    const { request } = await prepareFounding()
    const { signIn } = app.desk.register
    await signIn.query(`insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt") values ('left', 'Anna', $1, false, now(), now())`, [request.founder.email])
    const visitor = visit(app)
    expect(await visitor.send('POST', '/api/founding', request)).toMatchObject({ status: 409, codes: ['sign-in.email-taken'] })
    await signIn.query(`update "user" set "createdAt" = now() - interval '2 minutes'`)
    expect((await visitor.send('POST', '/api/founding', request)).status).toBe(201)
    expect(await logins()).toBe(1)
  })
})

test('of two that found at the same time one does, and afterwards nobody can', async () => {
  app = await makeTestApp({}, bareSample)
  const both = await Promise.all([prepareFounding(), prepareFounding()])
  const answers = await Promise.all(both.map(({ request }, index) =>
    visit(app).send('POST', '/api/founding', { ...request, network: { ...request.network, name: `Provstad ${index}` }, founder: { ...request.founder, email: `${index}@example.org` } })))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
  expect(await own()).toHaveLength(1)
  expect((await visit(app).send('POST', '/api/founding', both[0].request)).status).toBe(404)
})

test('where a code is asked for, nothing is founded without it', async () => {
  app = await makeTestApp({ foundingCode: 'lyktan-på-kajen' }, bareSample)
  const { request } = await prepareFounding()
  for (const code of [null, '', 'lyktan-på-kaje', 'lyktan-på-kajem']) expect((await visit(app).send('POST', '/api/founding', { ...request, code })).status).toBe(404)
  expect((await visit(app).send('POST', '/api/founding', { ...request, code: 'lyktan-på-kajen' })).status).toBe(201)
})

test('a network that init made is taken over: its founder opens the old texts once more, and rewraps them', async () => {
  let passphrase = ''
  app = await makeTestApp({}, async (register) => {
    ;({ passphrase } = await foundOwnNetwork(register, { name: 'Gamla stan', municipality: 'Provstad', collectionStart: '2020-01-01', timeZone: 'Europe/Stockholm' }))
  })
  const { network: { id, name, municipality, collectionStart, timeZone }, register } = app.desk
  const visitor = visit(app)
  const { request, anna, network } = await prepareFounding({ network: { id, name, municipality, collectionStart, timeZone }, epoch: 1 })
  // Without organisations nobody has reported: one is founded, and the old text is written afterwards by whoever sits here.
  const context = { network: id, member: 'operator' }
  const before = await visitor.get<ServerMadeKeys>('/api/keys/server-made')
  expect(before.epochs.map(({ epoch }) => epoch)).toEqual([1])

  await write(register, context, { action: 'import', object: 'files:test' }, (transaction) =>
    appendOrganisations(transaction, [{ organisation: { ...request.organisations[0]!, sector: 'social-services', left: null }, revision: 1 }]))
  const form = await visitor.get<FormAnswer>('/api/form')
  const sent = await newIncident(form, { reportedBy: network.town, placeType: 'hotel' }, 'Före medlemmarna.')
  const { ref } = (await visitor.send<ReceiptAnswer>('POST', '/api/incidents', sent)).body

  expect(await visitor.send('POST', '/api/founding', { ...request, network: { ...request.network, name: 'Nya stan' } })).toMatchObject({ status: 422, codes: ['founding.other-network'] })
  expect(await visitor.send('POST', '/api/founding', (await prepareFounding()).request)).toMatchObject({ status: 422, codes: ['founding.other-network'] })
  expect((await visitor.send('POST', '/api/founding', request)).status).toBe(201)
  const founder = { ...visitor, ...anna }
  expect((await visit(app).session()).state).toBe('signed-out')
  expect((await visitor.get<FormAnswer>('/api/form')).epoch).toMatchObject({ epoch: 2 })

  const page = await founder.get<SealedKeyPage>('/api/sealed-keys')
  expect(page).toMatchObject({ left: 1, keys: [{ epoch: 1 }] })
  const [made] = (await founder.get<ServerMadeKeys>('/api/keys/server-made')).epochs
  const identity = await unwrapIdentity(Buffer.from(made!.file, 'base64url'), passphrase)
  const newRecipient = (await membershipFor(network, founder)).epochs.at(-1)!.recipient
  const key = base64url(await rewrapKey({ key: Buffer.from(page.keys[0]!.key, 'base64url'), identity, newRecipient }))
  expect(await founder.send('POST', '/api/sealed-keys', { keys: [{ ...page.keys[0]!, epoch: 2, key }] })).toMatchObject({ status: 200, body: { left: 0 } })
  expect(await founder.get<ServerMadeKeys>('/api/keys/server-made')).toEqual({ epochs: [] })
  // The passphrase that init showed opens nothing any more.
  expect(await inNetwork(register, context, (transaction) => readGrants(transaction, 'passphrase'))).toEqual([])

  const text = await founder.get<SealedTextAnswer>(`/api/incidents/${ref}/text`)
  const own = { body: Buffer.from(text.body, 'base64url'), key: Buffer.from(text.key!.key, 'base64url') }
  expect(await openText({ ...own, identity: await openEpoch(network, founder, 2), expected: text.context })).toMatchObject({ text: 'Före medlemmarna.', signed: false })
  await founder.send('POST', '/api/settings/recovery-test', {})
  expect(await read(network, founder, await report(network, founder, { placeType: 'hotel' }, 'Efter.'))).toMatchObject({ text: 'Efter.', signed: true, findings: [] })
  expect(standingOfKey(register, id, { epoch: 2, recipient: newRecipient })).toBe('known')
})
