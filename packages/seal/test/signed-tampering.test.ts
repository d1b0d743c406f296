// Signed texts under random changes: by a host without keys, and by one who can seal whatever he likes to the epoch.
import { canonicalText } from '@lykta/incident'
import { codedHash, openText, recipientOf, sealText, type SealContext } from '@lykta/seal'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sealToRecipient } from '../src/age-file.ts'
import { openKey } from '../src/open-key.ts'
import { renderSignedEnvelope } from '../src/envelope.ts'
import { context, problemCodes } from './context.ts'
import { cilla, firstEpoch, idOf, network, reception, standardLog } from './network.ts'

/** 500 altogether in the tests, 10,000 in the proof. */
const runs = (number: number) => (process.env['LYKTA_PROVE'] === '1' ? number * 20 : number)

const { membership } = await standardLog()
const row: SealContext = { ...context, network, author: cilla.id }
const text = 'Samma bil tre kvällar i rad.'
const sealed = await sealText({ text, context: row, signer: cilla.signer, recipient: firstEpoch.recipient })
const plaintext = await renderSignedEnvelope(row, text, cilla.signer)

/** A second text by the same author, from which a host might cut and paste. */
const otherRow = { ...row, incident: idOf(42), codedHash: codedHash('{}') }
const other = await renderSignedEnvelope(otherRow, 'En annan text.', cilla.signer)

type Files = { readonly body: Uint8Array; readonly key: Uint8Array }

/** Problems and findings together, the author's forged name included; nothing at all would mean that it passed. */
async function signs(files: Files, expected: SealContext = row, position = 5): Promise<readonly string[]> {
  let found: readonly string[] = []
  const problems = await problemCodes(async () => {
    const opened = await openText({ ...files, identity: firstEpoch.identity, expected, authors: { membership, position } })
    found = opened.signed ? opened.findings : ['not signed', ...opened.findings]
  })
  return [...problems, ...found]
}

/** The same key file, the body sealed anew: what somebody could do who has the text's own recipient. */
const own = await recipientOf(await openKey(sealed.key, firstEpoch.identity))
async function resealed(changed: Uint8Array | string): Promise<Files> {
  return { ...sealed, body: await sealToRecipient(changed, own) }
}

test('as it is it passes, sealed by the author or sealed anew around the same words', async () => {
  expect(await signs(sealed)).toEqual([])
  expect(await signs(await resealed(plaintext))).toEqual([])
})

describe('random changes, every one of which is told', () => {
  const byteChange = fc.record({ at: fc.nat(), bit: fc.nat(7) })
  const flipped = (file: Uint8Array, { at, bit }: { at: number; bit: number }) => file.with(at % file.length, file[at % file.length]! ^ (1 << bit))

  test.each([['body', 21], ['key', 22]] as const)('of the %s file', async (which, seed) => {
    await fc.assert(
      fc.asyncProperty(byteChange, async (change) => {
        expect(await signs({ ...sealed, [which]: flipped(sealed[which], change) })).not.toEqual([])
      }),
      { seed, numRuns: runs(100) },
    )
  })

  test('of the plaintext, bit by bit, and sealed anew', async () => {
    await fc.assert(
      fc.asyncProperty(byteChange, async (change) => {
        expect(await signs(await resealed(flipped(plaintext, change)))).not.toEqual([])
      }),
      { seed: 23, numRuns: runs(100) },
    )
  })

  test('of one field, in the one spelling, sealed anew', async () => {
    const parsed = JSON.parse(new TextDecoder().decode(plaintext))
    const otherParsed = JSON.parse(new TextDecoder().decode(other))
    const change = fc.oneof(
      fc.record({ network: fc.uuid() }),
      fc.record({ incident: fc.constantFrom(idOf(42), idOf(43)) }),
      fc.record({ revision: fc.integer({ min: 3, max: 99 }) }),
      fc.record({ previous: fc.option(fc.string().map(codedHash)) }),
      fc.record({ epoch: fc.integer({ min: 2, max: 9 }) }),
      fc.record({ author: fc.constantFrom(reception.id, idOf(1), idOf(9), 'import') }),
      fc.record({ formVersion: fc.constantFrom('2', 'import-2') }),
      fc.record({ codedHash: fc.string().map(codedHash) }),
      fc.record({ createdAt: fc.constantFrom('2024-05-06T07:08:09.013Z', '2025-05-06T07:08:09.012Z') }),
      fc.record({ body: fc.string({ maxLength: 40 }) }),
    )
    await fc.assert(
      fc.asyncProperty(change, fc.constantFrom(parsed.signature, otherParsed.signature, null), async (fields, signature) => {
        const envelope = { ...parsed.envelope, ...fields, pad: '' }
        const missing = 1024 - new TextEncoder().encode(canonicalText({ envelope, signature })).length
        const whole = canonicalText({ envelope: { ...envelope, pad: '0'.repeat(missing) }, signature })
        expect(whole.length === 1024 || /[^\0-\x7f]/.test(whole)).toBe(true)
        // Against the row as it is, and against a row that was changed to fit: the signature holds in both.
        const files = await resealed(whole)
        expect(await signs(files)).not.toEqual([])
        const { body: _, ...rowFields } = { body: '', ...fields }
        expect(await signs(files, { ...row, ...rowFields })).toContain('not signed')
      }),
      { seed: 24, numRuns: runs(100) },
    )
  })

  test('of the row', async () => {
    const change = fc.oneof(
      fc.record({ incident: fc.uuid() }),
      fc.record({ revision: fc.integer({ min: 3, max: 99 }) }),
      fc.record({ previous: fc.option(fc.string().map(codedHash)) }),
      fc.record({ codedHash: fc.string().map(codedHash) }),
      fc.record({ author: fc.uuid() }),
      fc.record({ position: fc.oneof(fc.integer({ min: -1, max: 2 }), fc.integer({ min: 6, max: 99 })) }),
    )
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const { position, ...fields } = { position: 5, ...changes }
        expect(await signs(sealed, { ...row, ...fields }, position)).not.toEqual([])
      }),
      { seed: 25, numRuns: runs(100) },
    )
  })
})

describe('the signed envelope', () => {
  test('stands byte for byte as documented, and is as long as an unsigned one', () => {
    const { envelope, signature } = JSON.parse(new TextDecoder().decode(plaintext))
    expect(plaintext).toHaveLength(1024)
    expect(signature).toMatch(/^[0-9a-f]{128}$/)
    expect(envelope).toEqual({ v: 1, ...row, body: text, pad: expect.stringMatching(/^0+$/) })
  })

  test('another implementation verifies it from the bytes', async () => {
    const { envelope, signature } = JSON.parse(new TextDecoder().decode(plaintext))
    const key = await crypto.subtle.importKey('raw', Buffer.from(cilla.verifyKey, 'hex'), 'Ed25519', false, ['verify'])
    // Cut out of the plaintext as it stands there: no JSON library needed.
    const inside = new TextDecoder().decode(plaintext).slice('{"envelope":'.length, -`,"signature":"${signature}"}`.length)
    expect(JSON.parse(inside)).toEqual(envelope)
    expect(await crypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'hex'), Buffer.from(`lykta envelope v1\n${inside}`))).toBe(true)
  })

  test('sizes step by powers of two with the signature in them', async () => {
    for (const length of [0, 300, 700, 2000, 5000]) {
      const bytes = await renderSignedEnvelope(row, 'x'.repeat(length), cilla.signer)
      expect(Number.isInteger(Math.log2(bytes.length))).toBe(true)
    }
  })
})
