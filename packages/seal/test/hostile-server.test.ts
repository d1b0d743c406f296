// What a hostile server could try with keys, log, grants and texts: every attack of the threat model, and how it comes out.
import { canonicalText } from '@lykta/incident'
import {
  checkOwnKeys, codedHash, entryHash, extendMembership, findEntry, headOf, headWords, keyWords, lockWithPassphrase, makeGrant, openGrant, openText, proposeEntry,
  sealText, sha256Hex, signerOf, unlockWithPassphrase, verifyLog, type LogFinding, type SealContext, type Signer,
} from '@lykta/seal'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sealToRecipient } from '../src/age-file.ts'
import { foundLog } from '../src/membership/write-entry.ts'
import { renderEntry, type Entry } from '../src/membership/entry.ts'
import { signValue } from '../src/signing.ts'
import { context, problemCodes } from './context.ts'
import {
  add, anna, bo, cilla, device, epochOf, extended, firstEpoch, hotel, idOf, network, now, person, police, reception, recovery, remove, rotate,
  standardLog, subjectFor,
} from './network.ts'

const log = await standardLog()
const pinned = { network, genesis: log.genesis, seen: headOf(log.membership) }
const mallory = await person(idOf(66), 'the server\'s own keys')
const grant = await makeGrant(cilla.id, { membership: log.membership, epoch: 1, identity: firstEpoch.identity, signer: anna.signer, createdAt: now })

const told = (lines: readonly string[], seen = pinned.seen): readonly LogFinding[] => verifyLog(lines, { ...pinned, seen }).findings
const codes = (lines: readonly string[], seen = pinned.seen) => told(lines, seen).map(({ code, seq }) => `${code} ${seq}`)

/** An entry that the server writes itself, in the place of whoever it names, with whichever key it has. */
async function forge(line: string, change: (entry: Entry) => object, signer: Signer): Promise<string> {
  const { entry } = findEntry(line)!
  const changed = { ...entry, ...change(entry) } as Entry
  return renderEntry({ entry: changed, signature: await signValue(signer, 'membership', changed), approval: null })
}

describe('a swapped key', () => {
  test('in a stored entry: the signature does not fit any more', () => {
    const line = log.lines[2]!.replace(cilla.recipient, mallory.recipient).replace(cilla.verifyKey, mallory.verifyKey)
    expect(codes([...log.lines.slice(0, 2), line, ...log.lines.slice(3)])).toEqual(['membership.signature-wrong 3'])
  })

  test('in an entry written anew by the server: nobody of that key may sign', async () => {
    const line = await forge(log.lines[2]!, () => ({ subject: subjectFor({ ...mallory, id: cilla.id }, 'core-member') }), { ...mallory.signer, id: bo.id })
    expect(codes([...log.lines.slice(0, 2), line])).toEqual(['membership.shortened 3', 'membership.signature-wrong 3'])
    const own = await forge(log.lines[2]!, () => ({ signer: mallory.id, subject: subjectFor(mallory, 'core-member') }), mallory.signer)
    expect(codes([...log.lines.slice(0, 2), own])).toEqual(['membership.shortened 3', 'membership.signer-unknown 3'])
  })

  test('at the invitation: the words read aloud differ, and the invited one sees other keys than her own', async () => {
    expect(keyWords({ ...cilla, recipient: mallory.recipient })).not.toEqual(keyWords(cilla))
    const swapped = await extended(log, add({ ...mallory, id: idOf(7) }, 'core-member'), anna.signer)
    expect(checkOwnKeys(swapped.membership, idOf(7), await person(idOf(7)))).toEqual(['membership.own-keys-other'])
  })

  test('the epoch\'s recipient: it comes from the log, and the log is signed', async () => {
    const rotated = await extended(log, rotate(await epochOf(2)), anna.signer)
    const line = rotated.lines[5]!.replace((await epochOf(2)).recipient, mallory.recipient)
    expect(codes([...log.lines, line])).toEqual(['membership.signature-wrong 6'])
    const own = await forge(rotated.lines[5]!, () => ({ subject: { epoch: 2, recipient: mallory.recipient }, signer: mallory.id }), mallory.signer)
    expect(codes([...log.lines, own])).toEqual(['membership.signer-unknown 6'])
  })

  test('the recovery\'s: two coordinators, or nothing', async () => {
    const change = { type: 'recovery', subject: { recipient: mallory.recipient, verifyKey: mallory.verifyKey } } as const
    expect(await problemCodes(() => proposeEntry(log.membership, { change, signer: anna.signer, createdAt: now }))).toEqual(['membership.approver-missing'])
  })
})

describe('a log that is not the one', () => {
  test('a dropped entry, wherever it was', () => {
    for (let seq = 1; seq <= 5; seq += 1) {
      const found = codes(log.lines.toSpliced(seq - 1, 1))
      expect(found[0]).toBe(seq === 1 ? 'membership.other-genesis 1' : 'membership.shortened 4')
      // Whoever sees the log for the first time, and has no head to compare, is told as well, unless it is the end that is missing.
      if (seq < 5) expect(verifyLog(log.lines.toSpliced(seq - 1, 1), { network, genesis: log.genesis }).membership).toBeUndefined()
    }
  })

  test('a removal held back, and the log continued without it', async () => {
    const removed = await extended(log, remove(cilla), anna.signer)
    const continued = await extended(log, rotate(await epochOf(2)), anna.signer)
    const seen = headOf(removed.membership)
    expect(codes(log.lines, seen)).toEqual(['membership.shortened 5'])
    expect(codes(continued.lines, seen)).toEqual(['membership.forked 6'])
  })

  test('rolled back to an earlier state', () => {
    for (let length = 1; length < 5; length += 1) expect(codes(log.lines.slice(0, length))).toEqual([`membership.shortened ${length}`])
    expect(codes([])).toEqual(['membership.other-genesis 1', 'membership.shortened 0'])
  })

  test('a fork shown to two members: each sees one that is sound, together they hear it', async () => {
    const [forAnna, forBo] = [await extended(log, remove(cilla), anna.signer), await extended(log, remove(reception), anna.signer)]
    expect(told(forAnna.lines)).toEqual([])
    expect(told(forBo.lines)).toEqual([])
    expect(headWords(headOf(forAnna.membership))).not.toEqual(headWords(headOf(forBo.membership)))
    expect(codes(forAnna.lines, headOf(forBo.membership))).toEqual(['membership.forked 6'])
    // Nor do they have to talk: the next grant says which log its giver saw.
    const given = await makeGrant(bo.id, { membership: forAnna.membership, epoch: 1, identity: firstEpoch.identity, signer: anna.signer, createdAt: now })
    expect(await problemCodes(() => openGrant(given, bo.keys.identity, forBo.membership))).toEqual(['seal.grant-of-other-log'])
    expect(await problemCodes(() => openGrant(given, bo.keys.identity, log.membership))).toEqual(['seal.grant-of-later-log'])
  })

  test('another network\'s, or one that the server founded', async () => {
    const subject = { founder: subjectFor(mallory, 'coordinator'), epoch: { epoch: 1, recipient: firstEpoch.recipient }, recovery: recovery.subject }
    const own = await foundLog(network, subject, mallory.signer, now)
    expect(verifyLog([own], { network, genesis: log.genesis }).findings).toEqual([{ code: 'membership.other-genesis', seq: 1 }])
    expect(verifyLog(log.lines, { network: idOf(9), genesis: log.genesis }).findings).toEqual([{ code: 'membership.other-network', seq: 1 }])
  })

  test('entries swapped, doubled, renumbered, or of a later version', async () => {
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = log.lines
    expect(codes([first, third, second, fourth, fifth])).toEqual(['membership.gap 2'])
    expect(codes([first, second, second, third, fourth, fifth])).toContain('membership.gap 3')
    const renumbered = await forge(fourth, () => ({ seq: 3 }), anna.signer)
    expect(codes([first, second, renumbered, third, fourth])).toContain('membership.chain-broken 3')
    expect(codes([first, second, third, fourth, fifth, fifth.replace('"v":1}', '"v":2}')])).toEqual(['membership.version-unknown 6'])
    expect(codes([first, second, third, fourth, fifth, '{}'])).toEqual(['membership.malformed 6'])
  })

  test('any character changed anywhere', () => {
    const before = log.lines.map((_, at) => (at === 0 ? undefined : verifyLog(log.lines.slice(0, at), { network, genesis: log.genesis }).membership))
    fc.assert(
      fc.property(fc.nat(4), fc.nat(), fc.integer({ min: 32, max: 126 }), (at, place, code) => {
        const line = log.lines[at]!
        const index = place % line.length
        const changed = line.slice(0, index) + String.fromCharCode(code) + line.slice(index + 1)
        fc.pre(changed !== line)
        // Refused at its own place, without a look at the hash that the next entry or the pin would compare.
        expect(typeof extendMembership(before[at], changed, network)).toBe('string')
        expect(entryHash(changed)).not.toBe(log.membership.hashes[at])
      }),
      { seed: 500, numRuns: process.env['LYKTA_PROVE'] === '1' ? 10_000 : 500 },
    )
  })
})

describe('a forged grant', () => {
  const give = async (change: object, signer: Signer, recipient = cilla.recipient) => {
    const { seq, hash } = headOf(log.membership)
    const value = { v: 1, network, epoch: 1, holder: cilla.id, identity: firstEpoch.identity, grantor: anna.id, log: { seq, hash }, createdAt: now, ...change }
    const file = await sealToRecipient(canonicalText({ grant: value, signature: await signValue(signer, 'grant', value) }), recipient)
    return problemCodes(() => openGrant({ ...grant, file }, cilla.keys.identity, log.membership))
  }

  test('the helper makes a good one when nothing is changed', async () => {
    expect(await give({}, anna.signer)).toEqual([])
  })

  test.each([
    ['with the server\'s own epoch identity', { identity: mallory.keys.identity }, mallory.signer, ['seal.grant-signature-wrong', 'seal.grant-key-wrong']],
    ['the same from a coordinator', { identity: mallory.keys.identity }, anna.signer, ['seal.grant-key-wrong']],
    ['signed by nobody who may', {}, mallory.signer, ['seal.grant-signature-wrong']],
    ['in the name of a core member', { grantor: cilla.id }, cilla.signer, ['seal.grantor-without-right']],
    ['in the name of a stranger', { grantor: mallory.id }, mallory.signer, ['seal.grantor-without-right']],
    ['of another member', { holder: bo.id }, anna.signer, ['seal.grant-of-other-member']],
    ['of another network', { network: idOf(9) }, anna.signer, ['seal.grant-of-other-network']],
    ['of another epoch', { epoch: 2 }, anna.signer, ['seal.grant-of-other-epoch', 'seal.grant-key-wrong']],
    ['from before its giver was listed', { grantor: bo.id, log: { seq: 1, hash: log.genesis } }, bo.signer, ['seal.grantor-without-right']],
    ['without a log', { log: null }, anna.signer, ['seal.grant-damaged']],
    ['with a field more', { more: 1 }, anna.signer, ['seal.grant-damaged']],
    ['with an identity that is none', { identity: 'AGE-SECRET-KEY-PQ-1' }, anna.signer, ['seal.grant-damaged']],
  ])('%s', async (_name, change, signer, expected) => {
    expect(await give(change, signer)).toEqual(expected)
  })

  test('in another spelling', async () => {
    const { seq, hash } = headOf(log.membership)
    const value = { v: 1, network, epoch: 1, holder: cilla.id, identity: firstEpoch.identity, grantor: anna.id, log: { seq, hash }, createdAt: now }
    const text = canonicalText({ grant: value, signature: await signValue(anna.signer, 'grant', value) })
    for (const spelling of [text.replace(',', ', '), text.replace(/}$/, ',"x":1}'), `${text}\n`]) {
      const file = await sealToRecipient(spelling, cilla.recipient)
      expect(await problemCodes(() => openGrant({ ...grant, file }, cilla.keys.identity, log.membership))).toEqual(['seal.grant-damaged'])
    }
  })

  test('put in another row', async () => {
    expect(await problemCodes(() => openGrant({ ...grant, epoch: 2 }, cilla.keys.identity, log.membership))).toEqual(['seal.grant-of-other-epoch'])
    expect(await problemCodes(() => openGrant({ ...grant, holder: bo.id }, cilla.keys.identity, log.membership))).toEqual(['seal.grant-of-other-member'])
    expect(await problemCodes(() => openGrant({ ...grant, file: grant.file.subarray(1) }, cilla.keys.identity, log.membership))).toEqual(['seal.grant-damaged'])
  })
})

describe('texts', async () => {
  const row: SealContext = { ...context, network, author: reception.id }
  const authors = { membership: log.membership, position: 5, organisation: hotel }
  const opened = async (files: { body: Uint8Array; key: Uint8Array }, expected = row, by: typeof authors | null = authors) => {
    const { signed, findings } = await openText({ ...files, identity: firstEpoch.identity, expected, ...(by && { authors: by }) })
    return [signed, ...findings]
  }
  const sealed = await sealText({ text: 'Rummet betalades kontant.', context: row, signer: reception.signer, recipient: firstEpoch.recipient })

  test('a device\'s text is signed by the device of its organisation', async () => {
    const { author, ...rest } = await openText({ ...sealed, identity: firstEpoch.identity, expected: row, authors })
    expect(author).toMatchObject({ id: reception.id, role: 'device', organisation: hotel })
    expect(rest).toMatchObject({ text: 'Rummet betalades kontant.', signed: true, findings: [] })
    expect(await opened(sealed, row, { ...authors, organisation: police })).toEqual([true, 'seal.device-of-other-organisation'])
  })

  test('coded answers altered', async () => {
    expect(await opened(sealed, { ...row, codedHash: codedHash('{"placeType":"home"}') })).toEqual([true, 'seal.answers-altered'])
  })

  test('moved to another incident or revision, or an older one put back', async () => {
    expect(await opened(sealed, { ...row, incident: idOf(8) })).toEqual([true, 'seal.other-incident'])
    const next = { ...row, revision: 3, previous: sha256Hex(sealed.body) }
    expect(await opened(sealed, next)).toEqual([true, 'seal.other-revision', 'seal.other-previous'])
  })

  test('invented by the server under a member\'s name, or signed by another', async () => {
    const unsigned = await sealText({ text: 'x', context: row, recipient: firstEpoch.recipient })
    expect(await opened(unsigned)).toEqual([false, 'seal.signature-missing'])
    const forged = await sealText({ text: 'x', context: row, signer: { ...mallory.signer, id: reception.id }, recipient: firstEpoch.recipient })
    expect(await opened(forged)).toEqual([false, 'seal.signature-wrong'])
    const own = await sealText({ text: 'x', context: { ...row, author: mallory.id }, signer: mallory.signer, recipient: firstEpoch.recipient })
    expect(await opened(own, { ...row, author: mallory.id })).toEqual([false, 'seal.author-unknown'])
    expect(await opened(own)).toEqual([false, 'seal.other-author', 'seal.author-unknown'])
  })

  test('a signature under the name of the import', async () => {
    const signed = await sealText({ text: 'x', context, signer: { ...mallory.signer, id: 'import' }, recipient: firstEpoch.recipient })
    expect(await opened(signed, context)).toEqual([false, 'seal.author-unknown'])
  })

  test('without a log nothing passes for signed', async () => {
    expect(await opened(sealed, row, null)).toEqual([false, 'seal.signature-unchecked'])
  })

  test('only the author that the row names can sign', async () => {
    const wrong = sealText({ text: 'x', context: row, signer: signerOf(bo.id, bo.keys.signingKey), recipient: firstEpoch.recipient })
    await expect(wrong).rejects.toThrow('only the author signs')
  })
})

test('a weaker scrypt is not opened, right passphrase or not', async () => {
  const file = await lockWithPassphrase(anna.keys, 'abacus zoom', 16, { weakForTests: true })
  for (const passphrase of ['abacus zoom', 'wrong']) {
    expect(await problemCodes(() => unlockWithPassphrase(file, passphrase, { network, member: anna.id }))).toEqual(['seal.work-factor-refused'])
  }
})

test('a device enrolled by the server without a coordinator', async () => {
  const line = await forge(log.lines[4]!, () => ({ ...device(mallory), seq: 6, previous: pinned.seen.hash }), { ...mallory.signer, id: anna.id })
  expect(extendMembership(log.membership, line, network)).toBe('membership.signature-wrong')
})
