// Everybody who may knock on a server, and every kind of incident that there is: for the tests of who is answered.
import { randomBytes, randomUUID } from 'node:crypto'
import { canonicalText, findFormVersion, type Id, parseFormAnswers } from '@lykta/incident'
import {
  appendCase, appendCaseEvents, appendDraft, appendEditionStep, appendMeetingItem, appendMeetings, type Circle, appendEpoch, appendExample, appendInvitation, appendLedgerEntry, appendRevisions, appendSettings, appendSituation, findIncident, inNetwork, listNetworks, makeReference, REFERENCE_BYTES, type Register, releaseSituation, rememberKey, write,
} from '@lykta/register'
import { codedHash, makeEpoch, sealText } from '@lykta/seal'
import { makeSignIn, type SignIn } from '../../apps/server/src/auth/sign-in.ts'
import { defaultAllowances } from '../../apps/server/src/http/limits.ts'
import { hashOf } from '../../apps/server/src/work/invitations.ts'
import { newDraft } from '../../packages/register/test/support/members.ts'
import { bareSample, makeTestApp, type TestApp } from '../server/app.ts'
import { browserLike, codeOf } from '../server/browser-like.ts'
import { makeTown, password, type Town } from '../server/town.ts'
import type { Kind } from './oracle.ts'

export type Side = 'A' | 'B' | null
export type Actor = { readonly name: string; readonly kind: Kind; readonly organisation: Side; readonly id: string; readonly cookie: string }
export type Target = { readonly name: string; readonly ref: string; readonly organisation: Side; readonly author: string; readonly here: boolean }

export type MeetingTarget = { readonly name: string; readonly id: string; readonly circle: Circle; readonly here: boolean; /** An open one of A. */ readonly action: Id }

export type World = {
  readonly app: TestApp
  readonly actors: readonly Actor[]
  readonly incidents: readonly Target[]
  readonly meetings: readonly MeetingTarget[]
  /** The town's. */
  readonly organisations: Readonly<Record<'A' | 'B', Id>>
  /** An open invitation, new with each call. */
  readonly invite: () => Promise<Id>
  readonly job: string
  /** Each incident's case, by references; in each a note. */
  readonly cases: ReadonlyMap<string, { readonly ref: string; readonly note: Id }>
  /** Of the town's, by nobody who asks here. */
  readonly example: Id
  /** Of the town's: a draft that somebody was asked about, and an edition for everybody. */
  readonly draft: Id
  readonly published: Id
  /** A situation report of which the network has its version. */
  readonly situation: Id
  /** In all networks. */
  readonly countRows: () => Promise<{ readonly samples: number; readonly incidents: number }>
  /** The first coordinator's cookie, when she has signed out. */
  readonly signInAgain: () => Promise<string>
}

const secret = 'authorisation '.repeat(4)
/** Where it is found, somebody else's incident was told. */
export const markers = { A: 'Zz-a-marker', B: 'Zz-b-marker', elsewhere: 'Zz-elsewhere-marker', core: 'Zz-core-meeting' } as const

export async function makeWorld(): Promise<World> {
  let signIn!: SignIn
  let [town, other]: Town[] = []
  const stopping = new AbortController()
  // Work that takes long begins and ends at once.
  stopping.abort()
  const plenty = { points: 1_000_000, seconds: 60 }
  // An identity provider at which nobody listens.
  const provider = { issuer: 'http://127.0.0.1:9', clientId: 'lykta', clientSecret: 'x', name: 'Kommunen', acr: [], here: true }
  const app = await makeTestApp({ secret, provider, stopping: stopping.signal, allowances: { account: { ...defaultAllowances.account, ...plenty }, address: plenty, sender: plenty } }, async (register) => {
    signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    town = await makeTown(register, signIn, 'Provstad')
    other = await makeTown(register, signIn, 'Annanstad')
    await bareSample(register)
  })
  const { register } = app.desk
  const actors: Actor[] = []
  const session = async (login: string): Promise<string> => (await signIn.startSession(login, new Headers()))[0]!.split(';')[0]!
  const enter = async (name: string, kind: Kind, role: Parameters<Town['addMember']>[0], organisation: Side, where = town!, listed = true): Promise<{ readonly id: Id; readonly login: string }> => {
    const member = await where.addMember(role, organisation === null ? null : where.organisations[organisation === 'A' ? 0 : 1], `${randomUUID()}@example.org`, listed)
    actors.push({ name, kind, organisation, id: member.id, cookie: await session(member.login) })
    return member
  }
  const roles = [['coordinator', 'coordinator'], ['core member', 'core-member'], ['reporter', 'reporter']] as const
  const coordinator = await enter('coordinator of A', 'coordinator', 'coordinator', 'A')
  for (const [kind, role] of roles) for (const side of ['A', 'B'] as const) if (kind !== 'coordinator' || side === 'B') await enter(`${kind} of ${side}`, kind, role, side)
  await enter('reader', 'reader', 'reader', null)
  for (const [kind, role] of roles) await enter(`invited ${kind}`, kind === 'reporter' ? 'unheard reporter' : 'waiting', role, 'A', town, false)
  await enter('operator', 'operator', 'operator', null)
  for (const [kind, role] of [...roles, ['reader', 'reader'], ['operator', 'operator']] as const) {
    const side = role === 'reader' || role === 'operator' ? null : 'A'
    const { id, login } = await enter(`removed ${kind}`, 'stranger', role, side)
    await town!.removeMember(id, login, role, side === null ? null : town!.organisations[0])
    await enter(`${kind} of another network`, 'stranger', role, side, other)
  }
  for (const side of ['A', 'B'] as const) {
    const device = await town!.addDevice(town!.organisations[side === 'A' ? 0 : 1])
    actors.push({ name: `device of ${side}`, kind: 'device', organisation: side, id: device.id, cookie: `lykta-device=${device.token}` })
  }
  const removed = await town!.addDevice(town!.organisations[0])
  await removed.remove()
  const elsewhere = await other!.addDevice(other!.organisations[0])
  const stranger = (name: string, cookie: string): void => void actors.push({ name, kind: 'stranger', organisation: null, id: 'nobody', cookie })
  stranger('removed device', `lykta-device=${removed.token}`)
  stranger('device of another network', `lykta-device=${elsewhere.token}`)
  stranger('nobody', '')
  stranger('a made-up device', `lykta-device=${Buffer.from(randomBytes(32)).toString('base64url')}`)
  stranger('a made-up session', `lykta.session_token=${randomUUID()}.${Buffer.from(randomBytes(32)).toString('base64')}`)
  actors.push({ name: 'whoever looks at the sample on this machine', kind: 'looking at the sample', organisation: null, id: 'operator', cookie: 'lykta-sample=1' })
  const over = await town!.addMember('coordinator', town!.organisations[0], `${randomUUID()}@example.org`)
  stranger('a coordinator whose time is over', await session(over.login))
  await register.signIn.query(`update "session" set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [over.login])

  const settingUp = await town!.addMember('coordinator', town!.organisations[0], 'setting-up@example.org')
  actors.push({ name: 'a coordinator without a second factor', kind: 'setting up', organisation: null, id: settingUp.id, cookie: await cookieAfterPassword(app, 'setting-up@example.org') })
  await town!.addMember('coordinator', town!.organisations[0], 'half@example.org')
  const browser = browserLike(app)
  await browser.post('/api/auth/sign-in/email', { email: 'half@example.org', password })
  const { totpURI } = (await (await browser.post('/api/auth/two-factor/enable', { password })).json()) as { totpURI: string }
  await browser.post('/api/auth/two-factor/verify-totp', { code: await codeOf(totpURI) })
  actors.push({ name: 'a coordinator without the code', kind: 'half way', organisation: null, id: 'nobody', cookie: await cookieAfterPassword(app, 'half@example.org') })

  const idOf = (name: string): string => actors.find((actor) => actor.name === name)!.id
  const incidents: Target[] = []
  const cases = new Map<string, { readonly ref: string; readonly note: Id }>()
  await prepareNetwork(register, town!)
  await prepareNetwork(register, other!)
  const add = async (name: string, organisation: Side, author: string, where = town!): Promise<void> => {
    const ref = await addIncident(register, where, organisation === 'B' ? 1 : 0, author, where === other ? markers.elsewhere : organisation === 'B' ? markers.B : markers.A)
    incidents.push({ name, ref, organisation, author, here: where === town })
    cases.set(ref, await addCase(register, where, ref))
  }
  await add('A’s, from a reporter', 'A', idOf('reporter of A'))
  await add('B’s, from a reporter', 'B', idOf('reporter of B'))
  await add('A’s, from its device', 'A', idOf('device of A'))
  await add('B’s, entered by a core member of A', 'B', idOf('core member of A'))
  await add('of another network', 'A', idOf('reporter of another network'), other)
  incidents.push({ name: 'unknown', ref: makeReference(randomBytes(REFERENCE_BYTES)), organisation: null, author: '', here: false })
  incidents.push({ name: 'no reference', ref: 'x', organisation: null, author: '', here: false })

  const meetings: MeetingTarget[] = [
    await addMeeting(register, town!, 'of the core group', 'core', markers.core),
    await addMeeting(register, town!, 'of the large network', 'network', 'Zz-network-meeting'),
    { ...(await addMeeting(register, other!, 'of another network', 'network', markers.elsewhere)), here: false },
    { name: 'unknown', id: randomUUID(), circle: 'network', here: false, action: randomUUID() },
    { name: 'no id', id: 'x', circle: 'network', here: false, action: randomUUID() },
  ]

  const made = await app.ask('/api/editions/2021', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', cookie: actors[0]!.cookie } })
  const { job } = (await made.json()) as { job: { id: string } }
  const example = randomUUID()
  await write(register, { network: town!.network, member: 'operator' }, { action: 'example.propose', object: `example:${example}` }, (transaction) =>
    appendExample(transaction, { id: example, sv: 'En dörr som alltid är stängd', en: 'A door that is always closed' }))
  const [draft, published] = [randomUUID(), randomUUID()]
  await write(register, { network: town!.network, member: 'operator' }, { action: 'draft.make', object: `draft:${draft}` }, async (transaction) => {
    const made = {
      content: { year: 2018, asOf: 2, head: '', plan: 'annual-1', policy: 'default-public-1', tables: [], digests: [] }, protocol: { cells: [], exposedBefore: [], certificate: { audited: 0 }, warnings: [], lateWaiting: 0 },
    }
    for (const id of [draft, published]) await appendDraft(transaction, newDraft(id, made))
    await appendLedgerEntry(transaction, 0, { id: published, kind: 'edition', audience: 'network', content: { year: 2018, asOf: 2, head: '', plan: 'annual-1', policy: 'default-network-1', tables: [], digests: [] } })
    await appendEditionStep(transaction, draft, { act: 'ask', digest: hashOf(draft), releaseAt: null })
  })
  const situation = randomUUID()
  await write(register, { network: town!.network, member: 'operator' }, { action: 'situation.make', object: `meeting:${meetings[1]!.id}` }, (transaction) => appendSituation(transaction, {
    id: situation, meeting: meetings[1]!.id, asOf: 2, ledgerLength: 1,
    versions: (['core', 'network'] as const).map((audience) => ({ audience, digest: hashOf(audience), content: { on: '2026-03-12', parts: [], digests: [] }, told: null, files: new Map([['sv/report.json', Buffer.from(audience === 'core' ? markers.core : '{}')]]) })),
  }))
  await write(register, { network: town!.network, member: idOf('coordinator of A') }, { action: 'situation.release', object: `network:${situation}` }, (transaction) => releaseSituation(transaction, situation, 'network', hashOf('network')))
  return {
    app, actors, incidents, cases, meetings, organisations: { A: town!.organisations[0], B: town!.organisations[1] }, example, draft, published, situation, job: job.id,
    countRows: async () => {
      const { rows } = await register.owner.query(`select (select count(*)::int from lykta.list_networks() where sample) as samples`)
      let incidents = 0
      for (const { id } of await listNetworks(register)) {
        incidents += await inNetwork(register, { network: id, member: 'operator' }, async ({ run }) => Number((await run('select count(*)::int as n from lykta.incident', []))[0]!['n']))
      }
      return { samples: Number(rows[0]!.samples), incidents }
    },
    signInAgain: () => session(coordinator.login),
    invite: async () => {
      const id = randomUUID()
      const createdAt = new Date().toISOString()
      await write(register, { network: town!.network, member: 'operator' }, { action: 'invitation.make:reporter', object: `invitation:${id}` }, (transaction) => appendInvitation(transaction, {
        id, kind: 'member', role: 'reporter', organisation: town!.organisations[0], tokenHash: hashOf(Buffer.from(randomBytes(32)).toString('base64url')),
        createdAt, expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      }))
      return id
    },
  }
}

async function cookieAfterPassword(app: TestApp, email: string): Promise<string> {
  const browser = browserLike(app)
  await browser.post('/api/auth/sign-in/email', { email, password })
  return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** An epoch to seal to, and the sheets tried, so that the form takes incidents. */
async function prepareNetwork(register: Register, { network, recipient }: Town): Promise<void> {
  const createdAt = new Date().toISOString()
  await write(register, { network, member: 'operator' }, { action: 'epoch.add', object: 'epoch:1' }, async (transaction) => {
    await appendEpoch(transaction, { epoch: 1, recipient, madeOn: 'browser', createdAt }, [])
    await appendSettings(transaction, { emergencyNumbers: [], publicThreshold: 5, recoveryTestedAt: createdAt, authority: { on: true, since: '2026-01-01', name: 'Socialnämnden', address: '', court: '', pattern: 'LYK YYYY-####' } })
  })
  rememberKey(register, network, { epoch: 1, recipient })
}

/** With `marker` in its agenda, and an action of A. */
async function addMeeting(register: Register, { network, organisations: [A] }: Town, name: string, circle: Circle, marker: string): Promise<MeetingTarget> {
  const [id, action, createdAt] = [randomUUID(), randomUUID(), new Date().toISOString()]
  await write(register, { network, member: 'operator' }, { action: 'meeting.plan', object: `meeting:${id}` }, async (transaction) => {
    await appendMeetings(transaction, [{ id, circle, revision: 1, date: '2026-03-12', begins: '13:00', ends: '15:00', state: 'planned', agenda: [marker], attendance: null }])
    await appendMeetingItem(transaction, { id: action, revision: 1, meeting: id, circle, kind: 'action', organisation: A, state: 'open', due: null, settled: null, line: null },
      { id: randomUUID(), body: randomBytes(300), key: randomBytes(200), epoch: 1, position: null, previous: null, createdAt })
  })
  return { name, id, circle, here: true, action }
}

/** In an incident's case there is one note; who reads it is not who could open it, and nobody can. */
async function addCase(register: Register, { network }: Town, incident: string): Promise<{ readonly ref: string; readonly note: Id }> {
  const [id, note, ref, at] = [randomUUID(), randomUUID(), makeReference(randomBytes(REFERENCE_BYTES)), new Date().toISOString()]
  await write(register, { network, member: 'operator' }, { action: 'case.open', object: `case:${id}` }, async (transaction) => {
    const joined = (await findIncident(transaction, { ref: incident }))!.id
    await appendCase(transaction, { id, ref, at })
    await appendCaseEvents(transaction, id, [
      { id: randomUUID(), act: { kind: 'open' }, at }, { id: randomUUID(), act: { kind: 'join', incident: joined }, at },
      { id: note, act: { kind: 'note', replaces: null }, note: { epoch: 1, body: Buffer.from('BODY'), key: Buffer.from('KEY') }, at },
    ])
  })
  return { ref, note }
}

/** With `marker` in its coded answers (the area), and a sealed reason. */
async function addIncident(register: Register, { network, organisations }: Town, index: 0 | 1, author: string, marker: string): Promise<string> {
  const [incident, createdAt, ref] = [randomUUID(), new Date().toISOString(), makeReference(randomBytes(REFERENCE_BYTES))]
  const reportedOn = createdAt.slice(0, 10)
  const form = findFormVersion('lykta-1')!
  const parsed = parseFormAnswers({ reportedBy: organisations[index], occurred: { on: reportedOn }, area: marker }, {
    form, today: reportedOn, reportedOn, network: { collectionStart: '2020-01-01' },
    organisations: organisations.map((id) => ({ id, code: id, name: id, sector: 'civil-society', joined: '2020-01-01', left: null })), reporterOrganisation: null, ownIndicators: [],
  })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const hash = codedHash(canonicalText(parsed.incident))
  const context = { network, incident, revision: 1, previous: null, epoch: 1, author, formVersion: form.id, codedHash: hash, createdAt }
  const { recipient } = await makeEpoch()
  const { body, key } = await sealText({ text: 'Ett skäl.', context, recipient })
  await write(register, { network, member: author }, { action: 'incident.enter', object: `incident:${incident}` }, (transaction) => appendRevisions(transaction, [{
    incident, number: 1, formVersion: form.id, answers: parsed.incident, withdrawn: false, createdAt, first: { ref, externalRef: null },
    sealed: { sealedId: randomUUID(), epoch: 1, body: Buffer.from(body), key: Buffer.from(key), position: null },
  }]))
  return ref
}
