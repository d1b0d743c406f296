// A recovery between the worker and a server: what is refused leaves everything as it was, and no other log is believed.
import { randomUUID } from 'node:crypto'
import { ProblemError } from '@lykta/incident'
import {
  entryHash, foundLog, isStatementBy, makeEpoch, makeGrants, makeMemberKeys, makeRecovery, publicKeysOf, renderSheet, signerOf, splitRecovery, verifyLog,
} from '@lykta/seal'
import { beforeAll, expect, test } from 'vitest'
import type { RecoveryRequest, SheetsProof } from '../../../server/src/api/member-types.ts'
import { type Asking, FailureError, unreachable } from '../../src/api/ask.ts'
import { base64urlOf } from '../../src/keys/base64url.ts'
import { makeKeysFront } from '../../src/keys/keys-front.ts'
import { pinsInside, portInside } from './pretended-server.ts'

const now = '2026-02-03T04:05:06.007Z'
const [network, town, anna] = [randomUUID(), randomUUID(), randomUUID()]
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
const refused = (status: number) => new FailureError({ type: 'about:blank', title: 'Refused', status, problems: [] })
const codesOf = (work: Promise<unknown>) => work.then(() => ['done'], (error: unknown) => (error instanceof ProblemError ? error.problems.map(({ code }) => code) : [String((error as FailureError).failure.status)]))

async function found(recovery: Awaited<ReturnType<typeof makeRecovery>>) {
  const [keys, epoch] = [await makeMemberKeys(network, anna, random), await makeEpoch()]
  const signer = signerOf(anna, keys.signingKey)
  const founder = { member: anna, role: 'coordinator' as const, organisation: town, ...(await publicKeysOf(keys)) }
  const line = await foundLog(network, { founder, epoch: { epoch: 1, recipient: epoch.recipient }, recovery: recovery.subject }, signer, now)
  const membership = verifyLog([line], { network, genesis: entryHash(line) }).membership!
  const grants = await makeGrants({ membership, epoch: 1, identity: epoch.identity, signer, createdAt: now })
  return { line, grants: grants.filter(({ holder }) => holder === 'recovery').map(({ epoch: of, holder, file }) => ({ epoch: of, holder, file: base64urlOf(file) })) }
}

let recovery: Awaited<ReturnType<typeof makeRecovery>>
let sheets: readonly string[]
let first: Awaited<ReturnType<typeof found>>
beforeAll(async () => {
  recovery = await makeRecovery()
  first = await found(recovery)
  sheets = (await splitRecovery(recovery)).map((sheet) => renderSheet(sheet, { network, genesis: entryHash(first.line) }))
})

/** One browser and one server; `fails`: how the next completion goes. */
function begin({ line, grants } = first) {
  const server = { lines: [line], usable: true, fails: undefined as 'refused' | 'lost' | undefined, signedIn: true, sent: [] as RecoveryRequest[] }
  const answerOf = (path: string, body: unknown): unknown => {
    if (path === 'session') return { state: server.signedIn ? 'signed-in' : 'signed-out', network: { id: network } }
    if (path.startsWith('log?after=')) return { lines: server.lines.slice(Number(path.slice(10))), length: server.lines.length }
    const act = path === 'recovery/look' ? 'look' : path === 'recovery/announcement' ? 'announce' : 'complete'
    const proof = act === 'complete' ? (body as RecoveryRequest).proof : (body as SheetsProof)
    if (!isStatementBy(recovery.subject, { v: 1, network, act, at: proof.at }, proof.signature)) throw refused(404)
    if (act === 'look') return { network: { id: network }, lines: server.lines, wait: null, usable: server.usable ? { grants, members: [], organisations: [] } : null }
    const request = body as RecoveryRequest
    const { fails } = server
    server.fails = undefined
    if (fails === 'refused') throw refused(422)
    server.sent.push(request)
    server.lines = [...server.lines, ...request.lines]
    if (fails === 'lost') throw new FailureError(unreachable)
    return { session: { state: 'signed-in', network: { id: network } } }
  }
  const pins = pinsInside()
  const ask = async <Answer>(path: string, { body }: Asking = {}) => JSON.parse(JSON.stringify(answerOf(path, body === undefined ? undefined : JSON.parse(JSON.stringify(body))))) as Answer
  return { server, pins, keys: makeKeysFront({ port: portInside(), pins, ask, now: () => now }) }
}

const sheetsFor = () => ({ network, genesis: entryHash(first.line) })

async function prepared() {
  const all = begin()
  await all.keys.combineSheets([sheets[0]!, sheets[2]!])
  const { log } = await all.keys.lookAtRecovery(sheetsFor())
  const owner = { network, member: randomUUID() }
  const made = await all.keys.makeRecoveredKeys(owner)
  const complete = () => all.keys.completeRecovery(sheetsFor(), { made, organisation: town, gone: [anna], signIn: { way: 'reset', password: 'p' } }, owner)
  return { ...all, log, owner, made, complete }
}

test('the keys are open, listed and not those of before; the one who is gone is out; nothing locks by itself until it is stored', async () => {
  const { keys, server, owner, made, complete, pins } = await prepared()
  expect([keys.view.state, keys.isFounding]).toEqual(['unlocked', true])
  const { closed } = await complete()
  expect(closed).toEqual([])
  expect(keys.view).toMatchObject({ state: 'unlocked', own: [], pinnedFrom: 'sheet', log: { epoch: { epoch: 2 }, head: { seq: 4 } } })
  expect(keys.view.log!.holders.map(({ id, verifyKey }) => [id, verifyKey])).toEqual([[owner.member, made.publicKeys.verifyKey]])
  expect(keys.isFounding).toBe(false)
  expect(pins.read(network)).toMatchObject({ from: 'sheet', head: { seq: 4 } })
  expect(server.sent[0]).toMatchObject({ member: owner.member, keys: made.publicKeys, signIn: { way: 'reset' } })
  expect(server.sent[0]!.grants.map(({ epoch, holder }) => [epoch, holder])).toEqual([[2, owner.member], [2, 'recovery'], [1, owner.member]])
})

test('refused, it can be sent again with the same passphrase, after lines that somebody else has written too', async () => {
  const { server, made, complete } = await prepared()
  server.fails = 'refused'
  expect(await codesOf(complete())).toEqual(['422'])
  expect(server.lines).toHaveLength(1)
  expect(await codesOf(complete())).toEqual(['done'])
  expect(server.sent[0]!.keys).toMatchObject(made.publicKeys)
})

test('stopped meanwhile, nothing is sent', async () => {
  const { server, complete } = await prepared()
  server.usable = false
  expect(await codesOf(complete())).toEqual(['recovery.stopped'])
  expect(server.sent).toEqual([])
})

test('stored with its answer lost: whoever is signed in goes on, whoever is not is told to sign in', async () => {
  const kept = await prepared()
  kept.server.fails = 'lost'
  expect(await codesOf(kept.complete())).toEqual(['done'])
  const out = await prepared()
  Object.assign(out.server, { fails: 'lost', signedIn: false })
  expect(await codesOf(out.complete())).toEqual(['recovery.stored-unanswered'])
})

test('sheets of another network, another log under the same sheets, and a log that lists other sheets are told', async () => {
  const foreign = await splitRecovery(await makeRecovery())
  const one = begin()
  await one.keys.combineSheets(foreign.slice(1).map((sheet) => renderSheet(sheet, { network, genesis: 'ab'.repeat(32) })))
  expect(await codesOf(one.keys.lookAtRecovery(sheetsFor()))).toEqual(['recovery.foreign'])
  // The server has founded a network of its own under the same sheets.
  const forged = begin(await found(recovery))
  await forged.keys.combineSheets(sheets.slice(0, 2))
  expect(await codesOf(forged.keys.lookAtRecovery(sheetsFor()))).toEqual(['membership.other-genesis'])
  // With rows alone it cannot be known, and is said.
  const typed = begin(await found(recovery))
  await typed.keys.combineSheets(sheets.slice(0, 2))
  await typed.keys.lookAtRecovery({ network, genesis: null })
  expect(typed.keys.view.pinnedFrom).toBe('first-use')
  const other = begin(await found(await makeRecovery()))
  await other.keys.combineSheets(sheets.slice(0, 2))
  expect(await codesOf(other.keys.lookAtRecovery({ network, genesis: null }))).toEqual(['recovery.other-log'])
})

test('forgotten sheets prove nothing', async () => {
  const { keys } = begin()
  await keys.combineSheets(sheets.slice(0, 2))
  keys.forgetSheets()
  expect(await codesOf(keys.lookAtRecovery(sheetsFor()))).toEqual(['keys.locked'])
})
