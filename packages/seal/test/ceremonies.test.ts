// The ceremonies from beginning to end, with nothing but what the room exports: how the app is meant to use it.
import { randomBytes, randomUUID } from 'node:crypto'
import {
  checkOwnKeys, codedHash, combineSheets, currentRecipient, enrolmentProof, entryHash, foundLog, headOf, isEnrolmentProof, isRotationDue, keyWords, lockWithPassphrase,
  makeEpoch, makeGrant, makeGrants, makeMemberKeys, makePassphrase, makeRecovery, makeRotation, makeSigningKey, openGrant, openText, proposeEntry, publicKeysOf,
  readSheet, renderSheet, rewrapKey, sealText, signerOf, splitRecovery, unlockWithPassphrase, verifyKeyOf, verifyLog, type Membership, type StoredGrant,
} from '@lykta/seal'
import { expect, test } from 'vitest'

const random = (length: number) => Uint8Array.from(randomBytes(length))
const now = () => new Date(1_770_000_000_000).toISOString()

test('a network is founded, a member and a device come in, a report is read, the member goes', async () => {
  const [network, town, hotel] = [randomUUID(), randomUUID(), randomUUID()]
  /** All that the server has. */
  const server = { lines: [] as string[], grants: [] as StoredGrant[], files: new Map<string, Uint8Array>() }
  const verify = (genesis: string, seen?: Membership): Membership => {
    const { membership, findings } = verifyLog(server.lines, { network, genesis, seen: seen && headOf(seen) })
    expect(findings).toEqual([])
    return membership!
  }

  // Founding, in the coordinator's browser: her keys, the recovery, the first epoch, the first line.
  const anna = await makeMemberKeys(network, randomUUID(), random)
  const annaSigns = signerOf(anna.member, anna.signingKey)
  const [recovery, epoch] = [await makeRecovery(), await makeEpoch()]
  const founder = { member: anna.member, role: 'coordinator' as const, organisation: town, ...(await publicKeysOf(anna)) }
  const first = { founder, epoch: { epoch: 1, recipient: epoch.recipient }, recovery: recovery.subject }
  server.lines.push(await foundLog(network, first, annaSigns, now()))
  const genesis = entryHash(server.lines[0]!)
  let hers = verify(genesis)
  server.grants.push(...(await makeGrants({ membership: hers, epoch: 1, identity: epoch.identity, signer: annaSigns, createdAt: now() })))
  const passphrase = makePassphrase(random)
  server.files.set(anna.member, await lockWithPassphrase(anna, passphrase, 4, { weakForTests: true }))
  // The sheets are printed, and two of them typed again before the form takes its first incident.
  const printed = (await splitRecovery(recovery)).map((sheet) => renderSheet(sheet, { network, genesis }))
  const tried = await combineSheets([printed[2]!, printed[0]!].map((text) => readSheet(text, 'network')), recovery.subject.recipient)
  expect(tried).toEqual(recovery)

  // A core member: she makes keys, reads eight words aloud; the coordinator hears the same, signs and grants.
  const cilla = await makeMemberKeys(network, randomUUID(), random)
  const sent = await publicKeysOf(cilla)
  expect(keyWords(sent)).toEqual(keyWords(await publicKeysOf(cilla)))
  const add = { type: 'add' as const, subject: { member: cilla.member, role: 'core-member' as const, organisation: town, ...sent } }
  server.lines.push(await proposeEntry(hers, { change: add, signer: annaSigns, createdAt: now() }))
  hers = verify(genesis, hers)
  server.grants.push(await makeGrant(cilla.member, { membership: hers, epoch: 1, identity: epoch.identity, signer: annaSigns, createdAt: now() }))
  expect(checkOwnKeys(verify(genesis), cilla.member, await publicKeysOf(cilla))).toEqual([])

  // The hotel's device: a secret in the QR code, a proof back, no words.
  const secret = random(32)
  const deviceKey = makeSigningKey(random)
  const device = { device: randomUUID(), organisation: hotel, verifyKey: verifyKeyOf(deviceKey) }
  expect(isEnrolmentProof(secret, device, enrolmentProof(secret, device))).toBe(true)
  server.lines.push(await proposeEntry(hers, { change: { type: 'device', subject: device }, signer: annaSigns, createdAt: now() }))
  hers = verify(genesis, hers)

  // The device reports: it seals to what the log lists, signs, and says which entry it knew last.
  const known = verify(genesis)
  const to = currentRecipient(known)
  const row = {
    network, incident: randomUUID(), revision: 1, previous: null, epoch: to.epoch, author: device.device, formVersion: '1',
    codedHash: codedHash('{"placeType":"hotel"}'), createdAt: now(),
  }
  const stored = await sealText({ text: 'Gästen fick inte tala själv.', context: row, signer: signerOf(device.device, deviceKey), recipient: to.recipient })
  const position = headOf(known).seq

  // The coordinator unlocks and reads it.
  const unlocked = await unlockWithPassphrase(server.files.get(anna.member)!, passphrase.toUpperCase(), { network, member: anna.member }, { weakForTests: true })
  const identity = await openGrant(server.grants.find(({ holder }) => holder === anna.member)!, unlocked.identity, hers)
  const read = await openText({ ...stored, identity, expected: row, authors: { membership: hers, position, organisation: hotel } })
  expect(read).toMatchObject({ text: 'Gästen fick inte tala själv.', signed: true, findings: [] })

  // The core member leaves: removed, rotated, rewrapped.
  server.lines.push(await proposeEntry(hers, { change: { type: 'remove', subject: { id: cilla.member } }, signer: annaSigns, createdAt: now() }))
  hers = verify(genesis, hers)
  expect(isRotationDue(hers)).toBe(true)
  const rotation = await makeRotation(hers, annaSigns, now())
  server.lines.push(rotation.line)
  server.grants = [...rotation.grants]
  const key = await rewrapKey({ key: stored.key, identity, newRecipient: rotation.epoch.recipient })
  hers = verify(genesis, hers)
  expect(isRotationDue(hers)).toBe(false)
  const annas = await openGrant(server.grants.find(({ holder }) => holder === anna.member)!, anna.identity, hers)
  const after = await openText({ body: stored.body, key, identity: annas, expected: row, authors: { membership: hers, position, organisation: hotel } })
  expect(after).toMatchObject({ signed: true, findings: [] })
  expect(server.grants.map(({ holder }) => holder)).toEqual([anna.member, 'recovery'])
})
