// Sealing by the platform's own cryptography: the same files as by the age library, opened by it, or none.
import { makeEpoch, openText, rewrapKey, sealText } from '@lykta/seal'
import { findPlatformKeys } from '@lykta/seal/platform'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { sealToRecipient } from '../src/age-file.ts'
import { context } from './context.ts'

const epoch = await makeEpoch()
const keys = (await findPlatformKeys())!
const open = async (file: Uint8Array, identity: string): Promise<string> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return await decrypter.decrypt(file, 'text')
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('the Node that the project runs on has what it takes', () => {
  expect(keys).toBeDefined()
})

test('what it seals, the age library opens; any text comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000, size: 'max' }), async (text) => {
      const sealed = await sealText({ text, context, recipient: epoch.recipient, keys })
      const opened = await openText({ ...sealed, identity: epoch.identity, expected: context })
      expect([opened.text, opened.findings]).toEqual([text.toWellFormed().normalize('NFC'), []])
    }),
    { seed: 20261127, numRuns: 25 },
  )
})

test('the files are as long and begin as those of the age library, and are rewrapped like them', async () => {
  const [ours, ages] = await Promise.all([sealText({ text: 'Många korta besök.', context, recipient: epoch.recipient, keys }), sealText({ text: 'Många korta besök.', context, recipient: epoch.recipient })])
  const header = (file: Uint8Array): readonly string[] => new TextDecoder('latin1').decode(file).split('\n').slice(0, 4).map((line, index) => (index === 1 ? line.split(' ').slice(0, 2).join(' ') : `${line.length}`))
  expect([ours.body.length, ours.key.length, header(ours.body), header(ours.key)]).toEqual([ages.body.length, ages.key.length, header(ages.body), header(ages.key)])
  expect(header(ours.key)[1]).toBe('-> mlkem768x25519')
  const next = await makeEpoch()
  const key = await rewrapKey({ key: ours.key, identity: epoch.identity, newRecipient: next.recipient })
  expect((await openText({ body: ours.body, key, identity: next.identity, expected: context })).text).toBe('Många korta besök.')
})

test('an identity that it makes is one of age’s, and its recipient the one that age finds for it', async () => {
  const { identity, recipient } = await keys.makeIdentity()
  const named = await identityToRecipient(identity)
  for (const to of [recipient, named, await keys.recipientOf(named)]) expect(await open(await sealToRecipient('hej', to), identity)).toBe('hej')
})

test('two identities and two files of one text are never the same', async () => {
  const [first, second] = [await keys.makeIdentity(), await keys.makeIdentity()]
  expect(first.identity).not.toBe(second.identity)
  const files = await Promise.all([1, 2].map(async () => Buffer.from(await sealToRecipient('hej', first.recipient)).toString('hex')))
  expect(files[0]).not.toBe(files[1])
  await expect(open(Buffer.from(files[0]!, 'hex'), second.identity)).rejects.toThrow()
})

test.each(['age1pq1', 'age1yubikey1q2w3e', 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'])('a recipient that is not hybrid is refused: %s', async (recipient) => {
  await expect(keys.recipientOf(recipient)).rejects.toThrow()
})

test('is not used where ML-KEM is missing, or done in another way', async () => {
  const missing = vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('Unrecognized algorithm name', 'NotSupportedError'))
  expect(await findPlatformKeys()).toBeUndefined()
  missing.mockRestore()
  const subtle = crypto.subtle as unknown as { encapsulateBits: (...given: readonly unknown[]) => Promise<{ readonly sharedKey: ArrayBuffer; readonly ciphertext: ArrayBuffer }> }
  const right = subtle.encapsulateBits.bind(subtle)
  vi.spyOn(subtle, 'encapsulateBits').mockImplementation(async (...given) => ({ ...(await right(...given)), sharedKey: new ArrayBuffer(32) }))
  const { recipient } = await keys.makeIdentity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  expect(await encrypter.encrypt('a file is made')).toBeInstanceOf(Uint8Array)
  expect(await findPlatformKeys()).toBeUndefined()
})
