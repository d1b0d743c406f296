// Sealing by the platform's own cryptography: the same files as by the age library, opened by it, or none.
import { makeEpoch, openText, rewrapKey, sealText } from '@lykta/seal'
import { findPlatformKeys } from '@lykta/seal/platform'
import { bech32 } from '@scure/base'
import { Decrypter, identityToRecipient, Stanza } from 'age-encryption'
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

test('each file has a key exchange of its own, in both its halves', async () => {
  const [first, second] = [await keys.makeIdentity(), await keys.makeIdentity()]
  expect(first.identity).not.toBe(second.identity)
  const share = (file: Uint8Array): string => Buffer.from(new TextDecoder('latin1').decode(file).split('\n')[1]!.split(' ')[2]!, 'base64').toString('hex')
  const files = await Promise.all([1, 2].map(async () => await sealToRecipient('hej', first.recipient)))
  const [one, other] = files.map(share) as [string, string]
  const mlkem = 2 * 1088
  expect([one.length, other.length]).toEqual([2 * 1120, 2 * 1120])
  expect([one.slice(0, mlkem) === other.slice(0, mlkem), one.slice(mlkem) === other.slice(mlkem)]).toEqual([false, false])
  await expect(open(files[0]!, second.identity)).rejects.toThrow()
})

const longName = (prefix: string): string => bech32.encode(prefix, bech32.toWords(new Uint8Array(1216)), false)
test.each(['age1pq1', 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg', longName('age1tagpq'), longName('age1pq').toUpperCase()])('a recipient that is not hybrid, or not as age writes it, is refused: %.20s', async (recipient) => {
  await expect(keys.recipientOf(recipient)).rejects.toThrow()
})

test('an object that writes another stanza is no hybrid recipient', async () => {
  await expect(sealToRecipient('hej', { wrapFileKey: () => [new Stanza(['x25519', 'AAAA'], new Uint8Array(32))] })).rejects.toThrow('not a hybrid stanza')
})

type Subtle = {
  generateKey: (...given: readonly unknown[]) => Promise<{ readonly publicKey: unknown }>
  importKey: (...given: readonly unknown[]) => Promise<unknown>
  encapsulateBits: (...given: readonly unknown[]) => Promise<{ readonly sharedKey: ArrayBuffer; readonly ciphertext: ArrayBuffer }>
}
const subtle = crypto.subtle as unknown as Subtle
const [importKey, encapsulateBits] = [subtle.importKey.bind(subtle), subtle.encapsulateBits.bind(subtle)]
const isMlKem = (algorithm: unknown): boolean => (typeof algorithm === 'string' ? algorithm : (algorithm as { readonly name: string }).name) === 'ML-KEM-768'

test('is not used where ML-KEM is missing', async () => {
  let asked = 0
  vi.spyOn(subtle, 'importKey').mockImplementation(async (...given) => {
    if (!isMlKem(given[2])) return await importKey(...given)
    asked += 1
    throw new DOMException('Unrecognized algorithm name', 'NotSupportedError')
  })
  expect(await findPlatformKeys()).toBeUndefined()
  expect(asked).toBeGreaterThan(0)
})

test('is not used where the platform agrees on another secret than age', async () => {
  vi.spyOn(subtle, 'encapsulateBits').mockImplementation(async (...given) => ({ ...(await encapsulateBits(...given)), sharedKey: new ArrayBuffer(32) }))
  expect(await sealToRecipient('a file is made', (await keys.makeIdentity()).recipient)).toBeInstanceOf(Uint8Array)
  expect(await findPlatformKeys()).toBeUndefined()
})

test('is not used where a public key that is written out is read as another', async () => {
  const { publicKey: wrong } = await subtle.generateKey({ name: 'ML-KEM-768' }, true, ['encapsulateBits', 'decapsulateBits'])
  vi.spyOn(subtle, 'importKey').mockImplementation(async (...given) => (isMlKem(given[2]) && given[0] === 'raw-public' ? wrong : await importKey(...given)))
  const { identity, recipient } = await keys.makeIdentity()
  expect(await open(await sealToRecipient('to the key just made', recipient), identity)).toBe('to the key just made')
  expect(await findPlatformKeys()).toBeUndefined()
})
