// A request to protect a register held in memory, with the real counter and the real solver.
import { createHash } from 'node:crypto'
import { countInMemory, type CountInput } from '@lykta/statistics'
import { solveExtremes } from '../../../../apps/server/src/adapters/solve-extremes.ts'
import { type Hierarchy, type Audience, defaultPlan, defaultPolicies, type ProtectRequest } from '../../src/index.ts'

export const collection = { from: '2017-01-01', to: '2020-03-01' }

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const under = (parent: string, codes: readonly string[]): Record<string, string> => Object.fromEntries(codes.map((code) => [code, parent]))

/** Small ones for tests; the program takes the catalogue's. */
export const hierarchies: readonly Hierarchy[] = [
  {
    dimension: 'nationality',
    parents: {
      ...under('eu', ['BG', 'DE', 'EE', 'FI', 'HU', 'LT', 'LV', 'PL', 'RO', 'SE']),
      ...under('outside-eu', ['AL', 'BR', 'CN', 'NG', 'RU', 'TH', 'UA', 'VN']),
    },
  },
  {
    dimension: 'place-type',
    parents: { ...under('indoors', ['hotel', 'home', 'workplace', 'massage-parlour']), street: 'outdoors', internet: 'online' },
  },
  { dimension: 'sector', parents: under('authorities', ['police', 'social-services', 'municipality', 'region']) },
  {
    dimension: 'indicator',
    parents: {
      ...under('sexual', ['sexual.many-phones', 'sexual.moves-often', 'sexual.spoken-for', 'sexual.unusual-hours', 'sexual.prostitution-setting']),
      ...under('general', ['general.fear-or-stress', 'general.disoriented', 'general.unnaturally-cheerful', 'general.no-identity-documents']),
      ...under('labour', ['labour.paid-little-or-nothing', 'labour.lives-at-workplace']),
    },
  },
]

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
