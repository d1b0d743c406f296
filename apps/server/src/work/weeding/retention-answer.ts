// All that the page of retention shows: clocks, what is due and what will be, and the log.
import { retentionClasses } from '@lykta/incident'
import { inNetwork, readUncleared, readWeedings } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { ClockEntry, DueCount, RetentionAnswer } from '../../api/retention-types.ts'
import type { Job } from '../../api/types.ts'
import type { Desk } from '../desk.ts'
import { findActors, type WhoActed } from '../who-acted.ts'
import { type DueList, listDue } from './due.ts'
import { mayWeed } from './may-weed.ts'

const mostListed = 200

export async function readRetention(desk: Desk, caller: CallerOf, job: Job | null): Promise<RetentionAnswer> {
  const who = await findActors(desk, caller)
  const list = await listDue(desk, mostListed)
  const [log, clocks, { classes: uncleared }] = await inNetwork(desk.register, desk.context, async (transaction) => {
    const may = await mayWeed(transaction, list.clocks.flatMap(({ id }) => (id === 'publication' ? [] : [id])))
    return [await readWeedings(transaction), list.clocks.map((clock) => clockEntry(clock, clock.id === 'publication' || may.get(clock.id)!.may, who)), await readUncleared(transaction)] as const
  })
  return {
    today: desk.today(), clocks, counts: countDue(list), due: list.due, left: list.counts.reduce((sum, { count }) => sum + count, 0) - list.due.length,
    coming: list.coming.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    log: log.map(({ author, ...one }) => ({ ...one, by: who(author) })), ownDatabase: desk.register.renewLog !== undefined, uncleared, job,
  }
}

function clockEntry({ decided, ...clock }: DueList['clocks'][number], may: boolean, who: WhoActed): ClockEntry {
  const { months, ground, reference, decidedOn, writtenBy } = decided ?? {}
  const stopped = clock.months === null ? null : !decided ? 'undecided' : may ? null : 'no-decision'
  return {
    ...clock, stopped, proposed: retentionClasses.find(({ id }) => id === clock.id)!.months,
    decided: decided ? { months: months!, ground: ground!, reference: reference!, decidedOn: decidedOn!, by: who(writtenBy!) } : null,
  }
}

function countDue({ clocks, counts, lines }: DueList): readonly DueCount[] {
  return clocks.flatMap(({ id }): readonly DueCount[] => {
    if (id === 'publication') return []
    if (id === 'reading' || id === 'audit') return [{ class: id, now: lines[id].count, held: lines[id].held, waiting: 0 }]
    const { count, held, waiting } = counts.find((one) => one.class === id) ?? { count: 0, held: 0, waiting: 0 }
    return [{ class: id, now: count - held - waiting, held, waiting }]
  })
}
