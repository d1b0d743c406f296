// Whatever is sent to what founds, invites, lists and asks: an answer with a reason, never a defect, and nothing of it repeated.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { inNetwork, verifyNetwork } from '@lykta/register'
import { makeRotation, proposeEntry, type RecoveryAct, signStatement } from '@lykta/seal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import {
  base64url, bundleOf, type Device, enrol, fileOf, foundTestNetwork, invite, listDevice, membershipFor, password, prepareFounding, report, type TestNetwork, type Visitor, visit,
} from './member-network.ts'
import { now } from './sender.ts'

const runs = process.env['LYKTA_PROVE'] ? 20_000 : 300
const marker = 'Zzmarkerzz'
const plenty = { points: 1_000_000, seconds: 3600 }

type Target = { readonly who: Visitor; readonly method: string; readonly path: string; readonly body: unknown }

let app: TestApp
let network: TestNetwork
let reception: Device
const targets: Target[] = []
const sheetTargets: Target[] = []
beforeAll(async () => {
  app = await makeTestApp({ allowances: { account: { ...plenty, longestWait: 1 }, address: plenty, sender: plenty } }, bareSample)
  // While a network can still be founded: what is wrong with a founding, nothing of it stored.
  const { request } = await prepareFounding()
  await tryOut([{ who: visit(app), method: 'POST', path: '/api/founding', body: { ...request, grants: request.grants.slice(1) } }], Math.ceil(runs / 6))
  network = await foundTestNetwork(app)
  reception = await enrol(network, network.hotel)
  await listDevice(network, reception, network.hotel)
  const ref = await report(network, reception, { placeType: 'hotel' }, 'Ett skäl.')
  const { anna } = network
  const [member, device] = [await invite(network, 'reporter', network.hotel), await invite(network, 'device', network.hotel)]
  const membership = await membershipFor(network, anna)
  const rotation = await makeRotation(membership, anna.signer, now())
  const removal = await proposeEntry(membership, { change: { type: 'remove', subject: { id: reception.id } }, signer: anna.signer, createdAt: now() })
  const lines = { lines: [rotation.line], grants: rotation.grants.map(fileOf), createdAt: now() }
  const ownQuestion = { id: 'own_ett', kind: 'several', step: 'when', sv: 'Ett?', en: 'One?', choices: [{ id: 'a', sv: 'A', en: 'A' }, { id: 'b', sv: 'B', en: 'B' }], validFrom: '2024-01-01', validTo: null }
  const settings = { settings: { emergencyNumbers: [{ name: 'Jour', number: '112', hours: '' }], publicThreshold: 5, recoveryTestedAt: null }, ownIndicators: [{ id: 'sexual.x-ett', sv: 'Ett', en: 'One', category: 'sexual', validFrom: null, validTo: null }], ownQuestions: [ownQuestion] }
  const newMember = { name: 'Någon', email: 'none@example.org', password, language: 'sv', member: randomUUID() }
  const as = (who: Visitor, method: string, path: string, body: unknown): void => void targets.push({ who, method, path, body })
  as(anna, 'POST', '/api/log', lines)
  as(anna, 'PUT', '/api/settings', settings)
  as(anna, 'PUT', '/api/keys', { recipient: anna.recipient, verifyKey: anna.verifyKey, bundles: [await bundleOf(anna.keys)] })
  as(anna, 'PUT', '/api/keys/bundles', [await bundleOf(anna.keys)])
  as(anna, 'POST', '/api/sealed-keys', { keys: [{ sealedId: randomUUID(), epoch: 2, key: base64url(new Uint8Array(2000)) }] })
  as(anna, 'POST', '/api/invitations', { id: randomUUID(), kind: 'member', role: 'reader', organisation: null, tokenHash: '0'.repeat(64), createdAt: now() })
  as(anna, 'POST', `/api/members/${anna.id}/role`, { ...lines, role: 'reader', organisation: network.town })
  as(anna, 'POST', `/api/members/${randomUUID()}/removal`, lines)
  as(anna, 'POST', `/api/devices/${reception.id}/removal`, { ...lines, lines: [removal.replace('"seq":3', '"seq":4')] })
  as(anna, 'POST', `/api/incidents/${ref}/messages`, { id: randomUUID(), kind: 'question', code: 'when', to: null })
  as(reception, 'POST', `/api/incidents/${ref}/messages`, { id: randomUUID(), kind: 'answer', code: 'added', to: randomUUID() })
  as(reception, 'POST', '/api/quiet-months', { month: now().slice(0, 7), withdrawn: false })
  as(visit(app), 'POST', '/api/invitations/open', member)
  as(visit(app), 'POST', '/api/invitations/accept', { ...member, ...newMember, token: device.token })
  as(visit(app), 'POST', '/api/devices', { ...device, token: member.token, device: randomUUID(), name: 'Telefon', verifyKey: '0'.repeat(64), proof: '0'.repeat(64) })
  const prove = async (act: RecoveryAct) => {
    const at = now()
    return { at, signature: await signStatement(network.recovery, { v: 1, network: network.id, act, at }) }
  }
  const keys = { recipient: anna.recipient, verifyKey: anna.verifyKey, bundles: [await bundleOf(anna.keys)] }
  const { member: fresh, ...person } = newMember
  const bySheets = (path: string, body: unknown): void => void sheetTargets.push({ who: visit(app), method: 'POST', path: `/api/recovery/${path}`, body })
  bySheets('look', await prove('look'))
  bySheets('announcement', await prove('announce'))
  bySheets('completion', { ...lines, proof: await prove('complete'), member: fresh, organisation: network.town, signIn: { way: 'new', ...person }, keys })
  as(anna, 'DELETE', `/api/invitations/${encodeURIComponent(marker)}`, undefined)
  as(anna, 'GET', `/api/sealed-keys?after=${marker}`, undefined)
  as(anna, 'GET', `/api/log?after=${marker}`, undefined)
  as(anna, 'GET', `/api/incidents/${encodeURIComponent(marker)}/text`, undefined)
  as(reception, 'GET', `/api/incidents/${encodeURIComponent(marker)}/messages`, undefined)
})
afterAll(() => app.close())

const marked = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `${marker}${text}`)
const value = fc.oneof(marked, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(0, -0, 1e300, 2 ** 31, null, [], {}, '\0', '\ud800', '2026-11', randomUUID(), '0'.repeat(64), 'AAAA'))

type Path = readonly (string | number)[]

/** Every place in it, the whole among them. */
function pathsOf(body: unknown, at: Path = []): readonly Path[] {
  if (typeof body !== 'object' || body === null) return [at]
  return [at, ...Object.entries(body).flatMap(([key, inner]) => pathsOf(inner, [...at, Array.isArray(body) ? Number(key) : key]))]
}

function changed(body: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(body)) return body.map((one: unknown, index) => (index === key ? changed(one, rest, other) : one))
  const { [key]: inner, ...others } = body as Record<string, unknown>
  const made = changed(inner, rest, other)
  return made === undefined ? others : { ...others, [key]: made }
}

const seen = new Map<number, number>()

async function tryOut(list: readonly Target[], numRuns: number): Promise<void> {
  const one = fc.constantFrom(...list).chain((target) => {
    const paths = pathsOf(target.body)
    const mutated = fc.tuple(fc.constantFrom(...paths), fc.oneof(value, fc.constant(undefined))).map(([path, other]) => changed(target.body, path, other))
    return fc.tuple(fc.constant(target), target.body === undefined ? fc.constant(undefined) : mutated)
  })
  await fc.assert(fc.asyncProperty(one, async ([{ who, method, path }, body]) => {
    const { status, body: said } = await who.send(method, path, body)
    seen.set(status, (seen.get(status) ?? 0) + 1)
    expect([200, 201, 400, 404, 409, 422]).toContain(status)
    // What she wrote into settings is hers to read again.
    if (status >= 400) expect(JSON.stringify(said)).not.toContain(marker)
  }), { seed: 20191231, numRuns })
}

test('schema-aware, one place at a time', { timeout: 1_800_000 }, async () => {
  await tryOut(targets, runs)
  await tryOut(sheetTargets, Math.ceil(runs / 8))
  expect(app.log).toEqual([])
  expect([...seen.keys()]).toEqual(expect.arrayContaining([201, 400, 404, 422]))
  expect((await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, verifyNetwork)).findings).toEqual([])
})
