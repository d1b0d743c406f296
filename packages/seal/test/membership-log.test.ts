// The membership log: what it adds up to, who may write what into it, and which lines it is never made of.
import { approveEntry, checkOwnKeys, entryHash, epochAt, extendMembership, findEntry, findHolder, headOf, isRotationDue, proposeEntry, readersOf, verifyLog, type Entry, type LogCode, type Proposal, type Signer } from '@lykta/seal'
import { describe, expect, test } from 'vitest'
import { renderEntry } from '../src/membership/entry.ts'
import { signValue } from '../src/signing.ts'
import { problemCodes } from './context.ts'
import {
  add, anna, bo, cilla, david, device, epochOf, extended, found, hotel, idOf, network, now, person, reception, recoverer, recovery, remove, rotate,
  standardLog, type Founded,
} from './network.ts'

const founded = await found(anna)
const log = await standardLog()
const [first, second] = [await epochOf(1), await epochOf(2)]
const eva = await person(idOf(6))

/** The rule that refuses the entry; nothing when it is taken. */
async function refusal(before: Founded, change: Proposal['change'], signer: Signer, approver?: Signer): Promise<readonly string[]> {
  return problemCodes(async () => {
    await extended(before, change, signer, approver)
  })
}

describe('a verified log', () => {
  test('says who holds which keys, in which role', () => {
    expect(log.membership.holders.map(({ id, role, organisation, from, until }) => [id, role, organisation === hotel, from, until])).toEqual([
      [anna.id, 'coordinator', false, 1, null],
      [bo.id, 'coordinator', false, 2, null],
      [cilla.id, 'core-member', false, 3, null],
      [david.id, 'reporter', true, 4, null],
      [reception.id, 'device', true, 5, null],
    ])
    expect(readersOf(log.membership).map(({ id }) => id)).toEqual([anna.id, bo.id, cilla.id])
    expect(headOf(log.membership)).toEqual({ seq: 5, hash: entryHash(log.lines[4]!) })
    expect(findHolder(log.membership, cilla.id)).toMatchObject({ recipient: cilla.recipient, verifyKey: cilla.verifyKey })
  })

  test('says it for every earlier entry too', async () => {
    const later = await extended(await extended(log, remove(cilla), anna.signer), rotate(second), anna.signer)
    expect([2, 3, 5, 6, 7].map((position) => findHolder(later.membership, cilla.id, position) !== undefined)).toEqual([false, true, true, false, false])
    expect([1, 6, 7].map((position) => epochAt(later.membership, position)?.epoch)).toEqual([1, 1, 2])
  })

  test('is the same whether verified whole or line by line', () => {
    let membership: ReturnType<typeof extendMembership> | undefined
    for (const line of log.lines) membership = extendMembership(typeof membership === 'string' ? undefined : membership, line, network)
    expect(membership).toEqual(log.membership)
  })

  test('stands byte for byte as documented', () => {
    const { entry, signature } = JSON.parse(log.lines[4]!)
    const subject = `{"device":"${reception.id}","organisation":"${hotel}","verifyKey":"${reception.verifyKey}"}`
    expect(log.lines[4]).toBe(
      `{"approval":null,"entry":{"approver":null,"createdAt":"${now}","network":"${network}","previous":"${entryHash(log.lines[3]!)}",` +
        `"seq":5,"signer":"${anna.id}","subject":${subject},"type":"device","v":1},"signature":"${signature}"}`,
    )
    expect(entry.subject).toEqual(JSON.parse(subject))
  })

  test('a head that was seen before may be the head now, or lie behind it', () => {
    const pinned = { network, genesis: log.genesis }
    for (const seq of [1, 3, 5]) {
      expect(verifyLog(log.lines, { ...pinned, seen: { seq, hash: log.membership.hashes[seq - 1]! } }).findings).toEqual([])
    }
  })
})

describe('who may write what', () => {
  const rows: readonly (readonly [string, Founded, Proposal['change'], Signer, Signer | undefined, readonly LogCode[]])[] = [
    ['one coordinator adds a core member', log, add(eva, 'core-member'), bo.signer, undefined, []],
    ['a core member adds nobody', log, add(eva, 'reporter'), cilla.signer, undefined, ['membership.signer-without-right']],
    ['a reporter adds nobody', log, add(eva, 'reporter'), david.signer, undefined, ['membership.signer-without-right']],
    ['a device adds nobody', log, add(eva, 'reporter'), reception.signer, undefined, ['membership.signer-without-right']],
    ['a stranger adds nobody', log, add(eva, 'reporter'), eva.signer, undefined, ['membership.signer-unknown']],
    ['the only coordinator makes a second', founded, add(bo, 'coordinator'), anna.signer, undefined, []],
    ['one of two makes no third alone', log, add(eva, 'coordinator'), anna.signer, undefined, ['membership.approver-missing']],
    ['two make a third', log, add(eva, 'coordinator'), anna.signer, bo.signer, []],
    ['nobody approves for herself', log, add(eva, 'coordinator'), anna.signer, anna.signer, ['membership.approver-without-right']],
    ['a core member approves nothing', log, add(eva, 'coordinator'), anna.signer, cilla.signer, ['membership.approver-without-right']],
    ['the new one does not approve herself', log, add(cilla, 'coordinator'), anna.signer, cilla.signer, ['membership.approver-without-right']],
    ['one coordinator does not drive out the other', log, remove(bo), anna.signer, undefined, ['membership.approver-missing']],
    ['nor with the one driven out as witness', log, remove(bo), anna.signer, bo.signer, ['membership.approver-without-right']],
    ['nor takes her role', log, add(bo, 'reporter'), anna.signer, undefined, ['membership.approver-missing']],
    ['a coordinator leaves by herself', log, remove(bo), bo.signer, undefined, []],
    ['the last one stays', founded, remove(anna), anna.signer, undefined, ['membership.last-coordinator']],
    ['and keeps her role', founded, add(anna, 'core-member'), anna.signer, undefined, ['membership.last-coordinator']],
    ['two sheets do not remove the last one either', founded, remove(anna), recoverer, undefined, ['membership.last-coordinator']],
    ['two sheets make a coordinator', log, add(eva, 'coordinator'), recoverer, undefined, []],
    ['and remove one of two', log, remove(bo), recoverer, undefined, []],
    ['a coordinator removes a core member', log, remove(cilla), anna.signer, undefined, []],
    ['a core member leaves by herself', log, remove(cilla), cilla.signer, undefined, []],
    ['and removes nobody else', log, remove(david), cilla.signer, undefined, ['membership.signer-without-right']],
    ['a device removes not even itself', log, remove(reception), reception.signer, undefined, ['membership.signer-without-right']],
    ['a coordinator removes a device', log, remove(reception), anna.signer, undefined, []],
    ['who is not there is not removed', log, remove(eva), anna.signer, undefined, ['membership.subject-unknown']],
    ['a device is enrolled once', log, device(reception), anna.signer, undefined, ['membership.subject-exists']],
    ['a device becomes no member', log, add({ ...eva, id: reception.id }, 'reporter'), anna.signer, undefined, ['membership.subject-exists']],
    ['nobody gets another one\'s signing key', log, add({ ...eva, verifyKey: cilla.verifyKey }, 'reporter'), anna.signer, undefined, ['membership.key-reused']],
    ['nor another one\'s recipient', log, add({ ...eva, recipient: cilla.recipient }, 'reporter'), anna.signer, undefined, ['membership.key-reused']],
    ['nor the epoch\'s', log, add({ ...eva, recipient: first.recipient }, 'core-member'), anna.signer, undefined, ['membership.key-reused']],
    ['nor the recovery\'s', log, add({ ...eva, verifyKey: recovery.subject.verifyKey }, 'reporter'), anna.signer, undefined, ['membership.key-reused']],
    ['a role changes and the keys stay', log, add(cilla, 'reporter'), anna.signer, undefined, []],
    ['epochs go on by one', log, rotate({ ...second, epoch: 3 }), anna.signer, undefined, ['membership.epoch-out-of-order']],
    ['and never take up an old key', log, rotate({ ...first, epoch: 2 }), anna.signer, undefined, ['membership.key-reused']],
    ['one coordinator rotates', log, rotate(second), bo.signer, undefined, []],
    ['a core member does not', log, rotate(second), cilla.signer, undefined, ['membership.signer-without-right']],
    ['one of two does not replace the recovery', log, { type: 'recovery', subject: { recipient: eva.recipient, verifyKey: eva.verifyKey } }, anna.signer, undefined, ['membership.approver-missing']],
  ]
  test.each(rows)('%s', async (_name, before, change, signer, approver, expected) => {
    expect(await refusal(before, change, signer, approver)).toEqual(expected)
  })

  test('new keys end the old ones, and given-up keys never come back', async () => {
    const renewed = await person(cilla.id, 'cilla after her telephone was lost')
    const after = await extended(log, add(renewed, 'core-member'), anna.signer)
    expect(findHolder(after.membership, cilla.id, 5)?.verifyKey).toBe(cilla.verifyKey)
    expect(findHolder(after.membership, cilla.id)?.verifyKey).toBe(renewed.verifyKey)
    expect(await refusal(after, add(cilla, 'core-member'), anna.signer)).toEqual(['membership.key-reused'])
    expect(checkOwnKeys(after.membership, cilla.id, renewed)).toEqual([])
    expect(checkOwnKeys(after.membership, cilla.id, cilla)).toEqual(['membership.own-keys-other'])
    expect(checkOwnKeys(after.membership, cilla.id, { ...renewed, recipient: eva.recipient })).toEqual(['membership.own-keys-other'])
    expect(checkOwnKeys(after.membership, david.id, david)).toEqual([])
    expect(checkOwnKeys(after.membership, eva.id, eva)).toEqual(['membership.own-keys-missing'])
  })

  test('a rotation is due when someone lost the right to read, and only then', async () => {
    expect(isRotationDue(log.membership)).toBe(false)
    expect(isRotationDue((await extended(log, remove(reception), anna.signer)).membership)).toBe(false)
    expect(isRotationDue((await extended(log, remove(david), anna.signer)).membership)).toBe(false)
    expect(isRotationDue((await extended(log, add(cilla, 'reporter'), anna.signer)).membership)).toBe(true)
    const removed = await extended(log, remove(cilla), anna.signer)
    expect(isRotationDue(removed.membership)).toBe(true)
    expect(isRotationDue((await extended(removed, rotate(second), anna.signer)).membership)).toBe(false)
  })
})

describe('the second signature', () => {
  test('only who is named approves, and only what is a proposal', async () => {
    const line = await proposeEntry(log.membership, { change: add(eva, 'coordinator'), signer: anna.signer, createdAt: now, approver: bo.id })
    expect(extendMembership(log.membership, line, network)).toBe('membership.approval-wrong')
    expect(await problemCodes(() => approveEntry(line, cilla.signer))).toEqual(['membership.not-to-approve'])
    expect(await problemCodes(() => approveEntry('{}', bo.signer))).toEqual(['membership.not-to-approve'])
    expect(extendMembership(log.membership, await approveEntry(line, bo.signer), network)).toMatchObject({ hashes: { length: 6 } })
  })

  test('has no place where no approver is named', async () => {
    const line = await proposeEntry(log.membership, { change: remove(cilla), signer: anna.signer, createdAt: now })
    const { entry, signature } = findEntry(line)!
    const approved = renderEntry({ entry, signature, approval: await signValue(bo.signer, 'membership', entry) })
    expect(extendMembership(log.membership, approved, network)).toBe('membership.approval-wrong')
  })

  test('does not count from another hand', async () => {
    const line = await proposeEntry(log.membership, { change: add(eva, 'coordinator'), signer: anna.signer, createdAt: now, approver: bo.id })
    const forged = await approveEntry(line, { ...anna.signer, id: bo.id })
    expect(extendMembership(log.membership, forged, network)).toBe('membership.approval-wrong')
  })
})

describe('the first line', () => {
  const genesis = findEntry(log.lines[0]!)!.entry as Extract<Entry, { type: 'genesis' }>
  const { founder, epoch } = genesis.subject
  const begun = async (change: object, signer: Signer = anna.signer) => {
    const entry = { ...genesis, ...change } as Entry
    return extendMembership(undefined, renderEntry({ entry, signature: await signValue(signer, 'membership', entry), approval: null }), network)
  }

  test('is the founder\'s own, who is a coordinator', async () => {
    expect(await begun({})).toMatchObject({ hashes: { length: 1 } })
    expect(await begun({ subject: { ...genesis.subject, founder: { ...founder, role: 'core-member' } } })).toBe('membership.signer-without-right')
    expect(await begun({ signer: bo.id }, bo.signer)).toBe('membership.signer-without-right')
    expect(await begun({ approver: bo.id })).toBe('membership.approver-without-right')
    expect(await begun({}, bo.signer)).toBe('membership.signature-wrong')
  })

  test('has a key for each purpose, and may go on from epochs that the server made', async () => {
    expect(await begun({ subject: { ...genesis.subject, epoch: { epoch: 1, recipient: founder.recipient } } })).toBe('membership.key-reused')
    expect(await begun({ subject: { ...genesis.subject, recovery: { ...recovery.subject, recipient: epoch.recipient } } })).toBe('membership.key-reused')
    expect(await begun({ subject: { ...genesis.subject, recovery: { ...recovery.subject, verifyKey: founder.verifyKey } } })).toBe('membership.key-reused')
    expect(await begun({ subject: { ...genesis.subject, epoch: { ...epoch, epoch: 2 } } })).toMatchObject({ epochs: [{ epoch: 2, from: 1 }] })
  })

  test('stands nowhere else, and nothing else stands there', async () => {
    const { seq, hash } = headOf(founded.membership)
    const again = { ...genesis, seq: seq + 1, previous: hash }
    const line = renderEntry({ entry: again, signature: await signValue(anna.signer, 'membership', again), approval: null })
    expect(extendMembership(founded.membership, line, network)).toBe('membership.genesis-misplaced')
    expect(await begun({ type: 'rotate', subject: { epoch: second.epoch, recipient: second.recipient } })).toBe('membership.genesis-misplaced')
  })
})

describe('findEntry', () => {
  const line = log.lines[2]!
  test('takes exactly one spelling', () => {
    expect(findEntry(line)).toBeDefined()
    const others = [
      '', 'null', '[]', `${line} `, line.replace(',', ', '), line.replace('"v":1', '"v":1.0'), line.replace('"seq":3', '"seq":"3"'),
      line.replace('{"approval":null,', '{'), line.replace('"v":1}', '"v":1,"x":1}'), line.replace('"type":"add"', '"type":"toString"'),
      line.replace('core-member', 'operator'), line.replace(/"recipient":"[^"]+"/, '"recipient":null'), line.replace(now, '2026-02-03'),
      line.replace('"approval":null', '"approval":""'), `\ufeff${line}`, line.replace(/}$/, ',"x":1}'), line.replace('"v":1}', '"v":1,"__proto__":{}}'),
    ]
    expect(others.map((other) => findEntry(other))).toEqual(others.map(() => undefined))
  })
})
