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
    expect(certificate.members).toEqual({ organisations: 4, audited: 4 })
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
