// What has fallen due today or will within a year, class by class, by the network's clocks as they stand.
import { type CivilDate, type Clock, fallsDue, type Hold, type Id } from '@lykta/incident'
import { type AuditClass, countOldLines, findMemberships, inNetwork, readDueRecords, readHoldRequests, readLegalHolds, type ReadTransaction, readRegisterTime, type WeedingClass } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from '../desk.ts'
import { readClocks } from './retention-clocks.ts'

export type DueSubject = {
  readonly class: Exclude<WeedingClass, AuditClass>
  /** An incident, case, meeting or member. */
  readonly id: Id
  /** Null of a member. */
  readonly name: string | null
  readonly on: CivilDate
  readonly heldUntil: CivilDate | null
  /** Answers whose sealed reason stands: that goes first. */
  readonly waitsForReason: boolean
}

type OldLines = { readonly count: number; readonly held: number; readonly before: string }

export type DueList = {
  readonly clocks: readonly Clock[]
  /** Due today, the earliest first; what is held or waits among it. */
  readonly due: readonly DueSubject[]
  /** Of all that is due today, listed or not; `waiting`: not held. */
  readonly counts: readonly { readonly class: DueSubject['class']; readonly count: number; readonly held: number; readonly waiting: number }[]
  /** Lines of the audit past their clock; `held`: more of them, that name what is held. */
  readonly lines: Readonly<Record<AuditClass, OldLines>>
  /** Due within the twelve months after today, by month (2026-11). */
  readonly coming: readonly { readonly class: DueSubject['class']; readonly month: string; readonly count: number }[]
}

/** How long a hold that is asked for stops weeding (migration 017). */
export const requestedFor = 14 * 24 * 3_600_000

/** `most`: how many are listed at most. */
export async function listDue(desk: Desk, most?: number): Promise<DueList> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const clocks = await readClocks(transaction)
    const lines = async (of: AuditClass): Promise<OldLines> => {
      const months = clocks.find(({ id }) => id === of)!.months!
      const before = Temporal.PlainDate.from(desk.today()).subtract({ months }).toZonedDateTime(desk.network.timeZone).toInstant().toString()
      return { ...(await countOldLines(transaction, of, before)), before }
    }
    return { clocks, ...(await readDue(desk, transaction, clocks, { most })), lines: { reading: await lines('reading'), audit: await lines('audit') } }
  })
}

/** Which of these incidents, cases, meetings and members are due today. */
export async function findDue(desk: Desk, only: readonly Id[]): Promise<readonly DueSubject[]> {
  return inNetwork(desk.register, desk.context, async (transaction) => (await readDue(desk, transaction, await readClocks(transaction), { only })).due)
}

async function readDue(desk: Desk, transaction: ReadTransaction, clocks: readonly Clock[], { most, only }: { readonly most?: number | undefined; readonly only?: readonly Id[] }): Promise<Pick<DueList, 'due' | 'counts' | 'coming'>> {
  const { timeZone } = desk.network
  const dayOf = (at: string): string => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const today = desk.today()
  const by = Temporal.PlainDate.from(today).add({ months: 12 }).toString()
  const records = await readDueRecords(transaction, { today, by, timeZone, clocks, holds: await readHolds(transaction, dayOf), most, only })
  const left = (await readLeft(desk, transaction, dayOf)).filter(({ id }) => only === undefined || only.includes(id))
  const members = fallsDue(by, { incidents: [], cases: [], meetings: [], members: left }, clocks, [])
  const gone = members.filter(({ on }) => on <= today).map(({ id, on }): DueSubject => ({ class: 'member', id, name: null, on, heldUntil: null, waitsForReason: false }))
  const leaving = Map.groupBy(members.filter(({ on }) => on > today), ({ on }) => on.slice(0, 7))
  return {
    due: [...records.first, ...gone].toSorted((a, b) => compare(a.on, b.on) || compare(a.class, b.class) || compare(a.id, b.id)).slice(0, most),
    counts: gone.length === 0 ? records.now : [...records.now, { class: 'member', count: gone.length, held: 0, waiting: 0 }],
    coming: [...records.coming, ...[...leaving].map(([month, all]) => ({ class: 'member' as const, month, count: all.length }))],
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
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
