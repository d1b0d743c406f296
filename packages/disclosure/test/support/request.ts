// A request to protect a register held in memory, with the real counter and the real solver.
import { createHash } from 'node:crypto'
import { hierarchiesOn } from '@lykta/incident'
import { type Collection, countInMemory, type CountInput } from '@lykta/statistics'
import { type Audience, type Count, defaultPlan, defaultPolicies, type ProtectRequest } from '../../src/index.ts'
import { load, solveExtremes } from './solvers.ts'

export const collection = { from: '2017-01-01', to: '2020-03-01' }

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const hierarchies = hierarchiesOn('2020-03-01')

export function countOf(input: CountInput, days: Collection = collection): Count {
  return (specs, periods, byOrganisation) => Promise.resolve(countInMemory(input, specs, periods, { collection: days, basis: 'occurred', byOrganisation }))
}

export function requestFor(input: CountInput, changes: Partial<ProtectRequest> & { readonly audience?: Audience } = {}): ProtectRequest {
  const { audience = 'public', ...rest } = changes
  const policy = rest.policy ?? defaultPolicies[audience]
  const days = rest.collection ?? collection
  return {
    plan: defaultPlan(policy),
    policy,
    hierarchies,
    years: [2017, 2019],
    collection: days,
    count: countOf(input, days),
    solve: solveExtremes,
    load,
    digest: sha256,
    asOf: input.position,
    earlier: [],
    ...rest,
  }
}
