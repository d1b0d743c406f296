// What the pages ask of the server, each under its key.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  EditionAnswer, EditionListAnswer, IncidentAnswer, IncidentSearch, IncidentSearchAnswer, Job, NetworkAnswer, OverviewAnswer, StatisticsAnswer,
} from '../../../server/src/api/types.ts'
import { ask } from './ask.ts'

const pollMilliseconds = 500

export const networkQuery = queryOptions({
  queryKey: ['network'],
  queryFn: ({ signal }) => ask<NetworkAnswer>('network', { signal }),
})

export const overviewQuery = (year: number) =>
  queryOptions({
    queryKey: ['overview', year],
    queryFn: ({ signal }) => ask<OverviewAnswer>(`overview?year=${year}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const statisticsQuery = (from: number, to: number) =>
  queryOptions({
    queryKey: ['statistics', from, to],
    queryFn: ({ signal }) => ask<StatisticsAnswer>(`statistics?from=${from}&to=${to}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const incidentsQuery = (search: Omit<IncidentSearch, 'after'>) =>
  infiniteQueryOptions({
    queryKey: ['incidents', search],
    queryFn: ({ signal, pageParam }) =>
      ask<IncidentSearchAnswer>('incidents/search', { method: 'POST', body: pageParam === null ? search : { ...search, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: IncidentSearchAnswer) => last.next,
    placeholderData: keepPreviousData,
  })

/** How many incidents wait: new ones, or those whose reporter has answered. */
export const waitingQuery = (waiting: 'new' | 'answered') =>
  queryOptions({
    queryKey: ['incidents', 'total', waiting],
    queryFn: ({ signal }) => ask<IncidentSearchAnswer>('incidents/search', { method: 'POST', body: { waiting, order: 'arrived' }, signal }),
    select: ({ total }) => total,
  })

export const incidentQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref],
    queryFn: ({ signal }) => ask<IncidentAnswer>(`incidents/${encodeURIComponent(ref)}`, { signal }),
  })

/** Asked again while something is being made. */
export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: ({ signal }) => ask<EditionListAnswer>('editions', { signal }),
  refetchInterval: ({ state }) => (state.data?.editions.some(({ job }) => job?.state === 'running') ? pollMilliseconds * 2 : false),
})

export const editionQuery = (year: number) =>
  queryOptions({
    queryKey: ['editions', year],
    queryFn: ({ signal }) => ask<EditionAnswer>(`editions/${year}`, { signal }),
  })

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => ask<Job>(`jobs/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? pollMilliseconds : false),
  })
