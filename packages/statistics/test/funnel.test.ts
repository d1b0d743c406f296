// The funnel counts what was written down, and medians rest on the cases whose days are known.
import { type ChainLine, defaultChain } from '@lykta/incident'
import { expect, test } from 'vitest'
import { chainFunnel, medianOf } from '../src/index.ts'

const line = (...reached: readonly (readonly [step: string, days: number | null])[]): ChainLine => ({
  reached: reached.map(([step, days]) => ({ step, kind: 'way', on: null, organisation: null, source: 'event', days })), tried: [], stands: null,
})

test('cases, medians and on how many they rest', () => {
  const funnel = chainFunnel(defaultChain, [
    line(['known', null], ['police', 1], ['contact', 10]), line(['known', null], ['contact', 3]), line(['known', null], ['police', null]), line(['known', null], ['police', 4], ['contact', -2]),
  ])
  expect(funnel.filter(({ cases }) => cases > 0)).toEqual([
    { step: 'known', cases: 4, median: null, timed: 0 },
    { step: 'police', cases: 3, median: 2.5, timed: 2 },
    // Days that run backwards are no time.
    { step: 'contact', cases: 3, median: 6.5, timed: 2 },
  ])
  expect(funnel.map(({ step }) => step)).toEqual(defaultChain.map(({ id }) => id))
})

test('the median of none, one, an odd and an even number', () => {
  expect([[], [7], [9, 1, 4], [4, 1]].map(medianOf)).toEqual([null, 7, 4, 2.5])
})
