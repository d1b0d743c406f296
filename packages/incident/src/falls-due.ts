// What falls due on a day: what a network keeps, by the clocks that it has decided on, but for what a legal hold stops.
import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from './civil-date.ts'
import type { Id } from './incident.ts'
import { type Retention, type RetentionClass, retentionClasses } from './retention.ts'

/** All days are the network's own. */
export type KeptRecords = {
  readonly incidents: readonly {
    readonly id: Id
    readonly occurredTo: CivilDate
    /** Whether it still has what each of the two coarsenings takes away; absent: not asked. */
    readonly fine?: Readonly<Record<'person' | 'coded', boolean>>
    /** When its newest reason was written, or, where it has none, its report. */
    readonly writtenOn: CivilDate
    /** Every case that it belongs or has belonged to. */
    readonly cases: readonly Id[]
  }[]
  readonly cases: readonly {
    readonly id: Id
    /** Null while it is open. */
    readonly closedOn: CivilDate | null
    /** When anybody last wrote anything down. */
    readonly writtenOn: CivilDate
  }[]
  readonly meetings: readonly { readonly id: Id; readonly heldOn: CivilDate }[]
  /** Members who have left, with their login's name and address still there. */
  readonly members?: readonly { readonly id: Id; readonly leftOn: CivilDate }[]
}

/** On an incident, a case or a meeting; it stops what belongs together with it, too. */
export type Hold = { readonly subject: Id; /** The last day on which it stands. */ readonly until: CivilDate }

export type Due = {
  readonly class: RetentionClass
  /** The incident, case or meeting. */
  readonly id: Id
  readonly on: CivilDate
  readonly end: Exclude<Retention['end'], 'keep'>
  /** The last day of the hold that stops it; null when nothing does. */
  readonly heldUntil: CivilDate | null
}

type Kept = {
  readonly class: RetentionClass
  readonly id: Id
  /** From when it is counted; null while that has not come. */
  readonly since: CivilDate | null
  /** What a hold may be on. */
  readonly with: readonly Id[]
}

/** The proposal, with the months that the network has decided on instead. What is kept stays kept. */
export function decideClocks(months: Readonly<Partial<Record<RetentionClass, number>>>): readonly Retention[] {
  return retentionClasses.map((one) => (one.months === null ? one : { ...one, months: months[one.id] ?? one.months }))
}

/** The earliest first; what a hold stops among it. */
export function fallsDue(day: CivilDate, records: KeptRecords, clocks: readonly Retention[], holds: readonly Hold[]): readonly Due[] {
  const standing = holds.filter(({ until }) => until >= day)
  const dayAfter = makeDayAfter(day)
  return keptOf(records).flatMap((kept): readonly Due[] => {
    const clock = clocks.find(({ id }) => id === kept.class)
    if (!clock || clock.months === null || clock.end === 'keep' || kept.since === null) return []
    const on = dayAfter(kept.since, clock.months)
    if (on === null || on > day) return []
    const heldUntil = latest(standing.filter(({ subject }) => kept.with.includes(subject)).map(({ until }) => until))
    return [{ class: kept.class, id: kept.id, on, end: clock.end, heldUntil }]
  }).sort((a, b) => compare(a.on, b.on) || compare(a.class, b.class) || compare(a.id, b.id))
}

/** Calendar arithmetic is dear and a register has many of the same days: each is asked once, and what cannot be over yet (a month's last days fall together) not at all. */
function makeDayAfter(day: CivilDate): (since: CivilDate, months: number) => CivilDate | null {
  const known = new Map<string, CivilDate>()
  const latestSince = new Map<number, CivilDate>()
  return (since, months) => {
    let most = latestSince.get(months)
    if (most === undefined) latestSince.set(months, (most = Temporal.PlainDate.from(day).subtract({ months }).add({ days: 3 }).toString()))
    if (since > most) return null
    const key = `${since} ${months}`
    let on = known.get(key)
    if (on === undefined) known.set(key, (on = Temporal.PlainDate.from(since).add({ months }).toString()))
    return on
  }
}

function keptOf({ incidents, cases, meetings, members: left = [] }: KeptRecords): readonly Kept[] {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const members = Map.groupBy(incidents.flatMap((one) => one.cases.map((id) => ({ id, incident: one.id }))), ({ id }) => id)
  return [
    ...incidents.flatMap(({ id, occurredTo, writtenOn, cases: ids, fine }): readonly Kept[] => {
      // Of a case that is not told of, nobody knows that it is closed.
      const ends = ids.map((one) => byId.get(one)?.closedOn ?? null)
      // Nobody follows up what is in no case: it is closed when it is written.
      const since = ends.includes(null) ? null : latest([writtenOn, ...ends.filter((one) => one !== null)])
      // What is still followed up is needed as it is.
      const followed = ends.includes(null) ? null : latest([occurredTo, ...ends.filter((one) => one !== null)])
      return [
        { class: 'narrative', id, since, with: [id, ...ids] },
        ...(['person', 'coded'] as const).filter((level) => fine?.[level] ?? level === 'coded').map((level): Kept => ({ class: level, id, since: followed, with: [id, ...ids] })),
      ]
    }),
    ...cases.map(({ id, closedOn, writtenOn }): Kept => ({
      class: 'note', id, since: closedOn === null ? null : latest([closedOn, writtenOn]), with: [id, ...(members.get(id) ?? []).map(({ incident }) => incident)],
    })),
    ...meetings.map(({ id, heldOn }): Kept => ({ class: 'situation', id, since: heldOn, with: [id] })),
    ...left.map(({ id, leftOn }): Kept => ({ class: 'member', id, since: leftOn, with: [id] })),
  ]
}

function latest(days: readonly CivilDate[]): CivilDate | null {
  return days.reduce<CivilDate | null>((last, day) => (last === null || day > last ? day : last), null)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
