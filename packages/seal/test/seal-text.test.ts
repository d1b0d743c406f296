// Sealing and opening: what goes in comes out, in standard files of padded size that show nothing of it.
import { createHash } from 'node:crypto'
import { codedHash, makeEpoch, openText, rewrapKey, sealText, sealTexts, sha256Hex } from '@lykta/seal'
import { Decrypter } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvelope, renderEnvelope } from '../src/envelope.ts'
import { context, problemCodes } from './context.ts'

const epoch = await makeEpoch()
const decrypt = async (file: Uint8Array, identity: string) => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return await decrypter.decrypt(file, 'text')
}
const contexts = fc.record({
  network: fc.uuid(),
  incident: fc.uuid(),
  revision: fc.integer({ min: 1, max: 1000 }),
  previous: fc.option(fc.string().map(codedHash)),
  epoch: fc.integer({ min: 1, max: 50 }),
  author: fc.constant('import'),
  formVersion: fc.constantFrom('1', 'import-1'),
  codedHash: fc.string().map(codedHash),
  createdAt: fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
})

describe('hashes', () => {
  test('are SHA-256 (FIPS 180-2, "abc") and agree with another implementation', () => {
    expect(sha256Hex(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(codedHash('{"område":"Öster"}')).toBe(createHash('sha256').update('{"område":"Öster"}', 'utf8').digest('hex'))
  })
})

describe('sealText and openText', () => {
  test('round trip for any text and row', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 3000, size: 'max' })
    await fc.assert(
      fc.asyncProperty(texts, contexts, async (text, row) => {
        const sealed = await sealText({ text, context: row, recipient: epoch.recipient })
        const opened = await openText({ ...sealed, identity: epoch.identity, expected: row })
        expect(opened.text).toBe(text.toWellFormed().normalize('NFC'))
        expect(opened.findings).toEqual([])
        expect(opened.signed).toBe(false)
        expect(opened.envelope).toMatchObject({ v: 1, ...row })
      }),
      { seed: 20190403, numRuns: 40 },
    )
  })

  test('plain age opens both files, one after the other', async () => {
    const sealed = await sealText({ text: 'Många korta besök.', context, recipient: epoch.recipient })
    const identityFile = await decrypt(sealed.key, epoch.identity)
    expect(identityFile).toMatch(/^AGE-SECRET-KEY-PQ-1[A-Z0-9]{58}\n$/)
    const { envelope, signature } = JSON.parse(await decrypt(sealed.body, identityFile.trim()))
    expect(signature).toBeNull()
    expect(envelope).toEqual({ v: 1, ...context, body: 'Många korta besök.', pad: expect.stringMatching(/^0+$/) })
  })

  test('the plaintext stands byte for byte as documented', () => {
    const text = new TextDecoder().decode(renderEnvelope(context, 'Å'))
    expect(text.replace(/0{100,}/, '000')).toBe(
      `{"envelope":{"author":"import","body":"Å","codedHash":"${context.codedHash}","createdAt":"2024-05-06T07:08:09.012Z",` +
        `"epoch":1,"formVersion":"import-1","incident":"${context.incident}","network":"${context.network}","pad":"000",` +
        `"previous":"${'ab'.repeat(32)}","revision":2,"v":1},"signature":null}`,
    )
  })

  test('plaintexts are exactly 1, 2, 4, 8 … KiB, and the files show only that', async () => {
    const frame = 1024 - parseEnvelope(renderEnvelope(context, '')).envelope.pad.length
    const sizes = [0, 1, 1024 - frame, 1025 - frame, 2048 - frame, 2049 - frame, 5000, 100_000]
    const lengths = sizes.map((size) => renderEnvelope(context, 'x'.repeat(size)).length)
    expect(lengths).toEqual([1024, 1024, 1024, 2048, 2048, 4096, 8192, 131_072])
    // A quotation mark takes two bytes in JSON, a line break two, Å two in UTF-8.
    expect(renderEnvelope(context, '"'.repeat(1024 - frame)).length).toBe(2048)
    expect(renderEnvelope(context, 'Å'.repeat(1024 - frame)).length).toBe(2048)
    const [short, long] = await Promise.all(
      ['', 'x'.repeat(1024 - frame)].map((text) => sealText({ text, context, recipient: epoch.recipient })),
    )
    expect([short?.body.length, short?.key.length]).toEqual([long?.body.length, long?.key.length])
  })

  test('no byte of text, row or identity stands in the files', async () => {
    const marker = 'MARKERINGSORD'
    const { body, key } = await sealText({ text: marker.repeat(20), context, recipient: epoch.recipient })
    for (const file of [body, key]) {
      const bytes = Buffer.from(file).toString('latin1')
      for (const secret of [marker, context.incident, context.codedHash, 'envelope', 'AGE-SECRET-KEY']) {
        expect(bytes).not.toContain(secret)
      }
      expect(bytes.match(/^-> .*/gm)?.map((line) => line.split(' ')[1])).toEqual(['mlkem768x25519'])
    }
  })

  test('the same text sealed twice shares nothing', async () => {
    const [one, two] = await sealTexts([{ text: 'samma', context }, { text: 'samma', context }], epoch.recipient)
    expect(one?.body).not.toEqual(two?.body)
    const identities = await Promise.all([one, two].map((sealed) => decrypt(sealed?.key ?? new Uint8Array(), epoch.identity)))
    expect(identities[0]).not.toBe(identities[1])
  })

  test('many at once keep their order', async () => {
    const texts = ['ett', 'två', 'tre'].map((text, index) => ({ text, context: { ...context, revision: index + 1 } }))
    const sealed = await sealTexts(structuredClone(texts), epoch.recipient)
    const opened = await Promise.all(
      sealed.map((files, index) => openText({ ...files, identity: epoch.identity, expected: texts[index]?.context ?? context })),
    )
    expect(opened.map(({ text, findings }) => [text, findings.length])).toEqual([['ett', 0], ['två', 0], ['tre', 0]])
  })

  test('defects are thrown: a classical recipient, a context of wrong shape', async () => {
    const classical = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'
    await expect(sealText({ text: '', context, recipient: classical })).rejects.toThrow('hybrid')
    await expect(sealText({ text: '', context: { ...context, codedHash: '' }, recipient: epoch.recipient })).rejects.toThrow('shape')
    await expect(sealText({ text: '', context: { ...context, revision: 0 }, recipient: epoch.recipient })).rejects.toThrow('shape')
  })
})

describe('rewrapKey', () => {
  test('moves the key to the next epoch and leaves the body alone', async () => {
    const next = await makeEpoch()
    const { body, key } = await sealText({ text: 'kvar', context, recipient: epoch.recipient })
    const before = sha256Hex(body)
    const newKey = await rewrapKey({ key, identity: epoch.identity, newRecipient: next.recipient })
    expect(sha256Hex(body)).toBe(before)
    expect(await openText({ body, key: newKey, identity: next.identity, expected: context })).toMatchObject({ text: 'kvar', findings: [] })
    const withOld = () => openText({ body, key: newKey, identity: epoch.identity, expected: context })
    expect(await problemCodes(withOld)).toEqual(['seal.key-of-other-epoch'])
    const tooEarly = () => rewrapKey({ key, identity: next.identity, newRecipient: next.recipient })
    expect(await problemCodes(tooEarly)).toEqual(['seal.key-of-other-epoch'])
  })
})
