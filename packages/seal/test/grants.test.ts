// Grants and rotation: whoever is listed as a reader gets the epoch's identity, and whoever was removed gets nothing more.
import {
  combineSheets, currentRecipient, headOf, makeGrant, makeGrants, openGrant, openText, recoverySigner, recoverySignerOf, rewrapKey, sealText,
  splitRecovery, makeRotation, verifyLog, type StoredGrant,
} from '@lykta/seal'
import { Decrypter } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { context, problemCodes } from './context.ts'
import { add, anna, bo, cilla, david, extended, firstEpoch, idOf, network, now, person, reception, recovery, remove, standardLog } from './network.ts'

const log = await standardLog()
const granting = { membership: log.membership, epoch: 1, identity: firstEpoch.identity, signer: anna.signer, createdAt: now }
const grants = await makeGrants(granting)
const grantOf = (holder: string, list: readonly StoredGrant[] = grants) => list.find((grant) => grant.holder === holder)!
const row = { ...context, author: cilla.id, network }

describe('grants', () => {
  test('go to everyone who may read, and to the recovery', () => {
    expect(grants.map(({ holder }) => holder)).toEqual([anna.id, bo.id, cilla.id, recoverySigner])
  })

  test('give each holder the identity, and nobody else', async () => {
    for (const who of [anna, bo, cilla]) expect(await openGrant(grantOf(who.id), who.keys.identity, log.membership)).toBe(firstEpoch.identity)
    expect(await openGrant(grantOf(recoverySigner), recovery.identity, log.membership)).toBe(firstEpoch.identity)
    expect(await problemCodes(() => openGrant(grantOf(anna.id), bo.keys.identity, log.membership))).toEqual(['seal.grant-not-for-this-key'])
  })

  test('stand byte for byte as documented', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(cilla.keys.identity)
    const text = await decrypter.decrypt(grantOf(cilla.id).file, 'text')
    const { seq, hash } = headOf(log.membership)
    expect(text).toBe(
      `{"grant":{"createdAt":"${now}","epoch":1,"grantor":"${anna.id}","holder":"${cilla.id}","identity":"${firstEpoch.identity}",` +
        `"log":{"hash":"${hash}","seq":${seq}},"network":"${network}","v":1},"signature":"${JSON.parse(text).signature}"}`,
    )
  })

  test('are not made for devices, writers or strangers', async () => {
    for (const who of [reception, david, await person(idOf(8))]) await expect(makeGrant(who.id, granting)).rejects.toThrow('may not read')
  })

  test('are not made with another identity than the epoch\'s, or for an epoch that the log does not know', async () => {
    await expect(makeGrant(bo.id, { ...granting, identity: bo.keys.identity })).rejects.toThrow('not that epoch')
    await expect(makeGrant(bo.id, { ...granting, epoch: 2 })).rejects.toThrow('not that epoch')
  })

  test('texts are sealed to the recipient that the log lists', () => {
    expect(currentRecipient(log.membership)).toEqual({ epoch: 1, recipient: firstEpoch.recipient })
  })
})

describe('a member is removed', async () => {
  const before = await sealText({ text: 'Före.', context: row, signer: cilla.signer, recipient: firstEpoch.recipient })
  const removed = await extended(log, remove(cilla), anna.signer)
  const rotation = await makeRotation(removed.membership, anna.signer, now)
  const after = await sealText({ text: 'Efter.', context: { ...row, author: bo.id, epoch: 2 }, signer: bo.signer, recipient: rotation.epoch.recipient })

  test('the rotation\'s entry verifies, and grants go to those who remain', async () => {
    expect(verifyLog([...removed.lines, rotation.line], { network, genesis: log.genesis }).membership).toEqual(rotation.membership)
    expect(rotation.grants.map(({ holder }) => holder)).toEqual([anna.id, bo.id, recoverySigner])
    expect(await openGrant(grantOf(bo.id, rotation.grants), bo.keys.identity, rotation.membership)).toBe(rotation.epoch.identity)
  })

  test('with all her keys and the whole database she opens nothing written since', async () => {
    const hers = [cilla.keys.identity, firstEpoch.identity]
    for (const identity of hers) {
      expect(await problemCodes(() => openText({ ...after, identity, expected: row }))).toEqual(['seal.key-of-other-epoch'])
      for (const grant of rotation.grants) {
        expect(await problemCodes(() => openGrant(grant, identity, rotation.membership))).toEqual(['seal.grant-not-for-this-key'])
      }
    }
  })

  test('nor, once the small key files are rewrapped, what was written before', async () => {
    const key = await rewrapKey({ key: before.key, identity: firstEpoch.identity, newRecipient: rotation.epoch.recipient })
    expect(await problemCodes(() => openText({ ...before, key, identity: firstEpoch.identity, expected: row }))).toEqual(['seal.key-of-other-epoch'])
    const authors = { membership: rotation.membership, position: 5 }
    const opened = await openText({ ...before, key, identity: rotation.epoch.identity, expected: row, authors })
    expect(opened).toMatchObject({ text: 'Före.', signed: true, findings: [] })
  })

  test('what she signs afterwards does not pass, wherever it is said to belong', async () => {
    const seal = (epoch: number) => sealText({ text: 'Påhittat.', context: { ...row, epoch }, signer: cilla.signer, recipient: rotation.epoch.recipient })
    const open = async (epoch: number, position: number) => {
      const expected = { ...row, epoch }
      const { signed, findings } = await openText({ ...(await seal(epoch)), identity: rotation.epoch.identity, expected, authors: { membership: rotation.membership, position } })
      return [signed, ...findings]
    }
    expect(await open(2, 7)).toEqual([false, 'seal.author-removed'])
    expect(await open(1, 6)).toEqual([false, 'seal.author-removed'])
    expect(await open(2, 5)).toEqual([true, 'seal.position-of-other-epoch'])
    expect(await open(2, 2)).toEqual([false, 'seal.author-not-yet', 'seal.position-of-other-epoch'])
    expect(await open(2, 8)).toEqual([false, 'seal.author-removed', 'seal.position-of-other-epoch'])
    // The limit: dated back to when she was a member, only the audit chain tells.
    expect(await open(1, 5)).toEqual([true])
  })
})

describe('everybody has lost everything but two sheets', () => {
  test('the sheets open the texts, make a new coordinator, and she grants on', async () => {
    const sheets = await splitRecovery(recovery)
    const back = await combineSheets(sheets.slice(0, 2), recovery.subject.recipient)
    const identity = await openGrant(grantOf(recoverySigner), back.identity, log.membership)
    const eva = await person(idOf(6))
    const recovered = await extended(log, add(eva, 'coordinator'), recoverySignerOf(back))
    const hers = await makeGrant(eva.id, { ...granting, membership: recovered.membership, identity, signer: eva.signer })
    expect(await openGrant(hers, eva.keys.identity, recovered.membership)).toBe(firstEpoch.identity)
    // Then the lost ones go: one by one, with the sheets where she alone would not be enough.
    const without = await extended(await extended(recovered, remove(anna), recoverySignerOf(back)), remove(bo), recoverySignerOf(back))
    const rotation = await makeRotation(without.membership, eva.signer, now)
    expect(rotation.grants.map(({ holder }) => holder)).toEqual([cilla.id, eva.id, recoverySigner])
  })
})
