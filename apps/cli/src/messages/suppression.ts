// The words of `lykta protect` and `lykta audit`.
import type { Language } from '@lykta/incident'

type Pattern = { readonly hidden: number; readonly cost: number; readonly bound: number; readonly optimal: boolean }

const sv = {
  badSeconds: '--seconds ska vara ett antal sekunder, till exempel 60.',
  steps: { first: 'ett säkert mönster', relaxed: 'förbättrar, och flyttar gränsen', whole: 'söker det bevisat bästa' },
  protecting: (step: string, cost: number, bound: number) => `${step}: vikt ${cost}, bevisat minst ${bound}`,
  auditing: (done: number, all: number) => `angripna celler: ${done} av ${all}`,
  pattern: ({ hidden, cost, bound, optimal }: Pattern) =>
    `${hidden === 1 ? '1 cell döljs' : `${hidden} celler döljs`} utöver de känsliga, med vikten ${cost}. ${optimal ? 'Mindre går inte; det är bevisat.' : `Bevisat: minst ${bound}.`}`,
  interval: (id: number, low: number, high: number | null) => `${id}: ${low} till ${high ?? 'obegränsat'}`,
  exact: (ids: readonly number[]) => (ids.length === 0 ? 'Ingen dold cell kan räknas ut.' : `Kan räknas ut exakt: ${ids.join(', ')}`),
}

const en: typeof sv = {
  badSeconds: '--seconds should be a number of seconds, for instance 60.',
  steps: { first: 'a safe pattern', relaxed: 'improves, and moves the bound', whole: 'looks for the proven best' },
  protecting: (step, cost, bound) => `${step}: weight ${cost}, proven at least ${bound}`,
  auditing: (done, all) => `attacked cells: ${done} of ${all}`,
  pattern: ({ hidden, cost, bound, optimal }) =>
    `${hidden === 1 ? '1 cell is hidden' : `${hidden} cells are hidden`} besides the sensitive ones, with the weight ${cost}. ${optimal ? 'It cannot be less; that is proven.' : `Proven: at least ${bound}.`}`,
  interval: (id, low, high) => `${id}: ${low} to ${high ?? 'unbounded'}`,
  exact: (ids) => (ids.length === 0 ? 'No hidden cell can be worked out.' : `Can be worked out exactly: ${ids.join(', ')}`),
}

export const suppressionWords: Readonly<Record<Language, typeof sv>> = { sv, en }
