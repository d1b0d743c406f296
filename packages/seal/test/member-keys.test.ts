// A member's keys: three ways in, each a standard age file of its own, and none that opens for the wrong secret or person.
import { hkdfSync } from 'node:crypto'
import {
  enrolmentProof, enrolmentSecret, isEnrolmentProof, isOwnEnrolment, keyWords, lockWithPasskey, lockWithPassphrase, lockWithSheet, makeMemberKeys, passkeyPrfInput, publicKeysOf,
  readSheet, renderSheet, unlockWithPasskey, unlockWithPassphrase, unlockWithSheet, verifyKeyOf,
} from '@lykta/seal'
import { Decrypter } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityFromSecret, secretOfIdentity } from '../src/age-secret.ts'
import { deriveSecret } from '../src/derive-secret.ts'
import { hashWords } from '../src/hash-words.ts'
import { parseBundle, renderBundle } from '../src/members/bundle.ts'
import { words } from '../src/words.ts'
import { problemCodes } from './context.ts'
import { anna, bo, bytesFromSeed, hotel, idOf, network, reception } from './network.ts'

const weak = { weakForTests: true }
const passphrase = 'abacus zoom cramp yo-yo acid zipfile'
const owner = { network, member: anna.id }
const prf = bytesFromSeed('a passkey')(32)

describe('makeMemberKeys', () => {
  test('makes another pair each time, with an identity and a signing key of their own', async () => {
    const random = bytesFromSeed('making')
    const [one, two] = [await makeMemberKeys(network, anna.id, random), await makeMemberKeys(network, anna.id, random)]
    expect(one.identity).toMatch(/^AGE-SECRET-KEY-PQ-1[A-Z0-9]{58}$/)
    expect(one.signingKey).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set([one.identity, two.identity, one.signingKey, two.signingKey]).size).toBe(4)
    expect((await publicKeysOf(one)).verifyKey).toBe(verifyKeyOf(one.signingKey))
  })
})

describe('the bundle', () => {
  const text = renderBundle(anna.keys)

  test('is an identity file that age reads, as documented', () => {
    expect(text).toBe(`# lykta member v1\n# network ${network}\n# member ${anna.id}\n# ed25519 ${anna.keys.signingKey}\n${anna.keys.identity}\n`)
    expect(parseBundle(new TextEncoder().encode(text), owner)).toEqual(anna.keys)
  })

  test('is the member\'s own or nothing', async () => {
    const parse = (changed: string) => problemCodes(async () => { parseBundle(new TextEncoder().encode(changed), owner) })
    expect(await parse(renderBundle(bo.keys))).toEqual(['seal.bundle-of-other-member'])
    expect(await parse(text.replace(network, idOf(9)))).toEqual(['seal.bundle-of-other-member'])
    for (const changed of ['', text.slice(0, -1), `${text}\n`, text.replace('v1', 'v2'), text.replace(/ed25519 ../, 'ed25519 '), text.toLowerCase(), text.replace(/.\n$/, 'Q\n').replace('QQ\n', 'PQ\n')]) {
      expect(await parse(changed)).toEqual(['seal.bundle-damaged'])
    }
  })
})

describe('by passphrase', () => {
  test('at full strength, however it is typed', async () => {
    const file = await lockWithPassphrase(anna.keys, passphrase)
    expect(new TextDecoder().decode(file.subarray(0, 64))).toMatch(/^age-encryption\.org\/v1\n-> scrypt [^ ]{22} 17\n/)
    expect(await unlockWithPassphrase(file, ' ABACUS zoom-cramp yo yo acid zipfile ', owner)).toEqual(anna.keys)
  })

  test('a wrong one, a weaker file, another one\'s file, and a damaged one are told apart', async () => {
    const file = await lockWithPassphrase(anna.keys, passphrase, 4, weak)
    expect(await problemCodes(() => unlockWithPassphrase(file, 'abacus zoom', owner, weak))).toEqual(['seal.passphrase-wrong'])
    expect(await problemCodes(() => unlockWithPassphrase(file, passphrase, owner))).toEqual(['seal.work-factor-refused'])
    expect(await problemCodes(() => unlockWithPassphrase(file, passphrase, { network, member: bo.id }, weak))).toEqual(['seal.bundle-of-other-member'])
    expect(await problemCodes(() => unlockWithPassphrase(file.subarray(0, -1), passphrase, owner, weak))).toEqual(['seal.bundle-damaged'])
    await expect(lockWithPassphrase(anna.keys, passphrase, 16)).rejects.toThrow('work factor')
  })
})

describe('by passkey', () => {
  test('the keys come back, and plain age opens the file with the derived identity', async () => {
    const file = await lockWithPasskey(anna.keys, prf)
    expect(await unlockWithPasskey(file, prf, owner)).toEqual(anna.keys)
    // As docs/protocol.md says, with another implementation of HKDF.
    const secret = new Uint8Array(hkdfSync('sha256', prf, `${network}\n${anna.id}`, 'lykta passkey v1', 32))
    const decrypter = new Decrypter()
    decrypter.addIdentity(identityFromSecret(secret))
    expect(await decrypter.decrypt(file, 'text')).toBe(renderBundle(anna.keys))
    expect(new TextDecoder().decode(passkeyPrfInput)).toBe('lykta unlock v1')
  })

  test('another passkey, another member and an empty answer open nothing', async () => {
    const file = await lockWithPasskey(anna.keys, prf)
    expect(await problemCodes(() => unlockWithPasskey(file, bytesFromSeed('another')(32), owner))).toEqual(['seal.passkey-other'])
    expect(await problemCodes(() => unlockWithPasskey(file, prf, { network, member: bo.id }))).toEqual(['seal.passkey-other'])
    expect(await problemCodes(() => unlockWithPasskey(file.subarray(0, -1), prf, owner))).toEqual(['seal.bundle-damaged'])
    await expect(lockWithPasskey(anna.keys, new Uint8Array(32))).rejects.toThrow('PRF')
    await expect(lockWithPasskey(anna.keys, prf.subarray(1))).rejects.toThrow('PRF')
  })
})

describe('by a sheet of her own', () => {
  const head = { network, genesis: 'ab'.repeat(32) }

  test('the keys come back from the printed text', async () => {
    const { file, sheet } = await lockWithSheet(anna.keys, bytesFromSeed('sheet'))
    expect(await unlockWithSheet(file, readSheet(renderSheet(sheet, head), 'member'), owner)).toEqual(anna.keys)
  })

  test('another sheet opens nothing, nor does one of the network\'s', async () => {
    const { file, sheet } = await lockWithSheet(anna.keys, bytesFromSeed('sheet'))
    const other = await lockWithSheet(anna.keys, bytesFromSeed('another sheet'))
    expect(await problemCodes(() => unlockWithSheet(file, other.sheet, owner))).toEqual(['seal.sheet-foreign'])
    expect(await problemCodes(() => unlockWithSheet(file, { ...sheet, mark: other.sheet.mark }, owner))).toEqual(['seal.sheet-foreign'])
    expect(await problemCodes(async () => { readSheet(renderSheet(sheet, head), 'network') })).toEqual(['seal.sheet-of-other-kind'])
  })
})

describe('age identities from secrets', () => {
  test('there and back; the one in age-keygen(1) has 32 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
        expect(secretOfIdentity(identityFromSecret(secret))).toEqual(Uint8Array.from(secret))
      }),
      { seed: 32, numRuns: 50 },
    )
    const published = 'AGE-SECRET-KEY-PQ-1K30MYPZAHAXHR22YHH27EGDVLU0QNSUH3DSV7J7NR3X6D9LHXNWSDLTV4T'
    expect(identityFromSecret(secretOfIdentity(published))).toBe(published)
  })

  test('nothing else is taken', () => {
    expect(() => identityFromSecret(new Uint8Array(31))).toThrow('32 bytes')
    expect(() => secretOfIdentity('AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX')).toThrow('hybrid')
  })

  test('one secret gives different keys for different uses', () => {
    const derived = [deriveSecret(prf, 'passkey', ''), deriveSecret(prf, 'recovery signing', ''), deriveSecret(prf, 'passkey', 'x')]
    expect(new Set(derived.map((one) => Buffer.from(one).toString('hex'))).size).toBe(3)
  })
})

describe('the eight words', () => {
  test('come from SHA-256 of both public keys as documented', () => {
    const said = keyWords(anna)
    expect(said).toHaveLength(8)
    // SHA-256("abc") begins ba7816bf 8f01cfea.
    expect(hashWords(new TextEncoder().encode('abc'), 2)).toEqual([words[0xba7816bf % 7776], words[0x8f01cfea % 7776]])
    expect(said).toEqual(hashWords(new TextEncoder().encode(`lykta keys v1\n${anna.recipient}\n${anna.verifyKey}\n`), 8))
  })

  test('differ as soon as either key does', () => {
    expect(keyWords({ ...anna, verifyKey: bo.verifyKey })).not.toEqual(keyWords(anna))
    expect(keyWords({ ...anna, recipient: bo.recipient })).not.toEqual(keyWords(anna))
  })
})

describe('enrolling a device', () => {
  const secret = bytesFromSeed('in the QR code')(32)
  const subject = { device: reception.id, organisation: hotel, verifyKey: reception.verifyKey }

  test('the proof fits this key, device and organisation, and this code only', () => {
    const proof = enrolmentProof(secret, subject)
    expect(isEnrolmentProof(secret, subject, proof)).toBe(true)
    for (const other of [{ ...subject, verifyKey: bo.verifyKey }, { ...subject, device: idOf(9) }, { ...subject, organisation: idOf(9) }]) {
      expect(isEnrolmentProof(secret, other, proof)).toBe(false)
    }
    expect(isEnrolmentProof(bytesFromSeed('another')(32), subject, proof)).toBe(false)
    expect(() => enrolmentProof(secret.subarray(1), subject)).toThrow('32 bytes')
  })

  const [first, second] = ['7f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f', '7f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e60']
  const [key, other] = ['11'.repeat(32), '12'.repeat(32)]
  // HKDF as Node's OpenSSL makes it, from docs/protocol.md.
  const reference = (of: string, salt: string, info: string) => new Uint8Array(hkdfSync('sha256', Buffer.from(of, 'hex'), salt, info, 32))
  const code = { invitation: first, organisation: hotel }

  test('the secret of a code follows from the coordinator\'s key and what it is for, and is another for each', () => {
    const secretOf = enrolmentSecret(key, code)
    expect(secretOf).toEqual(reference(key, `${first}\n${hotel}`, 'lykta organisation device enrolment v1'))
    expect(enrolmentSecret(key, code)).toEqual(secretOf)
    for (const unlike of [enrolmentSecret(key, { ...code, invitation: second }), enrolmentSecret(key, { ...code, organisation: idOf(9) }), enrolmentSecret(other, code)]) expect(unlike).not.toEqual(secretOf)
  })

  test('whoever has a code proves nothing for another organisation, though the server says that it was for that one', () => {
    const qr = enrolmentSecret(key, code)
    expect(isOwnEnrolment(key, first, subject, enrolmentProof(qr, subject))).toBe(true)
    const elsewhere = { ...subject, organisation: idOf(9) }
    expect(isOwnEnrolment(key, first, elsewhere, enrolmentProof(qr, elsewhere))).toBe(false)
    expect(isOwnEnrolment(key, second, subject, enrolmentProof(qr, subject))).toBe(false)
    expect(isOwnEnrolment(other, first, subject, enrolmentProof(qr, subject))).toBe(false)
  })

  test('a code that is for no organisation proves nothing', () => {
    const earlier = reference(key, first, 'lykta device enrolment v1')
    expect(isOwnEnrolment(key, first, subject, enrolmentProof(earlier, subject))).toBe(false)
  })
})
