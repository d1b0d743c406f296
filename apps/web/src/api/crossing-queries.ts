// What the crossing and the dark figure ask of the server: names of attributes and years, never a value of a case.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CompletionAnswer, CrossingAnswer, DarkFigureAnswer } from '../../../server/src/api/crossing-types.ts'
import { ask } from './ask.ts'

export type CrossingChoice = { readonly unit: string; readonly rows: string; readonly columns: string; readonly from: number; readonly to: number }

export const crossingQuery = ({ unit, rows, columns, from, to }: CrossingChoice) =>
  queryOptions({
    queryKey: ['crossing', unit, rows, columns, from, to],
    queryFn: ({ signal }) => ask<CrossingAnswer>(`crossing?${new URLSearchParams({ unit, rows, columns, from: String(from), to: String(to) })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const darkFigureQuery = (from: number, to: number, linkageKnown: boolean) =>
  queryOptions({
    queryKey: ['dark-figure', from, to, linkageKnown],
    queryFn: ({ signal }) => ask<DarkFigureAnswer>(`dark-figure?from=${from}&to=${to}&linkage=${linkageKnown ? 'known' : 'unknown'}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const completionQuery = queryOptions({ queryKey: ['completion'], queryFn: ({ signal }) => ask<CompletionAnswer>('completion', { signal }) })
