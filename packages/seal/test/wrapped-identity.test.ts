// An identity under a passphrase: comes back, and fails in words rather than by a crash.
import { makeEpoch, recipientOf, unwrapIdentity, wrapIdentity } from '@lykta/seal'
import { Decrypter, Encrypter } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { problemCodes } from './context.ts'

const passphrase = 'abacus zoom cramp yo-yo acid zipfile'
const weak = { weakForTests: true }

describe('makeEpoch', () => {
  test('gives a hybrid pair, another one each time', async () => {
    const [one, two] = [await makeEpoch(), await makeEpoch()]
    expect(one.recipient).toMatch(/^age1pq1[a-z0-9]{1952}$/)
    expect(one.identity).toMatch(/^AGE-SECRET-KEY-PQ-1[A-Z0-9]{58}$/)
    expect(await recipientOf(one.identity)).toBe(one.recipient)
    expect(two.identity).not.toBe(one.identity)
  })

  test('the recipient of the identity in age-keygen(1) begins as it does there', async () => {
    const identity = 'AGE-SECRET-KEY-PQ-1K30MYPZAHAXHR22YHH27EGDVLU0QNSUH3DSV7J7NR3X6D9LHXNWSDLTV4T'
    expect(await recipientOf(identity)).toMatch(/^age1pq167/)
  })
})

describe('wrapIdentity and unwrapIdentity', () => {
  test('bring the identity back at full strength, however the passphrase is typed', async () => {
    const { identity } = await makeEpoch()
    const file = await wrapIdentity(identity, passphrase)
    expect(new TextDecoder().decode(file.subarray(0, 64))).toMatch(/^age-encryption\.org\/v1\n-> scrypt [^ ]{22} 17\n/)
    expect(new TextDecoder('latin1').decode(file)).not.toContain('AGE-SECRET-KEY')
    expect(await unwrapIdentity(file, ' Abacus-ZOOM  cramp yo yo acid zipfile')).toBe(identity)
  })

  test('a wrong passphrase is a problem', async () => {
    const { identity } = await makeEpoch()
    const file = await wrapIdentity(identity, passphrase, 4, weak)
    expect(await problemCodes(() => unwrapIdentity(file, 'abacus zoom', weak))).toEqual(['seal.passphrase-wrong'])
    expect(await problemCodes(() => unwrapIdentity(file, '', weak))).toEqual(['seal.passphrase-wrong'])
  })

  test('plain age opens it with the normalised passphrase, as an identity file', async () => {
    const { identity } = await makeEpoch()
    const decrypter = new Decrypter()
    decrypter.addPassphrase('abacus zoom cramp yo yo acid zipfile')
    expect(await decrypter.decrypt(await wrapIdentity(identity, passphrase, 4, weak), 'text')).toBe(`${identity}\n`)
  })

  test.each([0, 1, 16, 21, 17.5, Number.NaN])('refuses to wrap with work factor %d', async (workFactor) => {
    await expect(wrapIdentity('', passphrase, workFactor)).rejects.toThrow('work factor')
  })

  test('refuses to wrap under an empty passphrase', async () => {
    await expect(wrapIdentity('', ' - ', 4, weak)).rejects.toThrow('empty passphrase')
  })

  test('refuses to open a file that is cheap to guess at, right passphrase or not', async () => {
    const file = await wrapIdentity((await makeEpoch()).identity, passphrase, 16, weak)
    expect(await problemCodes(() => unwrapIdentity(file, passphrase))).toEqual(['seal.work-factor-refused'])
    expect(await problemCodes(() => unwrapIdentity(file, 'wrong'))).toEqual(['seal.work-factor-refused'])
  })

  test('refuses a file that would take too much memory, before doing the work', async () => {
    const file = await wrapIdentity((await makeEpoch()).identity, passphrase, 4, weak)
    const header = new TextDecoder('latin1').decode(file)
    const costly = Uint8Array.from(header.replace(/^(.*\n-> scrypt [^ ]{22}) 4\n/, '$1 30\n'), (character) => character.charCodeAt(0))
    expect(await problemCodes(() => unwrapIdentity(costly, passphrase, weak))).toEqual(['seal.work-factor-refused'])
  })

  test('anything else is damaged', async () => {
    const damaged = ['seal.identity-file-damaged']
    const epoch = await makeEpoch()
    const file = await wrapIdentity(epoch.identity, passphrase, 4, weak)
    const toRecipient = new Encrypter()
    toRecipient.addRecipient(epoch.recipient)
    const notAnIdentity = await wrapIdentity('AGE-SECRET-KEY-PQ-1', passphrase, 4, weak)
    const wrongCheckSum = await wrapIdentity(`${epoch.identity.slice(0, -1)}${epoch.identity.endsWith('Q') ? 'P' : 'Q'}`, passphrase, 4, weak)
    for (const bad of [new Uint8Array(), file.subarray(0, -1), await toRecipient.encrypt('x'), notAnIdentity, wrongCheckSum]) {
      expect(await problemCodes(() => unwrapIdentity(bad, passphrase, weak))).toEqual(damaged)
    }
  })
})
