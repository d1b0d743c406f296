// A request to protect a register held in memory, with the real counter and the real solver.
import { createHash } from 'node:crypto'
import { hierarchiesOn } from '@lykta/incident'
import { countInMemory, type CountInput } from '@lykta/statistics'
import { solveExtremes } from '../../../../apps/server/src/adapters/solve-extremes.ts'
import { type Audience, defaultPlan, defaultPolicies, type ProtectRequest } from '../../src/index.ts'

export const collection = { from: '2017-01-01', to: '2020-03-01' }

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const hierarchies = hierarchiesOn('2020-03-01')

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
    count: (specs, periods) => Promise.resolve(countInMemory(input, specs, periods, { collection: days, basis: 'occurred' })),
    solve: solveExtremes,
    digest: sha256,
    asOf: input.position,
    earlier: [],
    ...rest,
  }
}
