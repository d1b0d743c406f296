// The coordinator's role goes to another organisation: who must sign, who is one no more, and who has had it.
import { type Change, approveEntry, extendMembership, findHolder, type HandOverSubject, isRotationDue, makeRotation, type Membership, proposeEntry, readersOf } from '@lykta/seal'
import { expect, test } from 'vitest'
import { found, hotel, idOf, network, now, person, police, recoverer, subjectFor, verified } from './network.ts'

const [anna, bo, hedda, cilla] = await Promise.all([1, 2, 3, 4].map((number) => person(idOf(number))))
/** Anna and Bo coordinate for the police, Hedda for the hotel; Cilla reads. */
const begun = await (async () => {
  let { lines, membership } = await found(anna!)
  const take = async (change: Exclude<Change, { type: 'genesis' }>, approver?: typeof anna): Promise<void> => {
    const line = await proposeEntry(membership, { change, signer: anna!.signer, createdAt: now, ...(approver && { approver: approver.id }) })
    ;({ lines, membership } = verified([...lines, approver ? await approveEntry(line, approver.signer) : line]))
  }
  await take({ type: 'add', subject: subjectFor(hedda!, 'coordinator', hotel) })
  await take({ type: 'add', subject: subjectFor(bo!, 'coordinator') }, hedda)
  await take({ type: 'add', subject: subjectFor(cilla!, 'core-member') })
  return membership
})()
const change = (subject: Partial<HandOverSubject> = {}) => ({ type: 'hand-over', subject: { from: police, to: hotel, former: 'removed', ...subject } }) as const
const handedOver = async (former: HandOverSubject['former']): Promise<Membership> => {
  const line = await approveEntry(await proposeEntry(begun, { change: change({ former }), signer: anna!.signer, approver: hedda!.id, createdAt: now }), hedda!.signer)
  const after = extendMembership(begun, line, network)
  if (typeof after === 'string') throw new Error(after)
  return after
}

test('all coordinators of the one organisation are gone, the other has the role, and a new key is due', async () => {
  const after = await handedOver('removed')
  expect([anna, bo, hedda, cilla].map((who) => findHolder(after, who!.id)?.role)).toEqual([undefined, undefined, 'coordinator', 'core-member'])
  expect(after.controllers.map(({ organisation }) => organisation)).toEqual([police, hotel])
  // What they signed before is theirs, and at that position they were listed.
  expect(findHolder(after, anna!.id, begun.hashes.length)?.role).toBe('coordinator')
  expect(isRotationDue(after)).toBe(true)
  const { membership, grants } = await makeRotation(after, hedda!.signer, now)
  expect([isRotationDue(membership), grants.map(({ holder }) => holder).toSorted()]).toEqual([false, [cilla!.id, hedda!.id, 'recovery'].toSorted()])
})

test('or they are of the core group from then on, with the same keys', async () => {
  const after = await handedOver('core-member')
  expect([anna, bo].map((who) => findHolder(after, who!.id))).toMatchObject([anna, bo].map((who) => ({ role: 'core-member', organisation: police, verifyKey: who!.verifyKey, recipient: who!.recipient })))
  expect(readersOf(after)).toHaveLength(4)
  await expect(proposeEntry(after, { change: { type: 'remove', subject: { id: cilla!.id } }, signer: anna!.signer, createdAt: now })).rejects.toMatchObject({ problems: [{ code: 'membership.signer-without-right' }] })
})

test.each([
  ['without somebody who takes over', change(), anna, undefined, 'membership.approver-missing'],
  ['taken over by one of the same organisation', change(), anna, bo, 'membership.approver-without-right'],
  ['taken over by no coordinator', change(), anna, cilla, 'membership.approver-without-right'],
  ['of another organisation than her own', change({ from: hotel, to: police }), anna, hedda, 'membership.signer-without-right'],
  ['taken by the one who wants it', change(), hedda, anna, 'membership.signer-without-right'],
  ['by a core member', change(), cilla, hedda, 'membership.signer-without-right'],
] as const)('not %s', async (_, what, signer, approver, code) => {
  await expect(proposeEntry(begun, { change: what, signer: signer!.signer, createdAt: now, ...(approver && { approver: approver.id }) })).rejects.toMatchObject({ problems: [{ code }] })
})

test('nor by two sheets, nor to nobody, nor from an organisation to itself', async () => {
  await expect(proposeEntry(begun, { change: change(), signer: recoverer, approver: hedda!.id, createdAt: now })).rejects.toMatchObject({ problems: [{ code: 'membership.signer-without-right' }] })
  await expect(proposeEntry(begun, { change: change({ to: idOf(9) }), signer: anna!.signer, approver: hedda!.id, createdAt: now })).rejects.toMatchObject({ problems: [{ code: 'membership.approver-without-right' }] })
  await expect(proposeEntry(begun, { change: change({ from: police, to: police }), signer: anna!.signer, approver: bo!.id, createdAt: now })).rejects.toThrow()
})
