// What has the form of sealed text is told from what has not, without any key.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  isBundleFile, isGrantFile, isKeyFile, isSealed, lockWithPasskey, lockWithPassphrase, lockWithSheet, makeEpoch, makeGrants, makePassphrase, maxSealedBytes,
  type SealedText, sealText,
} from '@lykta/seal'
import { context } from './context.ts'
import { anna, bytesFromSeed, firstEpoch, found, now } from './network.ts'

let recipient: string
let sealed: SealedText
beforeAll(async () => {
  recipient = (await makeEpoch()).recipient
  sealed = await sealText({ text: 'Ett skäl.', context, recipient })
})

test.each([0, 1, 500, 5_000, 20_000, 64 * 1024])('a text of %i characters', async (length) => {
  const { body, key } = await sealText({ text: '”'.repeat(length / 3), context, recipient })
  expect(isSealed({ body, key })).toBe(true)
  expect(body.length).toBeLessThanOrEqual(maxSealedBytes)
})

test('the two files are not exchanged, and neither is cut off or longer', () => {
  const { body, key } = sealed
  expect(isSealed({ body, key })).toBe(true)
  expect(isSealed({ body: key, key: body })).toBe(false)
  fc.assert(fc.property(fc.nat(body.length - 1), fc.nat(key.length - 1), (bodyLength, keyLength) => {
    expect(isSealed({ body: body.subarray(0, bodyLength), key })).toBe(false)
    expect(isSealed({ body, key: key.subarray(0, keyLength) })).toBe(false)
    expect(isSealed({ body: new Uint8Array([...body, ...key.subarray(0, 1 + (keyLength % 900))]), key })).toBe(false)
  }), { seed: 20191231, numRuns: 200 })
})

test('clear text is none, whatever its length', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.constantFrom('age-encryption.org/v1\n', 'age-encryption.org/v1\n-> X25519 abc\n---\n'))
  fc.assert(fc.property(texts, (text) => {
    const bytes = new TextEncoder().encode(text)
    expect(isSealed({ body: bytes, key: sealed.key })).toBe(false)
    expect(isSealed({ body: sealed.body, key: bytes })).toBe(false)
  }), { seed: 20191231, numRuns: 300 })
})

test('the files that a server keeps for members are told apart without any key', async () => {
  const random = bytesFromSeed('stored files')
  const prf = random(32)
  const file = {
    passphrase: await lockWithPassphrase(anna.keys, makePassphrase(random)), passkey: await lockWithPasskey(anna.keys, prf), sheet: (await lockWithSheet(anna.keys, random)).file,
  }
  const membership = (await found(anna)).membership
  const grants = await makeGrants({ membership, epoch: 1, identity: firstEpoch.identity, signer: anna.signer, createdAt: now })
  expect(Object.entries(file).map(([way, bytes]) => isBundleFile(bytes, way as keyof typeof file))).toEqual([true, true, true])
  expect(grants.map((grant) => isGrantFile(grant.file))).toEqual([true, true])
  expect(isKeyFile(sealed.key)).toBe(true)

  const weak = await lockWithPassphrase(anna.keys, makePassphrase(random), 4, { weakForTests: true })
  expect(isBundleFile(weak, 'passphrase')).toBe(false)
  expect(isBundleFile(file.passphrase, 'sheet')).toBe(false)
  expect(isBundleFile(file.sheet, 'passphrase')).toBe(false)
  const all = [sealed.body, sealed.key, file.passphrase, file.passkey, ...grants.map((grant) => grant.file)]
  expect(all.map((bytes) => [isKeyFile(bytes), isGrantFile(bytes), isBundleFile(bytes, 'passkey')])).toEqual([
    [false, false, false], [true, false, false], [false, false, false], [false, false, true], [false, true, false], [false, true, false],
  ])
})
