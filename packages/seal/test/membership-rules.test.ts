// The rules against a second telling of them: a handful of people try everything, in long random orders.
import { type Entry, headOf, holdersAt, type KeyRole, type Membership } from '@lykta/seal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEntry } from '../src/membership/apply-entry.ts'
import { findObjection } from '../src/membership/rules.ts'
import { hotel, idOf, network, now } from './network.ts'

const proving = process.env['LYKTA_PROVE'] === '1'
const people = [1, 2, 3, 4, 5].map(idOf)
const recovery = 'recovery'

type Attempt = {
  readonly type: 'add' | 'remove' | 'rotate' | 'device'
  readonly signer: string
  readonly approver: string | null
  readonly target: string
  readonly role: KeyRole
}
const who = fc.constantFrom(...people)
const attempts = fc.array(
  fc.record({
    type: fc.constantFrom('add' as const, 'add' as const, 'remove' as const, 'rotate' as const, 'device' as const),
    // Mostly the founder and one more, so that a network grows at all.
    signer: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(people[0]!, people[1]!) }, { weight: 4, arbitrary: who }, { weight: 1, arbitrary: fc.constant(recovery) }),
    approver: fc.option(who, { freq: 2 }),
    target: who,
    role: fc.constantFrom('reporter' as const, 'core-member' as const, 'coordinator' as const, 'coordinator' as const),
  }),
  { minLength: 30, maxLength: 60, size: 'max' },
)

/** The model: who has which role now, and nothing else. Written from docs/protocol.md, not from the code. */
type Model = ReadonlyMap<string, KeyRole | 'device'>

function allows(model: Model, everDevice: ReadonlySet<string>, everMember: ReadonlySet<string>, { type, signer, approver, target, role }: Attempt): boolean {
  const coordinators = [...model].filter(([, held]) => held === 'coordinator').map(([id]) => id)
  const targetIsCoordinator = coordinators.includes(target)
  const leaving = type === 'remove' && signer === target
  if (signer !== recovery && !coordinators.includes(signer) && !(leaving && model.has(signer) && model.get(signer) !== 'device')) return false
  const aboutPerson = type !== 'rotate'
  if (approver !== null && (!coordinators.includes(approver) || approver === signer || (aboutPerson && approver === target))) return false
  const concernsCoordinator = (type === 'add' && role === 'coordinator') || (aboutPerson && targetIsCoordinator)
  if (concernsCoordinator && !leaving && signer !== recovery && coordinators.length >= 2 && approver === null) return false
  if (targetIsCoordinator && coordinators.length === 1 && (type === 'remove' || (type === 'add' && role !== 'coordinator'))) return false
  if (type === 'add') return !everDevice.has(target)
  if (type === 'device') return !everDevice.has(target) && !everMember.has(target)
  return type === 'rotate' || model.has(target)
}

test('every attempt is taken or refused as the model says, and the log ends with the model\'s people', () => {
  let [taken, refused] = [0, 0]
  fc.assert(
    fc.property(attempts, (list) => {
      let fresh = 0
      const key = () => String((fresh += 1)).padStart(64, '0')
      const recipient = () => `age1pq1${key().padStart(1952, '0')}`
      const common = { v: 1, network, approver: null, createdAt: now } as const
      const founder = { member: people[0]!, role: 'coordinator' as const, organisation: hotel, recipient: recipient(), verifyKey: key() }
      const subject = { founder, epoch: { epoch: 1, recipient: recipient() }, recovery: { recipient: recipient(), verifyKey: key() } }
      let membership: Membership = applyEntry(undefined, { ...common, seq: 1, signer: founder.member, previous: null, type: 'genesis', subject }, key())
      const model = new Map<string, KeyRole | 'device'>([[founder.member, 'coordinator']])
      const [everDevice, everMember] = [new Set<string>(), new Set<string>([founder.member])]
      for (const attempt of list) {
        const { seq, hash } = headOf(membership)
        const entry = {
          ...common, seq: seq + 1, previous: hash, signer: attempt.signer, approver: attempt.approver, type: attempt.type,
          subject: {
            add: { member: attempt.target, role: attempt.role, organisation: hotel, recipient: recipient(), verifyKey: key() },
            remove: { id: attempt.target },
            device: { device: attempt.target, organisation: hotel, verifyKey: key() },
            rotate: { epoch: membership.epochs.length + 1, recipient: recipient() },
          }[attempt.type],
        } as Entry
        const objection = findObjection(membership, entry)
        expect(objection === undefined, JSON.stringify([attempt, objection])).toBe(allows(model, everDevice, everMember, attempt))
        if (objection !== undefined) {
          refused += 1
          continue
        }
        taken += 1
        membership = applyEntry(membership, entry, key())
        if (attempt.type === 'add') everMember.add(attempt.target)
        if (attempt.type === 'device') everDevice.add(attempt.target)
        if (attempt.type === 'remove') model.delete(attempt.target)
        else if (attempt.type !== 'rotate') model.set(attempt.target, attempt.type === 'add' ? attempt.role : 'device')
        expect(new Map(holdersAt(membership).map(({ id, role }) => [id, role]))).toEqual(model)
        expect([...model.values()]).toContain('coordinator')
      }
    }),
    { seed: 4711, numRuns: proving ? 20_000 : 1000 },
  )
  // Both outcomes are common, or the test would show little.
  expect(taken).toBeGreaterThan(5000)
  expect(refused).toBeGreaterThan(5000)
})
