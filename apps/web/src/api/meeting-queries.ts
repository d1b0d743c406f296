// What the pages of meetings and effort ask of the server, each under its key.
import { queryOptions } from '@tanstack/react-query'
import type { EffortsAnswer, MeetingAnswer, MeetingsAnswer, YearlyAnswersAnswer } from '../../../server/src/api/meeting-types.ts'
import { ask } from './ask.ts'

export const meetingsQuery = queryOptions({ queryKey: ['meetings'], queryFn: ({ signal }) => ask<MeetingsAnswer>('meetings', { signal }) })

export const meetingQuery = (id: string) => queryOptions({ queryKey: ['meetings', id], queryFn: ({ signal }) => ask<MeetingAnswer>(`meetings/${encodeURIComponent(id)}`, { signal }) })

export const yearlyAnswersQuery = queryOptions({ queryKey: ['yearly-answers'], queryFn: ({ signal }) => ask<YearlyAnswersAnswer>('yearly-answers', { signal }) })

export const effortsQuery = queryOptions({ queryKey: ['efforts'], queryFn: ({ signal }) => ask<EffortsAnswer>('efforts', { signal }) })
