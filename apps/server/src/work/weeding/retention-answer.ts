// All that the page of retention shows: clocks, what is due and what will be, and the log.
import { retentionClasses } from '@lykta/incident'
import { inNetwork, readWeedings } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { ClockEntry, ComingCount, DueCount, RetentionAnswer, WeedingClass } from '../../api/retention-types.ts'
import type { Job } from '../../api/types.ts'
import type { Desk } from '../desk.ts'
import { findActors, type WhoActed } from '../who-acted.ts'
import { type DueList, listDue } from './due.ts'
import { mayWeed } from './may-weed.ts'

const mostListed = 200

export async function readRetention(desk: Desk, caller: CallerOf, job: Job | null): Promise<RetentionAnswer> {
  const who = await findActors(desk, caller)
  const list = await listDue(desk)
  const [log, clocks] = await inNetwork(desk.register, desk.context, async (transaction) => {
    const entries: ClockEntry[] = []
    for (const clock of list.clocks) {
      const may = clock.id === 'publication' || (await mayWeed(transaction, clock.id)).may
      entries.push(clockEntry(clock, may, who))
    }
    return [await readWeedings(transaction), entries] as const
  })
  return {
    today: desk.today(), clocks, counts: countDue(list), due: list.due.slice(0, mostListed), left: Math.max(0, list.due.length - mostListed), coming: countComing(list),
    log: log.map(({ author, ...one }) => ({ ...one, by: who(author) })), ownDatabase: desk.register.renewLog !== undefined, job,
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

function countDue({ clocks, due, lines }: DueList): readonly DueCount[] {
  return clocks.flatMap(({ id }): readonly DueCount[] => {
    if (id === 'publication') return []
    if (id === 'reading' || id === 'audit') return [{ class: id, now: lines[id].count, held: 0, waiting: 0 }]
    const own = due.filter((one) => one.class === id)
    const held = own.filter(({ heldUntil }) => heldUntil !== null).length
    const waiting = own.filter(({ heldUntil, waitsForReason }) => heldUntil === null && waitsForReason).length
    return [{ class: id, now: own.length - held - waiting, held, waiting }]
  })
}

function countComing({ coming }: DueList): readonly ComingCount[] {
  const counts = new Map<string, { readonly month: string; readonly class: WeedingClass; count: number }>()
  for (const { on, class: of } of coming) {
    const key = `${on.slice(0, 7)} ${of}`
    const known = counts.get(key) ?? { month: on.slice(0, 7), class: of, count: 0 }
    counts.set(key, { ...known, count: known.count + 1 })
  }
  return [...counts.values()].toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
}
