// What the pages do with keys, from founding to removal, against a server that stores, and one that lies.
import { randomUUID } from 'node:crypto'
import { canonicalText, ProblemError } from '@lykta/incident'
import { codedHash, entryHash, isEnrolmentProof, keyWords, makeEpoch, makeSigningKey, sealText, sha256Hex, verifyKeyOf, enrolmentProof, wrapIdentity } from '@lykta/seal'
import { describe, expect, test } from 'vitest'
import type { FoundingRequest } from '../../../server/src/api/member-types.ts'
import { bytesOf, base64urlOf } from '../../src/keys/base64url.ts'
import { type KeysFront, makeKeysFront } from '../../src/keys/keys-front.ts'
import { en } from '../../src/pages/network/messages/en.ts'
import { sv } from '../../src/pages/network/messages/sv.ts'
import { pinsInside, portInside, PretendedServer } from './pretended-server.ts'

const now = '2026-02-03T04:05:06.007Z'
const [town, hotel] = [randomUUID(), randomUUID()]
const answers = { placeType: 'hotel' } as never

type Browser = { readonly keys: KeysFront; readonly pins: ReturnType<typeof pinsInside>; readonly port: ReturnType<typeof portInside> }

function browserOf(server: PretendedServer, member: string, network: string | null): Browser {
  const [port, pins] = [portInside(), pinsInside()]
  const keys = makeKeysFront({ port, pins, ask: server.askAs(member), now: () => now })
  if (network !== null) keys.setOwner({ network, member })
  return { keys, pins, port }
}

async function founded(epoch = 1) {
  const server = new PretendedServer()
  const [network, member] = [randomUUID(), randomUUID()]
  const browser = browserOf(server, member, null)
  const steps: number[] = []
  const made = await browser.keys.makeFounding({ network, member, organisation: town, epoch, createdAt: now }, (step) => steps.push(step))
  expect(steps).toEqual([1, 2, 3, 4])
  await browser.keys.storeFounding({ network: { id: network }, founder: { member } } as FoundingRequest, made)
  return { server, network, member, made, ...browser }
}

/** A core member who made her keys in her own browser, admitted by the founder. */
async function withMember({ server, network, keys, made }: Awaited<ReturnType<typeof founded>>, role: 'core-member' | 'coordinator' = 'core-member') {
  const id = randomUUID()
  const hers = browserOf(server, id, network)
  hers.keys.pin(network, made.genesisHash, 'invitation')
  const own = await hers.keys.makeKeys()
  await own.store()
  const { recipient, verifyKey } = server.published!
  expect(await keys.wordsOf({ recipient: recipient!, verifyKey })).toEqual(own.words)
  const log = await keys.admit({ member: id, role, organisation: town, recipient, verifyKey })
  expect(log.holders.map((holder) => holder.id)).toContain(id)
  return { id, ...hers, passphrase: own.passphrase, words: own.words }
}

async function store(server: PretendedServer, ref: string, by: KeysFront, network: string, author: string, text: string) {
  const incident = randomUUID()
  const context = { incident, revision: 1, previous: null, formVersion: 'lykta-1', createdAt: now }
  const sealed = await by.seal({ text, incident: answers, context })
  expect(sealed.codedHash).toBe(codedHash(canonicalText(answers)))
  server.texts.set(ref, {
    sealedId: sealed.sealedId, body: sealed.body, key: { epoch: sealed.epoch, key: sealed.key }, position: sealed.position ?? null,
    context: { ...context, network, epoch: sealed.epoch, author, codedHash: sealed.codedHash },
  })
}

const codesOf = async (work: Promise<unknown>): Promise<readonly string[]> => work.then(() => [], (error: unknown) => (error instanceof ProblemError ? error.problems.map(({ code }) => code) : [String(error)]))

describe('founding', () => {
  test('the founder is signed in with her keys open, the log pinned, two grants stored, and any two sheets fit', async () => {
    const { server, network, member, made, keys, pins } = await founded()
    expect(keys.view).toMatchObject({ state: 'unlocked', pinnedFrom: 'founding', findings: [] })
    expect(pins.read(network)).toMatchObject({ genesis: made.genesisHash, from: 'founding', head: { seq: 1 } })
    expect(server.grants.map(({ holder }) => holder)).toEqual([member, 'recovery'])
    const typed = made.sheets.map(({ rows }) => rows.map(({ code, word }, row) => `${row + 1}  ${code.toLowerCase()}  ${word}`).join('\n'))
    await keys.testSheets([typed[2]!, typed[0]!], made.recoveryRecipient)
    expect(await codesOf(keys.testSheets([typed[1]!, typed[1]!], made.recoveryRecipient))).toEqual(['seal.sheets-too-few'])
    const slip = typed[1]!.replace(/(?<=\n2 {2})./, (letter) => (letter === '7' ? '8' : '7'))
    const wrong = await keys.testSheets([typed[0]!, slip], made.recoveryRecipient).catch((error: unknown) => error)
    expect(wrong).toMatchObject({ problems: [{ code: 'seal.sheet-row-mistyped', values: { row: 2 }, where: { group: 2 } }] })
  })

  test('going back to choose another organisation keeps the keys, the passphrase and the sheets, and writes another first line', async () => {
    const { keys } = browserOf(new PretendedServer(), 'a', null)
    const first = { network: randomUUID(), member: randomUUID(), organisation: town, epoch: 1, createdAt: now }
    const before = await keys.makeFounding(first, () => undefined)
    const after = await keys.makeFounding({ ...first, organisation: hotel }, () => undefined)
    expect(after.passphrase).toBe(before.passphrase)
    expect(after.sheets).toEqual(before.sheets)
    expect(after.genesisHash).not.toBe(before.genesisHash)
    expect((await keys.makeFounding({ ...first, member: randomUUID() }, () => undefined)).passphrase).not.toBe(before.passphrase)
  })

  test('an answer that was lost: the network stands, and is told apart from one that was refused', async () => {
    const server = new PretendedServer()
    const [network, member] = [randomUUID(), randomUUID()]
    const { keys, pins } = browserOf(server, member, null)
    const made = await keys.makeFounding({ network, member, organisation: town, epoch: 1, createdAt: now }, () => undefined)
    const request = { network: { id: network }, founder: { member } } as FoundingRequest
    server.fails = 'before'
    await expect(keys.storeFounding(request, made)).rejects.toThrow('Unreachable')
    expect(server.lines).toEqual([])
    server.fails = 'after'
    expect(await codesOf(keys.storeFounding(request, made))).toEqual(['keys.founded-unanswered'])
    expect(pins.read(network)).toMatchObject({ genesis: made.genesisHash, from: 'founding' })
  })

  test('keys that the server made are opened once more, and their texts say so ever after', async () => {
    const setUp = await founded(2)
    const { server, keys, network } = setUp
    const old = await makeEpoch()
    server.serverMade.push({ epoch: 1, recipient: old.recipient, file: base64urlOf(await wrapIdentity(old.identity, 'six old words', 4, { weakForTests: true })) })
    for (const ref of ['A', 'B', 'C']) {
      const context = { network, incident: randomUUID(), revision: 1, previous: null, epoch: 1, author: 'import', formVersion: 'x', codedHash: codedHash('{}'), createdAt: now }
      const { body, key } = await sealText({ text: `imported ${ref}`, context, recipient: old.recipient })
      server.texts.set(ref, { sealedId: randomUUID(), body: base64urlOf(body), key: { epoch: 1, key: base64urlOf(key) }, context, position: null })
    }
    expect(await codesOf(keys.rewrap(() => undefined))).toEqual(['keys.no-grant'])
    expect(await codesOf(keys.openServerMade('other words'))).toEqual(['seal.passphrase-wrong'])
    await keys.openServerMade('Six  old words')
    // Stopped after the first page; what was done stays done, and the next run takes the rest.
    const stop = new AbortController()
    await expect(keys.rewrap(() => stop.abort(), stop.signal)).rejects.toThrow()
    expect([...server.texts.values()].map(({ key }) => key!.epoch).sort((a, b) => a - b)).toEqual([1, 2, 2])
    const told: unknown[] = []
    await keys.rewrap((progress) => told.push(progress))
    expect(told).toEqual([{ done: 1, left: 0 }])
    expect(await keys.openReason('B', null)).toMatchObject({ text: 'imported B', imported: true, madeOnServer: true, signed: false, findings: [] })
  })
})

describe('unlocking', () => {
  test('by passphrase, by passkey; another secret opens nothing; locked again nothing is held', async () => {
    const setUp = await founded()
    const { keys, made, port } = setUp
    const prf = new Uint8Array(32).fill(7)
    await keys.addPasskey({ credential: 'one', prf })
    const ended = port.ended()
    keys.lock()
    expect(port.ended()).toBe(ended + 1)
    expect(keys.view).toMatchObject({ state: 'locked', lockedBy: 'asked', log: null })
    expect(await codesOf(keys.changePassphrase())).toEqual(['keys.locked'])
    expect(await codesOf(keys.unlock({ way: 'passphrase', passphrase: 'six other words' }))).toEqual(['seal.passphrase-wrong'])
    expect(await codesOf(keys.unlock({ way: 'passkey', prf: new Uint8Array(32).fill(8) }))).toEqual(['seal.passkey-other'])
    expect(await codesOf(keys.unlock({ way: 'passkey', prf }, 'two'))).toEqual(['keys.none'])
    expect(keys.view.state).toBe('locked')
    await keys.unlock({ way: 'passkey', prf }, 'one')
    expect(keys.view).toMatchObject({ state: 'unlocked', own: [], refusedGrants: [] })
    keys.lock('idle')
    await keys.unlock({ way: 'passphrase', passphrase: ` ${made.passphrase.toUpperCase()} ` })
    expect(keys.view).toMatchObject({ state: 'unlocked', lockedBy: null })
  })

  test('who asks for it waits until the dialog is done or closed', async () => {
    const { keys, made } = await founded()
    expect(await keys.askUnlock()).toBe(true)
    keys.lock('hidden')
    const first = keys.askUnlock()
    expect(keys.view.asking).toBe(true)
    keys.cancelUnlock()
    expect(await first).toBe(false)
    const second = keys.askUnlock()
    await keys.unlock({ way: 'passphrase', passphrase: made.passphrase })
    expect(await second).toBe(true)
    expect(keys.view.asking).toBe(false)
  })

  test('a new passphrase and an own sheet open the same keys, and the old passphrase no longer', async () => {
    const { keys, made, network } = await founded()
    const { rows, store: storeSheet } = await keys.makeOwnSheet()
    await storeSheet()
    const { passphrase, store: storePassphrase } = await keys.changePassphrase()
    await storePassphrase()
    keys.lock()
    expect(await codesOf(keys.unlock({ way: 'passphrase', passphrase: made.passphrase }))).toEqual(['seal.passphrase-wrong'])
    await keys.unlock({ way: 'passphrase', passphrase })
    keys.lock()
    await keys.unlock({ way: 'sheet', rows: rows.map(({ code, word }) => `${code} ${word}`).join('\n') })
    expect(keys.view.log?.network).toBe(network)
  })

  test('somebody else signed in finds nothing of who was there before', async () => {
    const { keys, network } = await founded()
    keys.setOwner({ network, member: randomUUID() })
    expect(keys.view).toMatchObject({ state: 'locked', lockedBy: null })
    expect(await codesOf(keys.changePassphrase())).toEqual(['keys.locked'])
  })
})

describe('members', () => {
  test('one is admitted, reads what is sealed, writes under her name, and after her removal opens nothing new', async () => {
    const setUp = await founded()
    const { server, network, keys, member } = setUp
    const core = await withMember(setUp)
    await store(server, 'FIRST', core.keys, network, core.id, 'Det hon såg.')
    expect(await keys.openReason('FIRST', town)).toMatchObject({ text: 'Det hon såg.', signed: true, author: { id: core.id, role: 'core-member' }, imported: false, madeOnServer: false, findings: [] })
    expect(await core.keys.openReason('FIRST', town)).toMatchObject({ signed: true })

    const log = await keys.remove('members', core.id)
    expect(server.asked.at(-2)).toBe(`POST members/${core.id}/removal`)
    expect(log).toMatchObject({ epoch: { epoch: 2 }, rotationDue: false, head: { seq: 4 } })
    expect(server.grants.map(({ epoch, holder }) => [epoch, holder])).toEqual([[1, member], [1, 'recovery'], [2, member], [2, 'recovery']])
    await keys.rewrap(() => undefined)
    expect(server.texts.get('FIRST')!.key!.epoch).toBe(2)
    expect(await keys.openReason('FIRST', town)).toMatchObject({ text: 'Det hon såg.', signed: true, findings: [] })
    // She kept her keys, and even the server serves her: the key file is sealed to an epoch that she was not given.
    expect(await codesOf(core.keys.openReason('FIRST', town))).toEqual(['keys.no-grant'])
    await store(server, 'LATER', keys, network, member, 'Efteråt.')
    expect(await codesOf(core.keys.openReason('LATER', town))).toEqual(['keys.no-grant'])
  })

  test('a key that is due since a coordinator left comes with the next reader who goes, or has new keys', async () => {
    const setUp = await founded()
    const { server, keys, member } = setUp
    const core = await withMember(setUp)
    const leaves = async (): Promise<void> => {
      const other = await withMember(setUp, 'coordinator')
      await other.keys.remove('members', other.id)
      expect((await keys.refreshLog()).log!.rotationDue).toBe(true)
    }
    const granted = (epoch: number) => server.grants.filter((one) => one.epoch === epoch).map(({ holder }) => holder)
    await leaves()
    // Her computer is lost: the new key goes to her new ones, and to the old ones never.
    await (await core.keys.makeKeys()).store()
    const { recipient, verifyKey } = server.published!
    expect(await keys.admit({ member: core.id, role: 'core-member', organisation: town, recipient, verifyKey })).toMatchObject({ epoch: { epoch: 2 }, rotationDue: false })
    expect(granted(2)).toEqual([member, core.id, 'recovery'])
    await leaves()
    expect(await keys.remove('members', core.id)).toMatchObject({ epoch: { epoch: 3 }, rotationDue: false })
    expect(granted(3)).toEqual([member, 'recovery'])
  })

  test('another key alone goes to a stolen computer too: a coordinator of two leaves elsewhere, and comes back with new keys', async () => {
    const setUp = await founded()
    const { server, network, keys, made, member } = setUp
    const stolen = await withMember(setUp, 'coordinator')
    await keys.rotate()
    await store(server, 'BEFORE', keys, network, member, 'Före.')
    expect(await stolen.keys.openReason('BEFORE', town)).toMatchObject({ text: 'Före.' })
    expect(await codesOf(keys.remove('members', stolen.id))).toEqual(['membership.approver-missing'])
    const elsewhere = browserOf(server, stolen.id, network)
    elsewhere.keys.pin(network, made.genesisHash, 'sheet')
    await elsewhere.keys.unlock({ way: 'passphrase', passphrase: stolen.passphrase })
    await elsewhere.keys.remove('members', stolen.id)
    await keys.rotate()
    await store(server, 'AFTER', keys, network, member, 'Efter.')
    expect(await codesOf(stolen.keys.openReason('AFTER', town))).toEqual(['keys.no-grant'])
    const back = await withMember(setUp, 'coordinator')
    expect(await back.keys.openReason('AFTER', town)).toMatchObject({ text: 'Efter.' })
    // What the pages advise is that, and names the part where it is done.
    for (const { lostText, noApprover, part } of [sv, en]) expect([lostText.includes(part.members), noApprover.includes(part.keys)]).toEqual([true, true])
  })

  test('many texts are opened in a session, a page at a time, and can be stopped; what is swapped is told', async () => {
    const { server, network, keys, member } = await founded()
    for (const ref of ['A', 'B', 'C']) await store(server, ref, keys, network, member, `Text ${ref}.`)
    const told: number[] = []
    const { texts, closed } = await keys.openSession(randomUUID(), (done) => told.push(done))
    expect(texts.map(({ place, text, sound }) => `${place.part === 'reasons' && place.ref} ${text} ${sound}`).toSorted()).toEqual(['A Text A. true', 'B Text B. true', 'C Text C. true'])
    expect([closed, told]).toEqual([0, [2, 3]])
    const [a, b] = [server.texts.get('A')!, server.texts.get('B')!]
    server.texts.set('A', { ...a, body: b.body, key: b.key })
    expect((await keys.openSession(randomUUID(), () => undefined)).texts.find(({ place }) => place.part === 'reasons' && place.ref === 'A')).toMatchObject({ text: 'Text B.', sound: false })
    const stop = new AbortController()
    await expect(keys.openSession(randomUUID(), () => stop.abort(), stop.signal)).rejects.toThrow()
    // Key files wait for a session of their own.
    await keys.rotate()
    server.needsSession = true
    expect(await codesOf(keys.rewrap(() => undefined))).toEqual(['keys.needs-session'])
    expect(server.texts.get('B')!.key!.epoch).toBe(1)
  })

  test('a browser closed between rotation and rewrapping loses nothing', async () => {
    const setUp = await founded()
    const { server, network, keys, member, made } = setUp
    await store(server, 'OLD', keys, network, member, 'Före bytet.')
    await keys.rotate()
    const again = browserOf(server, member, network)
    await again.keys.unlock({ way: 'passphrase', passphrase: made.passphrase })
    expect(again.keys.view.pinnedFrom).toBe('first-use')
    expect(await again.keys.openReason('OLD', town)).toMatchObject({ text: 'Före bytet.' })
    await again.keys.rewrap(() => undefined)
    expect(server.texts.get('OLD')!.key!.epoch).toBe(2)
  })

  test('keys that lock by themselves wait for key files under way; by the button they lock at once', async () => {
    const setUp = await founded()
    const { server, network, keys, member, made } = setUp
    for (const ref of ['A', 'B', 'C']) await store(server, ref, keys, network, member, ref)
    await keys.rotate()
    await keys.rewrap(() => keys.lock('idle'))
    expect(keys.view).toMatchObject({ state: 'locked', lockedBy: 'idle' })
    expect([...server.texts.values()].map(({ key }) => key!.epoch)).toEqual([2, 2, 2])
    await keys.unlock({ way: 'passphrase', passphrase: made.passphrase })
    await keys.rotate()
    expect(await codesOf(keys.rewrap(() => keys.lock()))).not.toEqual([])
    expect(keys.view).toMatchObject({ state: 'locked', lockedBy: 'asked' })
  })

  test('a device is listed only with the proof of a code that this coordinator made', async () => {
    const { server, keys, network } = await founded()
    const [invitation, device] = [randomUUID(), randomUUID()]
    const secret = bytesOf(await keys.deviceSecret({ invitation, organisation: hotel }))
    const subject = { device, organisation: hotel, verifyKey: verifyKeyOf(makeSigningKey(() => new Uint8Array(32).fill(9))) }
    const proof = enrolmentProof(secret, subject)
    expect(isEnrolmentProof(secret, subject, proof)).toBe(true)
    expect(await keys.admitDevice({ ...subject, invitation: randomUUID(), proof })).toBe(false)
    expect(await keys.admitDevice({ ...subject, organisation: town, invitation, proof })).toBe(false)
    // The device and the server agree on another organisation than the code was made for.
    const elsewhere = { ...subject, organisation: town }
    expect(await keys.admitDevice({ ...elsewhere, invitation, proof: enrolmentProof(secret, elsewhere) })).toBe(false)
    expect(server.lines).toHaveLength(1)
    const log = await keys.admitDevice({ ...subject, invitation, proof })
    expect(log).toMatchObject({ network, head: { seq: 2 } })
    // Removed again: it could never read, so the key stays.
    expect(await keys.remove('devices', device)).toMatchObject({ head: { seq: 3 }, epoch: { epoch: 1 } })
  })

  test('what takes two coordinators is written by one and approved by the other', async () => {
    const setUp = await founded()
    const { server, network, keys, made } = setUp
    const second = await withMember(setUp)
    const { recipient, verifyKey } = server.published!
    await keys.admit({ member: second.id, role: 'coordinator', organisation: town, recipient, verifyKey })
    // She could read before, with the same key: the server takes no second grant.
    expect(server.grants.filter(({ holder }) => holder === second.id)).toHaveLength(1)
    const third = randomUUID()
    const herBrowser = browserOf(server, third, network)
    herBrowser.keys.pin(network, made.genesisHash, 'invitation')
    await (await herBrowser.keys.makeKeys()).store()
    const published = { recipient: server.published!.recipient!, verifyKey: server.published!.verifyKey }
    const subject = { member: third, role: 'coordinator' as const, organisation: town, ...published }
    expect(await codesOf(keys.admit(subject))).toEqual(['membership.approver-missing'])
    const text = await keys.propose({ type: 'add', subject }, second.id)
    expect(await second.keys.readProposal(` ${text}\n`)).toMatchObject({ entry: { type: 'add', subject: { member: third } }, words: keyWords(published) })
    expect(await second.keys.readProposal('nonsense')).toBeNull()
    await second.keys.refreshLog()
    expect((await second.keys.approve(text)).holders.map(({ id }) => id)).toContain(third)
    expect(server.grants.filter(({ holder }) => holder === third)).toHaveLength(1)
  })

  test('a line that somebody else wrote meanwhile is taken in, and one’s own written after it', async () => {
    const setUp = await founded()
    const { server, keys, member, network, made } = setUp
    const elsewhere = browserOf(server, member, network)
    elsewhere.keys.pin(network, made.genesisHash, 'sheet')
    await elsewhere.keys.unlock({ way: 'passphrase', passphrase: made.passphrase })
    await elsewhere.keys.rotate()
    const held = server.lines.pop()!
    const heldGrants = server.grants.splice(-2)
    // The front has seen one line; the second comes between its looking and its writing.
    server.interferes = () => {
      server.lines.push(held)
      server.grants.push(...heldGrants)
    }
    expect(await keys.rotate()).toMatchObject({ head: { seq: 3 }, epoch: { epoch: 3 } })
  })
})

describe('a server that lies', () => {
  test('another log, a shorter one, a line that was never signed: nothing is opened, sealed or signed', async () => {
    const setUp = await founded()
    const { server, keys, network, member, made } = setUp
    await store(server, 'ONE', keys, network, member, 'Text.')
    await keys.rotate()
    const genuine = [...server.lines]

    server.lines = genuine.slice(0, 1)
    expect(await codesOf(keys.openReason('ONE', town))).toEqual(['membership.shortened'])
    expect(keys.view).toMatchObject({ log: null, findings: [{ code: 'membership.shortened' }] })
    // Found out also by a browser that was closed meanwhile: it kept the head.
    expect(await codesOf(keys.rotate())).toEqual(['membership.shortened'])

    server.lines = (await founded()).server.lines
    const unlocked = keys.view.state
    expect(unlocked).toBe('unlocked')
    expect((await codesOf(keys.rotate())).slice(0, 1)).toEqual(['membership.other-genesis'])

    server.lines = [...genuine, genuine[1]!.replace('"seq":2', '"seq":3')]
    expect(await codesOf(keys.rotate())).not.toEqual([])
    server.lines = genuine
    expect(await keys.rotate()).toMatchObject({ head: { seq: 3 } })
    expect(entryHash(server.lines[0]!)).toBe(made.genesisHash)
  })

  test('what one tab of a browser has seen, another does not go behind', async () => {
    const { server, keys, network, member, made, pins } = await founded()
    const other = makeKeysFront({ port: portInside(), pins, ask: server.askAs(member), now: () => now })
    other.setOwner({ network, member })
    await other.unlock({ way: 'passphrase', passphrase: made.passphrase })
    await other.rotate()
    const whole = server.lines
    // The first tab knows one line, and is told that there are no more.
    server.lines = whole.slice(0, 1)
    expect(await codesOf(keys.rotate())).toEqual(['membership.shortened'])
    expect(pins.read(network)).toMatchObject({ head: { seq: 2 } })
    server.lines = whole
    expect(await keys.rotate()).toMatchObject({ head: { seq: 3 } })
  })

  test('altered answers, a swapped text and a foreign epoch are told with the text, or keep it shut', async () => {
    const { server, keys, network, member } = await founded()
    await store(server, 'ONE', keys, network, member, 'Text.')
    await store(server, 'TWO', keys, network, member, 'Annan text.')
    const [one, two] = [server.texts.get('ONE')!, server.texts.get('TWO')!]
    server.texts.set('ONE', { ...one, context: { ...one.context, codedHash: sha256Hex(new Uint8Array(1)) } })
    expect(await keys.openReason('ONE', town)).toMatchObject({ findings: ['seal.answers-altered'] })
    server.texts.set('ONE', { ...two, context: one.context })
    expect(await keys.openReason('ONE', town)).toMatchObject({ findings: ['seal.other-incident'] })
    server.texts.set('ONE', { ...one, key: two.key })
    expect(await codesOf(keys.openReason('ONE', town))).toEqual(['seal.body-of-other-key'])
    server.texts.set('ONE', { ...one, key: null })
    expect(await codesOf(keys.openReason('ONE', town))).toEqual(['keys.erased'])
  })

  test('a device without invitation or sheet says that it took the log as it came, until its words were compared', async () => {
    const { server, network, member, made } = await founded()
    const elsewhere = browserOf(server, member, network)
    await elsewhere.keys.unlock({ way: 'passphrase', passphrase: made.passphrase })
    expect(elsewhere.keys.view.pinnedFrom).toBe('first-use')
    elsewhere.keys.confirmLog()
    expect(elsewhere.keys.view.pinnedFrom).toBe('words')
    expect(elsewhere.pins.read(network)).toMatchObject({ genesis: made.genesisHash, from: 'words', head: { seq: 1 } })
    expect(() => elsewhere.keys.pin(network, 'f'.repeat(64), 'invitation')).toThrow(ProblemError)
  })

  test('a server that names another network at the same address shows no log of its own to a device that knows one', async () => {
    const { pins, network } = await founded()
    const forged = await founded()
    const keys = makeKeysFront({ port: portInside(), pins, ask: forged.server.askAs(forged.member), now: () => now })
    keys.setOwner({ network: forged.network, member: forged.member })
    expect(await keys.refreshLog()).toMatchObject({ log: null, findings: [{ code: 'membership.other-genesis' }] })
    expect([keys.view.log, [...pins.all.keys()]]).toEqual([null, [network]])
    // Who is invited to another, or founds one, knows its log from elsewhere than the server.
    keys.pin(forged.network, forged.made.genesisHash, 'invitation')
    expect((await keys.refreshLog()).log).toMatchObject({ genesis: forged.made.genesisHash })
    // What was only taken as it came keeps no other out.
    const unsure = browserOf(forged.server, forged.member, forged.network)
    unsure.pins.write(network, { genesis: 'a'.repeat(64), from: 'first-use', head: null })
    expect((await unsure.keys.refreshLog()).log).not.toBeNull()
  })

  test('a new invitation cannot replace the log that this device has pinned', async () => {
    const { keys, network, made } = await founded()
    expect(() => keys.pin(network, 'f'.repeat(64), 'invitation')).toThrow(ProblemError)
    expect(() => keys.pin(network, made.genesisHash, 'invitation')).not.toThrow()
  })

  test('keys other than her own under her name are an alarm; none yet is a wait', async () => {
    const setUp = await founded()
    const { server, network, keys, made } = setUp
    const id = randomUUID()
    const hers = browserOf(server, id, network)
    hers.keys.pin(network, made.genesisHash, 'invitation')
    const own = await hers.keys.makeKeys()
    await own.store()
    hers.keys.lock()
    await hers.keys.unlock({ way: 'passphrase', passphrase: own.passphrase })
    expect(hers.keys.view.own).toEqual(['membership.own-keys-missing'])
    const swapped = browserOf(server, randomUUID(), network)
    const other = await swapped.keys.makeKeys()
    await keys.admit({ member: id, role: 'core-member', organisation: town, ...other.publicKeys })
    hers.keys.lock()
    await hers.keys.unlock({ way: 'passphrase', passphrase: own.passphrase })
    expect(hers.keys.view.own).toEqual(['membership.own-keys-other'])
    expect(hers.keys.view.refusedGrants).toMatchObject([{ epoch: 1, codes: ['seal.grant-not-for-this-key'] }])
  })
})
