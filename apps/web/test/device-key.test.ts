// A device's key: the browser's own or one that it holds wrapped, its signature is the one that every client checks.
import { isEnrolmentProof, makeEpoch, makeSigningKey, openText, sealText, signerOf } from '@lykta/seal'
import { foundLog, makeRecovery, proposeEntry, publicKeysOf, makeMemberKeys, verifyLog, entryHash, enrolmentProof } from '@lykta/seal'
import { describe, expect, test } from 'vitest'
import { makeDeviceKey, makeWrappedKey, signerOfDevice } from '../src/report/device-key.ts'

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
const [network, anna, organisation, device] = [0, 1, 2, 3].map(() => crypto.randomUUID())
const createdAt = '2026-02-03T04:05:06.007Z'

describe.each([['the browser’s own', makeDeviceKey, 'native'], ['wrapped', makeWrappedKey, 'wrapped']] as const)('%s', (_name, make, kind) => {
  test('signs a text that opens without a finding', async () => {
    const { verifyKey, key } = await make()
    expect(key.kind).toBe(kind)
    const keys = await makeMemberKeys(network!, anna!, random)
    const [publicKeys, epoch, recovery] = [await publicKeysOf(keys), await makeEpoch(), await makeRecovery()]
    const founder = { member: anna!, role: 'coordinator' as const, organisation: organisation!, ...publicKeys }
    const signer = signerOf(anna!, keys.signingKey)
    const first = await foundLog(network!, { founder, epoch: { epoch: 1, recipient: epoch.recipient }, recovery: recovery.subject }, signer, createdAt)
    const { membership: founded } = verifyLog([first], { network: network!, genesis: entryHash(first) })
    const line = await proposeEntry(founded!, { change: { type: 'device', subject: { device: device!, organisation: organisation!, verifyKey } }, signer, createdAt })
    const { membership } = verifyLog([first, line], { network: network!, genesis: entryHash(first) })
    const context = {
      network: network!, incident: crypto.randomUUID(), revision: 1, previous: null, epoch: 1, author: device!, formVersion: 'lykta-1', codedHash: 'ab'.repeat(32), createdAt,
    }
    const sealed = await sealText({ text: 'Två personer.', context, recipient: epoch.recipient, signer: signerOfDevice(device!, verifyKey, key) })
    const opened = await openText({ ...sealed, identity: epoch.identity, expected: context, authors: { membership: membership!, position: 2, organisation: organisation! } })
    expect(opened).toMatchObject({ text: 'Två personer.', signed: true, findings: [] })
  })

  test('can be kept, and not read', async () => {
    const { key } = await make()
    const secret = key.kind === 'native' ? key.key : key.wrapping
    expect(secret.extractable).toBe(false)
    await expect(crypto.subtle.exportKey(key.kind === 'native' ? 'pkcs8' : 'raw', secret)).rejects.toThrow()
    expect(() => structuredClone(key)).not.toThrow()
  })
})

test('the proof is of this key and no other', async () => {
  const secret = random(32)
  const [{ verifyKey }, other] = [await makeDeviceKey(), await makeDeviceKey()]
  const subject = { device: device!, organisation: organisation!, verifyKey }
  const proof = enrolmentProof(secret, subject)
  expect(isEnrolmentProof(secret, subject, proof)).toBe(true)
  expect(isEnrolmentProof(secret, { ...subject, verifyKey: other.verifyKey }, proof)).toBe(false)
  expect(makeSigningKey(random)).not.toBe(verifyKey)
})
