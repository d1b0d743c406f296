// Parcels: the server opens what a device packed, nobody else does, and the size tells nearly nothing.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { findParcelKeys, makeParcelKeys, maxParcelBytes, maxParcelText, openParcel, packParcel, renderParcelIdentity } from '@lykta/seal'
import { problemCodes } from './context.ts'

let keys: Awaited<ReturnType<typeof makeParcelKeys>>
beforeAll(async () => {
  keys = await makeParcelKeys()
})

test('what was packed comes out, whatever it says, up to the longest request', async () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 2_000 }), fc.constantFrom('', 'a'.repeat(16 * 1024), 'å'.repeat(maxParcelText / 2)))
  await fc.assert(fc.asyncProperty(texts, async (text) => {
    const wellFormed = text.toWellFormed()
    const file = await packParcel(wellFormed, keys.recipient)
    expect(file.length).toBeLessThanOrEqual(maxParcelBytes)
    expect((await openParcel(file, keys.identity)).trimEnd()).toBe(wellFormed.trimEnd())
  }), { seed: 20191231, numRuns: 20 })
  await expect(packParcel('a'.repeat(maxParcelText + 1), keys.recipient)).rejects.toThrow('longer')
})

test('with a reason and without it is as large', async () => {
  const sizes = await Promise.all([200, 5_000, 16_000].map(async (length) => (await packParcel('x'.repeat(length), keys.recipient)).length))
  expect(new Set(sizes).size).toBe(1)
})

test('another key opens nothing, and neither does this one what was cut off or altered', async () => {
  const file = await packParcel('{}', keys.recipient)
  const other = await makeParcelKeys()
  expect(await problemCodes(() => openParcel(file, other.identity))).toEqual(['seal.parcel-of-other-key'])
  await fc.assert(fc.asyncProperty(fc.nat(file.length - 1), fc.boolean(), async (at, cut) => {
    const altered = cut ? file.slice(0, at) : file.slice()
    if (!cut) altered[at]! ^= 1
    const codes = await problemCodes(() => openParcel(altered, keys.identity))
    expect(['seal.parcel-damaged', 'seal.parcel-of-other-key']).toContain(codes[0])
  }), { seed: 20191231, numRuns: 40 })
})

test('the kept file stands for the pair, and nothing else does', async () => {
  expect(await findParcelKeys(new TextEncoder().encode(renderParcelIdentity(keys.identity)))).toEqual(keys)
  expect(await findParcelKeys(new TextEncoder().encode('AGE-SECRET-KEY-PQ-1'))).toBeUndefined()
})
