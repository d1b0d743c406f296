// Signatures: the published vectors, another implementation, and nothing that only looks like one.
import { canonicalText } from '@lykta/incident'
import { makeSigningKey, signerOf, verifyKeyOf } from '@lykta/seal'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSignatureBy, signValue } from '../src/signing.ts'
import { bytesFromSeed } from './network.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

/** RFC 8032 §7.1, TEST 1 to 3 and TEST SHA(abc): secret key, public key, message, signature. */
const vectors: readonly (readonly [string, string, string, string])[] = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
  [
    '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  ],
]

describe('Ed25519', () => {
  test.each(vectors)('RFC 8032: %s', async (secret, publicKey, message, signature) => {
    const signer = signerOf('x', secret)
    expect(signer.verifyKey).toBe(publicKey)
    expect(hex(await signer.sign(unhex(message)))).toBe(signature)
  })

  test('the runtime\'s own implementation verifies what is signed here, and the other way round', async () => {
    const value = { text: 'åäö', number: 7 }
    const secret = makeSigningKey(bytesFromSeed('signing'))
    const message = Uint8Array.from(Buffer.from(`lykta envelope v1\n${canonicalText(value)}`))
    const key = await crypto.subtle.importKey('raw', unhex(verifyKeyOf(secret)), 'Ed25519', false, ['verify'])
    expect(await crypto.subtle.verify('Ed25519', key, unhex(await signValue(signerOf('x', secret), 'envelope', value)), message)).toBe(true)

    // A device's key, which no script can read: the browser signs, and gives away the public half only.
    const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    const verifyKey = hex(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
    const device = {
      id: 'device',
      verifyKey,
      sign: async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(bytes))),
    }
    expect(isSignatureBy(verifyKey, 'envelope', value, await signValue(device, 'envelope', value))).toBe(true)
  })
})

describe('isSignatureBy', () => {
  const secret = makeSigningKey(bytesFromSeed('another'))
  const key = verifyKeyOf(secret)
  const value = { a: 1 }

  test('takes no signature for another purpose or value', async () => {
    const signature = await signValue(signerOf('x', secret), 'grant', value)
    expect(isSignatureBy(key, 'grant', value, signature)).toBe(true)
    expect(isSignatureBy(key, 'membership', value, signature)).toBe(false)
    expect(isSignatureBy(key, 'envelope', value, signature)).toBe(false)
    expect(isSignatureBy(key, 'grant', { a: 2 }, signature)).toBe(false)
  })

  test('takes no flipped bit', async () => {
    const signature = unhex(await signValue(signerOf('x', secret), 'envelope', value))
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        const changed = Uint8Array.from(signature)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        return !isSignatureBy(key, 'envelope', value, hex(changed))
      }),
      { seed: 8032, numRuns: 100 },
    )
  })

  test('takes no second form of a signature: S and S + L', async () => {
    const signature = await signValue(signerOf('x', secret), 'envelope', value)
    const little = (text: string) => BigInt(`0x${hex(unhex(text).reverse())}`)
    const raised = (little(signature.slice(64)) + ed25519.Point.Fn.ORDER).toString(16).padStart(64, '0')
    expect(isSignatureBy(key, 'envelope', value, signature.slice(0, 64) + hex(unhex(raised).reverse()))).toBe(false)
  })

  test('takes no key of small order, whose one signature fits every text', () => {
    const identityPoint = `01${'00'.repeat(31)}`
    expect(ed25519.verify(unhex(identityPoint + '00'.repeat(32)), unhex('00'), unhex(identityPoint), { zip215: true })).toBe(true)
    expect(isSignatureBy(identityPoint, 'envelope', value, identityPoint + '00'.repeat(32))).toBe(false)
  })

  test.each(['', 'ab', 'zz'.repeat(64), '00'.repeat(63)])('takes not %j, and does not throw', (signature) => {
    expect(isSignatureBy(key, 'envelope', value, signature)).toBe(false)
    expect(isSignatureBy(signature, 'envelope', value, 'ab'.repeat(64))).toBe(false)
  })
})
