// A network with members as programs on both sides make it: packages/seal in the hands of the people, the server between them.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { canonicalText, findFormVersion, type FormAnswers, type Incident, parseFormAnswers } from '@lykta/incident'
import {
  type Change, codedHash, currentRecipient, enrolmentProof, enrolmentSecret, entryHash, foundLog, headOf, lockWithSheet, makeEpoch, makeGrant, makeGrants, type MemberKeys,
  makeMemberKeys, makeRecovery, makeSigningKey, type Membership, openGrant, openText, type OpenedText, proposeEntry, publicKeysOf, type RecoveryKeys, sealText, signerOf,
  type Signer, type StoredGrant, verifyKeyOf, verifyLog,
} from '@lykta/seal'
import type {
  BundleFile, FoundingRequest, GrantFile, KeysAnswer, LogAnswer, NewInvitation, Role, SealedTextAnswer, SessionAnswer,
} from '../../apps/server/src/api/member-types.ts'
import type { CorrectionRequest, FormAnswer, IncidentAnswer, IncidentFormAnswer, NewIncidentRequest, ReceiptAnswer } from '../../apps/server/src/api/types.ts'
import type { TestApp } from './app.ts'
import { now } from './sender.ts'

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))
const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length))
export const fileOf = ({ file, ...grant }: StoredGrant): GrantFile => ({ ...grant, file: base64url(file) })

export type Answer<T = unknown> = { readonly status: number; readonly body: T; readonly codes: readonly string[] }

/** One browser or program: it keeps its cookies. */
export type Visitor = {
  readonly cookies: Map<string, string>
  readonly send: <T = unknown>(method: string, path: string, body?: unknown) => Promise<Answer<T>>
  readonly get: <T>(path: string) => Promise<T>
  readonly session: () => Promise<SessionAnswer>
}

/** What answers: the app itself, or a server that listens. */
export type Asked = Pick<TestApp, 'ask'>

export function visit(app: Asked): Visitor {
  const cookies = new Map<string, string>()
  const send = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.ask(path, {
      method, headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/max-age=0/i.test(set) || value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await answer.text()
    const parsed = (text === '' ? null : JSON.parse(text)) as T & { readonly problems?: readonly { readonly code: string }[] }
    return { status: answer.status, body: parsed, codes: (parsed?.problems ?? []).map(({ code }) => code) }
  }
  const get = async <T>(path: string): Promise<T> => {
    const { status, body } = await send<T>('GET', path)
    if (status !== 200) throw new Error(`${path}: ${status}`)
    return body
  }
  return { cookies, send, get, session: () => get('/api/session') }
}

export type Person = Visitor & {
  readonly id: string
  readonly keys: MemberKeys
  readonly signer: Signer
  readonly recipient: string
  readonly verifyKey: string
  readonly email: string
}
export type Device = Visitor & { readonly id: string; readonly signer: Signer; readonly proof: string; readonly invitation: string }

export type TestNetwork = {
  readonly app: Asked
  readonly id: string
  readonly town: string
  readonly hotel: string
  readonly genesis: string
  readonly recovery: RecoveryKeys
  readonly anna: Person
}

export const password = 'sju gröna lyktor i hamnen'

async function keysFor(network: string, id: string) {
  const keys = await makeMemberKeys(network, id, random)
  return { id, keys, signer: signerOf(id, keys.signingKey), ...(await publicKeysOf(keys)) }
}

/** On a sheet of her own, the quickest to lock. */
export async function bundleOf(keys: MemberKeys): Promise<BundleFile> {
  return { id: randomUUID(), way: 'sheet', credential: null, file: base64url((await lockWithSheet(keys, random)).file) }
}

export type Founding = { readonly request: FoundingRequest; readonly network: Omit<TestNetwork, 'anna' | 'app'>; readonly anna: Omit<Person, keyof Visitor> }

/** What the founder's browser makes. `taken`: a network that `lykta init` has made, and its last epoch. */
export async function prepareFounding(taken?: { readonly network: FoundingRequest['network']; readonly epoch: number }): Promise<Founding> {
  const network = taken?.network ?? { id: randomUUID(), name: 'Provstad', municipality: 'Provstad', collectionStart: '2020-01-01', timeZone: 'Europe/Stockholm' }
  const [town, hotel] = [randomUUID(), randomUUID()]
  const anna = { ...(await keysFor(network.id, randomUUID())), email: 'anna@example.org' }
  const [recovery, keys] = [await makeRecovery(), await makeEpoch()]
  const epoch = { epoch: (taken?.epoch ?? 0) + 1, recipient: keys.recipient }
  const founder = { member: anna.id, role: 'coordinator' as const, organisation: town, recipient: anna.recipient, verifyKey: anna.verifyKey }
  const line = await foundLog(network.id, { founder, epoch, recovery: recovery.subject }, anna.signer, now())
  const genesis = entryHash(line)
  const { membership } = verifyLog([line], { network: network.id, genesis })
  const grants = await makeGrants({ membership: membership!, epoch: epoch.epoch, identity: keys.identity, signer: anna.signer, createdAt: now() })
  const organisation = (id: string, code: string, name: string, sector: string) => ({ id, code, name, sector, joined: network.collectionStart })
  return {
    network: { id: network.id, town, hotel, genesis, recovery },
    anna,
    request: {
      code: null, network, genesis: line, bundles: [await bundleOf(anna.keys)], grants: grants.map(fileOf), createdAt: now(),
      settings: { emergencyNumbers: [{ name: 'Jourtelefon', number: '020-123 45 67', hours: 'dygnet runt' }], publicThreshold: 5, recoveryTestedAt: null },
      organisations: [organisation(town, 'stad', 'Provstads socialtjänst', 'social-services'), organisation(hotel, 'hotell', 'Hotell Fyren', 'business')],
      founder: { name: 'Anna Andersson', email: anna.email, password, language: 'sv', member: anna.id, organisation: town },
    },
  }
}

/** Founded, and two recovery sheets tried: the form takes incidents. */
export async function foundTestNetwork(app: Asked, tested = true): Promise<TestNetwork> {
  const { request, network, anna } = await prepareFounding()
  const visitor = visit(app)
  const { status, codes } = await visitor.send('POST', '/api/founding', request)
  if (status !== 201) throw new Error(`founding: ${status} ${codes.join()}`)
  if (tested) await visitor.send('POST', '/api/settings/recovery-test', {})
  return { app, ...network, anna: { ...visitor, ...anna } }
}

/** The log as a client verifies it, from the genesis that it has pinned. */
export async function membershipFor({ id, genesis }: Pick<TestNetwork, 'id' | 'genesis'>, who: Visitor): Promise<Membership> {
  const { lines } = await who.get<LogAnswer>('/api/log')
  const { membership, findings } = verifyLog(lines, { network: id, genesis })
  if (!membership) throw new Error(JSON.stringify(findings))
  return membership
}

export async function invite({ anna }: TestNetwork, role: Role, organisation: string | null): Promise<{ readonly id: string; readonly token: string }> {
  const token = random(32)
  const invitation: NewInvitation = {
    id: randomUUID(), kind: role === 'device' ? 'device' : 'member', role, organisation, createdAt: now(), tokenHash: createHash('sha256').update(token).digest('hex'),
  }
  const { status, codes } = await anna.send('POST', '/api/invitations', invitation)
  if (status !== 201) throw new Error(`invitation: ${status} ${codes.join()}`)
  return { id: invitation.id, token: base64url(token) }
}

/** Accepts an invitation and makes her keys; she waits to be listed. */
export async function join(network: TestNetwork, role: Exclude<Role, 'device'>, organisation: string | null, name: string): Promise<Person> {
  const invitation = await invite(network, role, organisation)
  const visitor = visit(network.app)
  const person = { ...visitor, ...(await keysFor(network.id, randomUUID())), email: `${name.toLowerCase()}@example.org` }
  const sent = { ...invitation, name, email: person.email, password, language: 'sv', member: person.id }
  const accepted = await visitor.send('POST', '/api/invitations/accept', sent)
  if (accepted.status !== 201) throw new Error(`accept: ${accepted.status} ${accepted.codes.join()}`)
  if (role === 'reader' || role === 'operator') return person
  const made = await visitor.send('PUT', '/api/keys', { recipient: person.recipient, verifyKey: person.verifyKey, bundles: [await bundleOf(person.keys)] })
  if (made.status !== 201) throw new Error(`keys: ${made.status} ${made.codes.join()}`)
  return person
}

/** The epoch's identity, as a reader gets it from her own grant. */
export async function openEpoch(network: Pick<TestNetwork, 'id' | 'genesis'>, who: Person, epoch: number): Promise<string> {
  const grant = (await who.get<KeysAnswer>('/api/keys')).grants.find((one) => one.epoch === epoch)
  if (!grant) throw new Error('no grant')
  return openGrant({ ...grant, file: bytesOf(grant.file) }, who.keys.identity, await membershipFor(network, who))
}

/** A line that the coordinator signs, with grants for those named. */
export async function append(network: TestNetwork, change: Exclude<Change, { type: 'genesis' }>, holders: readonly string[] = [], path = '/api/log', extra: object = {}) {
  const { anna } = network
  const before = await membershipFor(network, anna)
  const line = await proposeEntry(before, { change, signer: anna.signer, createdAt: now() })
  const { membership } = verifyLog([...(await anna.get<LogAnswer>('/api/log')).lines, line], { network: network.id, genesis: network.genesis })
  const { epoch } = currentRecipient(membership!)
  const identity = await openEpoch(network, anna, epoch)
  const grants: GrantFile[] = []
  for (const holder of holders) grants.push(fileOf(await makeGrant(holder, { membership: membership!, epoch, identity, signer: anna.signer, createdAt: now() })))
  return anna.send('POST', path, { lines: [line], grants, createdAt: now(), ...extra })
}

/** The coordinator lists a member with the keys that she made, and grants her the epoch where she may read. */
export async function list(network: TestNetwork, person: Person, role: 'reporter' | 'core-member' | 'coordinator', organisation: string): Promise<void> {
  const subject = { member: person.id, role, organisation, recipient: person.recipient, verifyKey: person.verifyKey }
  const { status, codes } = await append(network, { type: 'add', subject }, role === 'reporter' ? [] : [person.id])
  if (status !== 201) throw new Error(`list: ${status} ${codes.join()}`)
}

/** A device that has answered its QR code, not yet listed. */
export async function enrol(network: TestNetwork, organisation: string): Promise<Device> {
  const invitation = await invite(network, 'device', organisation)
  const [visitor, id, key] = [visit(network.app), randomUUID(), makeSigningKey(random)]
  const verifyKey = verifyKeyOf(key)
  const proof = enrolmentProof(enrolmentSecret(network.anna.keys.signingKey, { invitation: invitation.id, organisation }), { device: id, organisation, verifyKey })
  const { status, codes } = await visitor.send('POST', '/api/devices', { ...invitation, device: id, name: 'Receptionen', verifyKey, proof })
  if (status !== 201) throw new Error(`device: ${status} ${codes.join()}`)
  return { ...visitor, id, signer: signerOf(id, key), proof, invitation: invitation.id }
}

export async function listDevice(network: TestNetwork, { id, signer }: Device, organisation: string): Promise<void> {
  const { status, codes } = await append(network, { type: 'device', subject: { device: id, organisation, verifyKey: signer.verifyKey } })
  if (status !== 201) throw new Error(`device line: ${status} ${codes.join()}`)
}

export type Author = Visitor & { readonly id: string; readonly signer: Signer }

/** What an author's form makes: sealed to what the log lists, signed, with the position that she had verified. */
export async function prepareReport(network: Pick<TestNetwork, 'id' | 'genesis'>, from: Author, answers: FormAnswers, text: string): Promise<NewIncidentRequest> {
  const form = await from.get<FormAnswer>('/api/form')
  const parsed = parseFormAnswers({ reportedOn: form.today, ...answers }, { ...form, form: findFormVersion(form.formVersion)! })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const membership = await membershipFor(network, from)
  const { epoch, recipient } = currentRecipient(membership)
  if (form.epoch?.epoch !== epoch || form.epoch.recipient !== recipient || form.author !== from.id) throw new Error('the form names another key or author than the log')
  const [id, createdAt, hash] = [randomUUID(), now(), codedHash(canonicalText(parsed.incident))]
  const context = { network: network.id, incident: id, revision: 1, previous: null, epoch, author: from.id, formVersion: form.formVersion, codedHash: hash, createdAt }
  const { body, key } = await sealText({ text, context, recipient, signer: from.signer })
  return {
    id, formVersion: form.formVersion, answers: { reportedOn: form.today, ...answers }, createdAt,
    sealed: { sealedId: randomUUID(), epoch, position: headOf(membership).seq, body: base64url(body), key: base64url(key), codedHash: hash },
  }
}

export async function report(network: Pick<TestNetwork, 'id' | 'genesis'>, from: Author, answers: FormAnswers, text: string): Promise<string> {
  const { status, body, codes } = await from.send<ReceiptAnswer>('POST', '/api/incidents', await prepareReport(network, from, answers, text))
  if (status !== 201) throw new Error(`report: ${status} ${codes.join()}`)
  return body.ref
}

/** More is told of an incident: answers beside those that stand, and a text of its own. */
export async function add(network: Pick<TestNetwork, 'id' | 'genesis'>, from: Author, ref: string, more: FormAnswers, text: string): Promise<Answer<ReceiptAnswer>> {
  const form = await from.get<FormAnswer>('/api/form')
  const { id, revision, previous, answers: before } = await from.get<IncidentFormAnswer>(`/api/incidents/${ref}/form`)
  const { answers: standing } = await from.get<IncidentAnswer>(`/api/incidents/${ref}`)
  const answers = { ...before, ...more }
  const parsed = parseFormAnswers(answers, { ...form, form: findFormVersion(form.formVersion)!, reportedOn: standing.reportedOn, reporterOrganisation: standing.reportedBy })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const membership = await membershipFor(network, from)
  const { epoch, recipient } = currentRecipient(membership)
  const [createdAt, hash] = [now(), codedHash(canonicalText(parsed.incident))]
  const context = { network: network.id, incident: id, revision: revision + 1, previous, epoch, author: from.id, formVersion: form.formVersion, codedHash: hash, createdAt }
  const { body, key } = await sealText({ text, context, recipient, signer: from.signer })
  const sent: CorrectionRequest = {
    base: revision, reason: 'addition', formVersion: form.formVersion, answers, createdAt,
    sealed: { sealedId: randomUUID(), epoch, position: headOf(membership).seq, body: base64url(body), key: base64url(key), codedHash: hash },
  }
  return from.send('POST', `/api/incidents/${ref}/revisions`, sent)
}

/** As a reader's client opens an earlier text: its revision's answers are not to be seen, so the server's hash of them is what there is. */
export async function readEarlier(network: Pick<TestNetwork, 'id' | 'genesis'>, who: Person, ref: string, revision: number): Promise<OpenedText> {
  const { body, key, context, position } = await who.get<SealedTextAnswer>(`/api/incidents/${ref}/text?revision=${revision}`)
  const identity = await openEpoch(network, who, key!.epoch)
  return openText({ body: bytesOf(body), key: bytesOf(key!.key), identity, expected: context, authors: { membership: await membershipFor(network, who), position: position! } })
}

/** As a reader's client opens a text: the grant, the log, and everything that the row says against what was signed. */
export async function read(network: Pick<TestNetwork, 'id' | 'genesis'>, who: Person, ref: string): Promise<OpenedText> {
  const { body, key, context, position } = await who.get<SealedTextAnswer>(`/api/incidents/${ref}/text`)
  const { answers } = await who.get<{ readonly answers: Incident }>(`/api/incidents/${ref}`)
  const identity = await openEpoch(network, who, key!.epoch)
  const expected = { ...context, codedHash: codedHash(canonicalText(answers)) }
  const authors = { membership: await membershipFor(network, who), position: position!, organisation: answers.reportedBy }
  return openText({ body: bytesOf(body), key: bytesOf(key!.key), identity, expected, authors })
}
