// What has fallen due today or will within a year, class by class, by the network's clocks as they stand.
import { type Clock, type Due, fallsDue, type Hold, type Id, type KeptRecords } from '@lykta/incident'
import { type AuditClass, countOldLines, findMemberships, inNetwork, readHoldRequests, readKeptTexts, readLegalHolds, type ReadTransaction, readRegisterTime, type WeedingClass } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from '../desk.ts'
import { readClocks } from './retention-clocks.ts'

export type DueSubject = Omit<Due, 'class' | 'end'> & {
  readonly class: Exclude<WeedingClass, AuditClass>
  readonly name: string | null
  readonly waitsForReason: boolean
}

export type DueList = {
  readonly clocks: readonly Clock[]
  /** Due today, the earliest first; what is held or waits among it. */
  readonly due: readonly DueSubject[]
  /** Lines of the audit past their clock. */
  readonly lines: Readonly<Record<AuditClass, { readonly count: number; readonly before: string }>>
  /** Due within the twelve months after today. */
  readonly coming: readonly DueSubject[]
}

/** How long a hold that is asked for stops weeding (migration 017). */
export const requestedFor = 14 * 24 * 3_600_000

export async function listDue(desk: Desk): Promise<DueList> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const { timeZone } = desk.network
    // As 2026-01-31; a hundred times as fast as calendar arithmetic, and there are as many as reports and cases.
    const days = new Intl.DateTimeFormat('sv-SE', { timeZone })
    const dayOf = (at: string): string => days.format(new Date(at))
    const today = Temporal.PlainDate.from(desk.today())
    const horizon = today.add({ months: 12 })
    const clocks = await readClocks(transaction)
    const monthsOf = (of: WeedingClass): number => clocks.find(({ id }) => id === of)!.months!
    const fineBefore = horizon.subtract({ months: Math.min(monthsOf('person'), monthsOf('coded')) }).add({ days: 1 })
    const { records, withText, names } = await readKeptTexts(transaction, dayOf, fineBefore.toString())
    const kept: KeptRecords = { ...records, members: await readLeft(desk, transaction, dayOf) }
    const holds = await readHolds(transaction, dayOf)
    const onDay = (day: Temporal.PlainDate): readonly DueSubject[] => fallsDue(day.toString(), kept, clocks, holds).flatMap(({ class: of, id, on, heldUntil }): readonly DueSubject[] => {
      if (of === 'publication' || of === 'reading' || of === 'audit') return []
      if ((of === 'narrative' || of === 'note' || of === 'situation') && !withText.has(id)) return []
      return [{ class: of, id, on, heldUntil, name: names.get(id) ?? null, waitsForReason: (of === 'person' || of === 'coded') && withText.has(id) }]
    })
    const lines = async (of: AuditClass): Promise<{ readonly count: number; readonly before: string }> => {
      const before = today.subtract({ months: monthsOf(of) }).toZonedDateTime(timeZone).toInstant().toString()
      return { count: await countOldLines(transaction, of, before), before }
    }
    return {
      clocks, due: onDay(today), lines: { reading: await lines('reading'), audit: await lines('audit') },
      coming: onDay(horizon).filter(({ on }) => on > today.toString()),
    }
  })
}

/** Those that stand, and those that are asked for and stop weeding meanwhile. */
async function readHolds(transaction: ReadTransaction, dayOf: (at: string) => string): Promise<readonly Hold[]> {
  const now = Date.parse(await readRegisterTime(transaction))
  const asked = (await readHoldRequests(transaction)).filter(({ act, answer, at }) => act === 'place' && answer === null && Date.parse(at) + requestedFor > now)
  return [...(await readLegalHolds(transaction)), ...asked.map(({ subject, at }) => ({ subject, until: dayOf(new Date(Date.parse(at) + requestedFor).toISOString()) }))]
}

/** Members who are gone, with a login that is theirs in no other network. */
async function readLeft({ register }: Desk, transaction: ReadTransaction, dayOf: (at: string) => string): Promise<readonly { readonly id: Id; readonly leftOn: string }[]> {
  const left = await readLeftLogins(transaction)
  const { rows } = await register.signIn.query<{ readonly id: string }>('select "id" from "user" where "id" = any($1)', [left.map(({ login }) => login)])
  const there = new Set(rows.map(({ id }) => id))
  const found: { readonly id: Id; readonly leftOn: string }[] = []
  for (const { id, login, at } of left.filter((one) => there.has(one.login))) {
    if (!(await findMemberships(register, login)).some(({ active }) => active)) found.push({ id, leftOn: dayOf(at) })
  }
  return found
}

/** By the audit's line with which she left. */
export async function readLeftLogins({ run, network }: ReadTransaction): Promise<readonly { readonly id: Id; readonly login: string; readonly at: string }[]> {
  const rows = await run(`select m.member_id as id, m.login, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from lykta.member m
    join lykta.audit a on a.network_id = m.network_id and a.position = m.from_position
    where m.network_id = $1 and m.until_position is null and not m.active and m.login is not null order by 1`, [network])
  return rows.map((row) => ({ id: String(row['id']), login: String(row['login']), at: String(row['at']) }))
}
