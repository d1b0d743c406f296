// Known answers: files and lines written once, which this and every later version must read and write in the same way.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  combineSheets, enrolmentProof, entryHash, headOf, headWords, keyWords, openGrant, openText, publicKeysOf, readSheet, renderSheet, signerOf, splitRecovery,
  unlockWithPasskey, unlockWithPassphrase, unlockWithSheet, verifyLog, type DeviceSubject, type MemberKeys, type SealContext,
} from '@lykta/seal'
import { describe, expect, test } from 'vitest'
import { renderSignedEnvelope } from '../src/envelope.ts'
import { renderBundle } from '../src/members/bundle.ts'

type Vectors = {
  readonly network: string
  readonly member: MemberKeys & { readonly recipient: string; readonly verifyKey: string; readonly words: string; readonly bundle: string }
  readonly passphrase: { readonly words: string; readonly file: string }
  readonly passkey: { readonly prf: string; readonly file: string }
  readonly sheet: { readonly text: string; readonly file: string }
  readonly device: { readonly secret: string; readonly subject: DeviceSubject; readonly proof: string }
  readonly log: { readonly genesis: string; readonly lines: readonly string[]; readonly headWords: string }
  readonly grant: { readonly epoch: number; readonly holder: string; readonly file: string; readonly identity: string }
  readonly text: { readonly row: SealContext; readonly position: number; readonly text: string; readonly plaintext: string; readonly body: string; readonly key: string }
  readonly recovery: { readonly identity: string; readonly signingKey: string; readonly recipient: string; readonly verifyKey: string; readonly sheets: readonly string[] }
}

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as Vectors
const { network, member, passphrase, passkey, sheet, device, log, grant, text, recovery } = vectors
const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))
const keys: MemberKeys = { network, member: member.member, identity: member.identity, signingKey: member.signingKey }
const owner = { network, member: member.member }
const verified = verifyLog(log.lines, { network, genesis: log.genesis })

describe('known answers', () => {
  test('a member\'s keys, their public halves, words and bundle', async () => {
    expect(await publicKeysOf(keys)).toEqual({ recipient: member.recipient, verifyKey: member.verifyKey })
    expect(keyWords(member).join(' ')).toBe(member.words)
    expect(renderBundle(keys)).toBe(member.bundle)
  })

  test('the three files that open them', async () => {
    expect(await unlockWithPassphrase(bytes(passphrase.file), passphrase.words, owner)).toEqual(keys)
    expect(await unlockWithPasskey(bytes(passkey.file), Uint8Array.from(Buffer.from(passkey.prf, 'hex')), owner)).toEqual(keys)
    expect(await unlockWithSheet(bytes(sheet.file), readSheet(sheet.text, 'member'), owner)).toEqual(keys)
    expect(renderSheet(readSheet(sheet.text, 'member'), { network, genesis: log.genesis })).toBe(sheet.text)
  })

  test('a device\'s proof', () => {
    expect(enrolmentProof(Uint8Array.from(Buffer.from(device.secret, 'hex')), device.subject)).toBe(device.proof)
  })

  test('the log', () => {
    expect(verified.findings).toEqual([])
    expect(entryHash(log.lines[0]!)).toBe(log.genesis)
    expect(headWords(headOf(verified.membership!)).join(' ')).toBe(log.headWords)
  })

  test('a grant, and the signed text that it leads to', async () => {
    const identity = await openGrant({ epoch: grant.epoch, holder: grant.holder, file: bytes(grant.file) }, member.identity, verified.membership!)
    expect(identity).toBe(grant.identity)
    const authors = { membership: verified.membership!, position: text.position }
    const opened = await openText({ body: bytes(text.body), key: bytes(text.key), identity, expected: text.row, authors })
    expect(opened).toMatchObject({ text: text.text, signed: true, findings: [] })
    // Ed25519 is deterministic: the same author writes the same bytes again.
    const again = await renderSignedEnvelope(text.row, text.text, signerOf(text.row.author, member.signingKey))
    expect(new TextDecoder().decode(again)).toBe(text.plaintext)
  })

  test('the recovery sheets, any two', async () => {
    const { identity, signingKey, recipient, verifyKey, sheets } = recovery
    for (const pair of [[0, 1], [0, 2], [1, 2]] as const) {
      const typed = pair.map((at) => readSheet(sheets[at]!, 'network'))
      expect(await combineSheets(typed, recipient)).toEqual({ identity, signingKey, subject: { recipient, verifyKey } })
    }
    // A new splitting of the same key is told apart from the old one by nothing but its shares.
    const [other] = await splitRecovery({ identity, signingKey, subject: { recipient, verifyKey } })
    expect(other?.mark).toBe(readSheet(sheets[0]!, 'network').mark)
  })
})
