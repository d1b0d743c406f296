// What the caller's own organisation is asked for now: the notice in the app, whether or not letters are sent.
import { inNetwork, readMeetingItems, readMeetings, readYearlyAnswers } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { MeetingsAnswer } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'
import { findSettings } from '../network-settings.ts'
import { hasAnswered } from './ask-organisations.ts'
import { isAskedFor, isYearAsked, usualDaysBefore } from './asks.ts'

/** Nothing for those who give none: readers, and whoever sits at a machine without members. */
export async function readOwnAsks(desk: Desk, { role, organisation }: CallerOf): Promise<MeetingsAnswer['asked']> {
  if (organisation === null || role === 'reader') return { meetings: [], year: null }
  const today = desk.today()
  const daysBefore = (await inNetwork(desk.register, { network: desk.context.network, member: 'operator' }, findSettings))?.daysBeforeMeeting ?? usualDaysBefore
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const near = (await readMeetings(transaction)).filter(({ state, date }) => state === 'planned' && isAskedFor(date, today, daysBefore))
    const given = (await Promise.all([...new Set(near.map(({ circle }) => circle))].map((circle) => readMeetingItems(transaction, circle)))).flat()
    const isGiven = (id: string): boolean => given.some((item) => item.meeting === id && item.kind === 'situation' && item.organisation === organisation)
    const year = Number(today.slice(0, 4))
    return {
      meetings: near.filter(({ id, circle }) => (circle === 'network' || role !== 'reporter') && !isGiven(id)).map(({ id, date }) => ({ id, date })),
      year: daysBefore > 0 && isYearAsked(today) && !hasAnswered(await readYearlyAnswers(transaction), organisation, year) ? year : null,
    }
  })
}
