// What a host could do to stored files and rows: each of it is a problem or a finding, none opens silently.
import { canonicalText } from '@lykta/incident'
import { codedHash, makeEpoch, openText, sealText, type SealContext } from '@lykta/seal'
import { Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderEnvelope } from '../src/envelope.ts'
import { context, problemCodes } from './context.ts'

const epoch = await makeEpoch()
const sealed = await sealText({ text: 'Gästen hade inget eget bagage.', context, recipient: epoch.recipient })

/** Anyone who knows the public recipient can write two well-formed files around any plaintext. */
async function forge(plaintext: Uint8Array | string) {
  const own = await generateHybridIdentity()
  const seal = async (content: Uint8Array | string, recipient: string) => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    return await encrypter.encrypt(content)
  }
  return { body: await seal(plaintext, await identityToRecipient(own)), key: await seal(`${own}\n`, epoch.recipient) }
}

/** Codes of problems and findings together: empty would mean that it opened silently. */
async function signs(files: { body: Uint8Array; key: Uint8Array }, expected: SealContext = context): Promise<readonly string[]> {
  let findings: readonly string[] = []
  const problems = await problemCodes(async () => {
    const opened = await openText({ ...files, identity: epoch.identity, expected })
    findings = opened.findings
  })
  return [...problems, ...findings]
}

const contextChange: fc.Arbitrary<Partial<SealContext>> = fc.oneof(
  fc.record({ network: fc.uuid() }),
  fc.record({ incident: fc.uuid() }),
  fc.record({ revision: fc.integer({ min: 3, max: 99 }) }),
  fc.record({ previous: fc.option(fc.string().map(codedHash)) }),
  fc.record({ epoch: fc.integer({ min: 2, max: 99 }) }),
  fc.record({ author: fc.uuid() }),
  fc.record({ formVersion: fc.constantFrom('import-2', '2', 'import') }),
  fc.record({ codedHash: fc.string().map(codedHash) }),
  fc.record({ createdAt: fc.constantFrom('2024-05-06T07:08:09.013Z', '2025-05-06T07:08:09.012Z') }),
)

const fileChange = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), byte: fc.nat(255) }),
)

function changed(file: Uint8Array, change: typeof fileChange extends fc.Arbitrary<infer Change> ? Change : never): Uint8Array {
  const at = change.at % file.length
  const bytes = [...file]
  if (change.kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << change.bit)
  else if (change.kind === 'cut') bytes.length = at
  else if (change.kind === 'drop') bytes.splice(at, 1)
  else bytes.splice(at, 0, change.byte)
  return Uint8Array.from(bytes)
}

test('the files as they were open without a sign', async () => {
  expect(await signs(sealed)).toEqual([])
})

describe('500 random changes', () => {
  test.each([
    ['body', 11],
    ['key', 12],
  ] as const)('of the %s file: 150', async (which, seed) => {
    await fc.assert(
      fc.asyncProperty(fileChange, async (change) => {
        expect(await signs({ ...sealed, [which]: changed(sealed[which], change) })).not.toEqual([])
      }),
      { seed, numRuns: 150 },
    )
  })

  test('of the row: 100', async () => {
    await fc.assert(
      fc.asyncProperty(contextChange, async (change) => {
        expect(await signs(sealed, { ...context, ...change })).toHaveLength(1)
      }),
      { seed: 13, numRuns: 100 },
    )
  })

  test('of the envelope, sealed anew by somebody who has the recipient: 100', async () => {
    await fc.assert(
      fc.asyncProperty(contextChange, async (change) => {
        const found = await signs(await forge(renderEnvelope({ ...context, ...change }, 'x')))
        // Another author than "import" also lacks a signature.
        expect(found).toHaveLength(change.author === undefined ? 1 : 2)
      }),
      { seed: 14, numRuns: 100 },
    )
  })
})

describe('what each change is called', () => {
  const rows: readonly (readonly [Partial<SealContext>, string])[] = [
    [{ network: '00000000-0000-4000-8000-000000000000' }, 'seal.other-network'],
    [{ incident: '00000000-0000-4000-8000-000000000000' }, 'seal.other-incident'],
    [{ revision: 3 }, 'seal.other-revision'],
    [{ previous: null }, 'seal.other-previous'],
    [{ epoch: 2 }, 'seal.other-epoch'],
    [{ author: '00000000-0000-4000-8000-000000000000' }, 'seal.other-author'],
    [{ formVersion: '9' }, 'seal.other-form-version'],
    [{ codedHash: codedHash('{"placeType":"home"}') }, 'seal.answers-altered'],
    [{ createdAt: '2024-05-06T07:08:09.013Z' }, 'seal.other-time'],
  ]
  test.each(rows)('a row with %j', async (change, finding) => {
    expect(await signs(sealed, { ...context, ...change })).toEqual([finding])
  })

  test('bodies swapped between incidents, alone or with their keys', async () => {
    const otherContext = { ...context, incident: '1c3d5e7f-0a2b-4c4d-8e6f-8a9b0c1d2e3f' }
    const other = await sealText({ text: 'En annan händelse.', context: otherContext, recipient: epoch.recipient })
    expect(await signs({ body: other.body, key: sealed.key })).toEqual(['seal.body-of-other-key'])
    expect(await signs(other)).toEqual(['seal.other-incident'])
    expect(await signs(sealed, otherContext)).toEqual(['seal.other-incident'])
  })

  test('an earlier text put back in the place of a later one', async () => {
    const earlier = await sealText({ text: 'Först.', context: { ...context, revision: 1, previous: null }, recipient: epoch.recipient })
    expect(await signs(earlier)).toEqual(['seal.other-revision', 'seal.other-previous'])
  })

  test('key and body files mixed up, or empty', async () => {
    expect(await signs({ body: sealed.key, key: sealed.body })).toEqual(['seal.key-of-other-epoch'])
    expect(await signs({ ...sealed, body: new Uint8Array() })).toEqual(['seal.body-damaged'])
    expect(await signs({ ...sealed, key: new Uint8Array() })).toEqual(['seal.key-damaged'])
  })
})

describe('plaintexts that are not what we write', () => {
  const text = new TextDecoder().decode(renderEnvelope(context, 'x'))
  const parsed = JSON.parse(text)
  /** Canonical and padded to 1 KiB, whatever it holds. */
  const padded = (value: { envelope: { pad: string } }) => {
    const missing = 1024 - new TextEncoder().encode(canonicalText({ ...value, envelope: { ...value.envelope, pad: '' } })).length
    return canonicalText({ ...value, envelope: { ...value.envelope, pad: '0'.repeat(missing) } })
  }
  const { author: _, ...withoutAuthor } = parsed.envelope
  const malformed: readonly (readonly [string, string | Uint8Array])[] = [
    ['empty', ''],
    ['no JSON', 'x'.repeat(1024)],
    ['no object', `${' '.repeat(1020)}null`],
    ['not UTF-8', new Uint8Array(1024).fill(0xff)],
    ['of another size', text.replace('"pad":"0', '"pad":"')],
    ['with a space', text.replace('"pad":"0', '"pad": "')],
    ['in another order', `{"signature":null,"envelope":${text.slice('{"envelope":'.length, -',"signature":null}'.length)}}`],
    ['with a member more', padded({ ...parsed, more: 1 })],
    ['with a field more', padded({ ...parsed, envelope: { ...parsed.envelope, more: 1 } })],
    ['with a field less', padded({ ...parsed, envelope: withoutAuthor })],
    ['with a number as text', padded({ ...parsed, envelope: { ...parsed.envelope, revision: '2' } })],
    ['padded with something else', text.replace('"pad":"0', '"pad":"1')],
    ['with half a surrogate pair', padded({ ...parsed, envelope: { ...parsed.envelope, body: '!!!!!!' } }).replace('!!!!!!', '\\ud800')],
    ['with a text not in NFC', padded({ ...parsed, envelope: { ...parsed.envelope, body: '!!!' } }).replace('!!!', 'A\u030a')],
    ['with a short signature', padded({ ...parsed, signature: 'ab' })],
  ]
  test.each(malformed)('%s', async (_name, plaintext) => {
    expect(await signs(await forge(plaintext))).toEqual(['seal.text-malformed'])
  })

  test('of a later version', async () => {
    expect(await signs(await forge(padded({ ...parsed, envelope: { ...parsed.envelope, v: 2 } })))).toEqual(['seal.version-unknown'])
  })

  test('the helper makes what we write when nothing is changed', async () => {
    expect(padded(parsed)).toBe(text)
    expect(await signs(await forge(padded(parsed)))).toEqual([])
  })
})

describe('signatures', () => {
  test('one that nobody checked is a finding, and the text does not pass for signed', async () => {
    const signature = 'ab'.repeat(64)
    const plain = JSON.parse(new TextDecoder().decode(renderEnvelope(context, 'x')))
    const pad = plain.envelope.pad.slice('"ab"'.length * 32 + '""'.length - 'null'.length)
    const files = await forge(canonicalText({ envelope: { ...plain.envelope, pad }, signature }))
    const opened = await openText({ ...files, identity: epoch.identity, expected: context })
    expect(opened).toMatchObject({ signed: false, findings: ['seal.signature-unchecked'] })
  })

  test('a member\'s text without one is a finding', async () => {
    const byMember = { ...context, author: '5f0c2a9e-3b7d-4e1f-9c6a-7d8e9f0a1b2c' }
    const files = await sealText({ text: 'x', context: byMember, recipient: epoch.recipient })
    expect(await signs(files, byMember)).toEqual(['seal.signature-missing'])
  })

  test('the limit: a text forged for the right row opens, unsigned and without a finding', async () => {
    const opened = await openText({ ...(await forge(renderEnvelope(context, 'påhittat'))), identity: epoch.identity, expected: context })
    expect(opened).toMatchObject({ text: 'påhittat', signed: false, findings: [] })
  })
})
