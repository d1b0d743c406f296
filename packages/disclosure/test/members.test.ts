// Each member organisation knows what it reported itself: attacked once more with that, by the program and by one that was written apart.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'
import { recordProof } from '../../../test/prove/record-proof.ts'
import { defaultPlan, defaultPolicies, protect, type Protection } from '../src/index.ts'
import { type Exposure, independentAttack } from './support/independent-attack.ts'
import { randomRegister } from './support/random-register.ts'
import { collection, requestFor } from './support/request.ts'
import { type Alike, planOf, printed, registerOf } from './support/small-register.ts'
import { stepsOf } from './support/steps.ts'
import { knownSums } from '../src/member-bounds.ts'
import { hideUntilSafe } from '../src/hide.ts'
import { primaryDecisions, printTables } from '../src/print-tables.ts'

const proving = process.env['LYKTA_PROVE'] === '1'
const policy = defaultPolicies.public

/** Of 25 incidents 12 with police contacted; organisation 0 reported 20 of them and 8 of these. Of the five others four were "yes". */
const ofOneReporter: readonly Alike[] = [
  { times: 8, by: 0 }, { times: 6, by: 0, policeContacted: 'no' }, { times: 6, by: 0, policeContacted: 'unknown' },
  { times: 2, by: 1 }, { times: 2, by: 2 }, { times: 1, by: 3, policeContacted: 'unknown' },
]
const plan = planOf(...defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'police'].includes(id)))

describe('an organisation that reported most of a year', () => {
  const request = requestFor(registerOf(ofOneReporter), { plan, years: [2019, 2019] })

  test('is not told that one of the five others was not "yes": the "yes" of all are hidden', async () => {
    const { tables, certificate } = await protect(request)
    expect([printed(tables, 'incidents').base, printed(tables, 'policeContacted').base]).toEqual(['25', '×'])
    expect(certificate.members).toEqual({ organisations: 4, audited: 4, minimumWidth: 2 })
  })
  test('would be: without what it knows of the cells beside, they would stand', async () => {
    const { laid, input, auditBodies } = await stepsOf(request)
    const alone = await hideUntilSafe({ ...input, ownCounts: new Map(), ownGroups: new Map() }, primaryDecisions(laid))
    const bodies = printTables(laid, alone.decisions, input, input.asOf)
    expect(bodies.find(({ id }) => id === 'policeContacted')!.base).toEqual([{ state: 'shown', count: 12, atLeast: false }])
    const { verdicts, members } = await auditBodies(bodies)
    expect(verdicts.filter(({ safe }) => !safe)).toEqual([])
    expect(members.short).toMatchObject([{ organisation: 'org-0', key: 'incident|police-contacted|no@2019', interval: { low: 0, high: 1 }, demand: { low: 0, high: 2 } }])
  })
})

describe('what a member knows of the others', () => {
  const names = ['person||@2018', 'person-occurrence||@2018', 'person||@2019', 'person-occurrence||@2019', 'person||@2018-2019', 'person|contact|yes@2018', 'person|contact|yes@2019', 'incident|contact|yes@2019', 'incident||@2019']
  // In 2019 two organisations met the same person.
  const truths = [9, 9, 7, 8, 14, 4, 3, 2, 5]
  const own = [4, 4, 3, 3, 6, 2, 1, 1, 2]
  const law = (terms: readonly (readonly [number, number])[]) => ({ terms, lower: 0, upper: Infinity })
  const known = (terms: readonly (readonly [number, number])[], of = own) => knownSums({ constraints: [law(terms)] }, { names, truths })(of)[0]!.lower

  test('is what is true of every part, where no person can have been met twice', () => {
    // Persons in contact are persons: known of the others in 2018, not in 2019; incidents are met once.
    expect([known([[0, 1], [5, -1]]), known([[2, 1], [6, -1]]), known([[8, 1], [7, -1]])]).toEqual([2, 0, 1])
    // Two years have at least the persons of both together; that they have at least one's is not known of the others.
    expect([known([[0, 1], [2, 1], [4, -1]]), known([[4, 1], [0, -1]])]).toEqual([1, 0])
  })
  test('is not what its own reports break', () => {
    expect(known([[8, 1], [7, -1]], [4, 4, 3, 3, 6, 2, 1, 3, 2])).toBe(-1)
  })
})

/** The organisation that reported most, and one that reported something. */
function reportersOf({ incidents }: CountInput): readonly string[] {
  const counts = [...Map.groupBy(incidents, ({ answers }) => answers.reportedBy)].map(([id, own]) => ({ id, own: own.length })).sort((a, b) => b.own - a.own)
  return proving ? counts.map(({ id }) => id) : counts.slice(0, 1).map(({ id }) => id)
}

test('an attacker written apart, who is a member, finds nothing about the others in what is published of any register', async () => {
  const seen = { registers: 0, members: 0, asked: 0 }
  const exposed: Exposure[] = []
  await fc.assert(fc.asyncProperty(randomRegister, async (input) => {
    const protection: Protection | undefined = await protect(requestFor(input)).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problems.every(({ code }) => code === 'disclosure.totals-exposed')) return undefined
      throw error
    })
    if (!protection) return
    seen.registers += 1
    for (const member of reportersOf(input)) {
      const found = await independentAttack(input, collection, policy, protection.tables, 2019, {}, member)
      seen.members += 1
      seen.asked += found.asked
      exposed.push(...found.exposed)
    }
  }), { seed: 20261126, numRuns: proving ? 100 : 3, endOnFailure: true })
  expect(seen.asked).toBeGreaterThan(100)
  recordProof('members', { ...seen, exposed: exposed.length })
  expect(exposed).toEqual([])
}, proving ? 7_200_000 : 300_000)
