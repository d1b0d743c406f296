// How many incidents were withdrawn, or later held to be unfounded: a number of its own, by years, as those who read it may know it.
import { type Count, type Policy, protect, type ProtectedTable } from '@lykta/disclosure'
import { ProblemError } from '@lykta/incident'
import { type Chained, type Collection, countFurthest } from '@lykta/statistics'
import type { Protecting } from './protecting.ts'

export type ApartRequest = Omit<Protecting, 'count'> & {
  readonly id: 'withdrawn' | 'unfounded'
  /** These incidents and no others. */
  readonly chained: readonly Chained[]
  readonly policy: Policy
  /** First and last; nothing when the first comes after the last. */
  readonly years: readonly [first: number, last: number]
  readonly collection: Collection
}

/**
 * Years merge until as many stand together as the policy asks for; the last ones wait for those to come. What is withdrawn is in no
 * other count. What is unfounded is a part of the total, and of no table by any attribute. Null where nothing can be told.
 */
export async function protectApart({ id, chained, policy, years, collection, ...means }: ApartRequest): Promise<ProtectedTable | null> {
  const [first, last] = years
  if (first > last) return null
  const count: Count = async (specs, periods, byOrganisation) => countFurthest(chained, { specs, periods, byOrganisation, asOf: means.asOf })
  const spec = { id, unit: 'incident', by: [], base: 'all' } as const
  const plan = { id: 'situation-apart-1', blockYears: 3, tables: [{ id, release: 'year', harmless: true, parts: [{ spec, figures: [{ id, code: null }] }] }] } as const
  try {
    const { tables } = await protect({ ...means, count, plan, policy, years, collection, earlier: [] })
    return tables.find((table) => table.id === id && table.periods.length > 0) ?? null
  } catch (error) {
    if (error instanceof ProblemError && error.problems.every(({ code }) => code === 'disclosure.totals-exposed')) return null
    throw error
  }
}
