// Counts tables of the network inside its database, as of a position of the register's clock.
import { type CivilDate, type Organisation, problem, ProblemError } from '@lykta/incident'
import { findLineAt, getNetwork, inNetwork, readOrganisations, type Register } from '@lykta/register'
import {
  type Basis, type Collection, type CountNotes, type CountTable, countBySql, notesBySql, type Period, readByVintage, type Reading, type RunQuery, type Selection, type TableSpec, type Vintage,
} from '@lykta/statistics'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from './desk.ts'

/** One moment of the register: everything counted from it agrees. */
export type Moment = {
  readonly position: number
  /** When that position was taken, ISO 8601 in UTC. */
  readonly at: string
  /** Hash of the audit's line at that position: it vouches for every line before it. Empty at position 0. */
  readonly head: string
  /** The days on which the network had collected by then. */
  readonly collection: Collection
  readonly organisations: readonly Organisation[]
  /** Years that editions have printed stay as they stood then (`freezeYears`). */
  readonly vintages?: readonly Vintage[]
  /** Where one of them was printed anew: whose incidents count. */
  readonly selection?: Selection | undefined
}

export type CountRequest = {
  readonly specs: readonly TableSpec[]
  readonly periods: readonly Period[]
  readonly basis?: Basis
  /** The tables of each organisation's own reports instead. */
  readonly byOrganisation?: boolean | undefined
}

/** A position, and the time that resolved to it: until then the network had collected, else until the position was taken. */
export type AskedMoment = { readonly position: number; readonly time?: string }

/** The moment asked for, or now. The same position with the same day always counts the same; refuses one not yet taken. */
export async function momentOf(desk: Desk, asked?: AskedMoment): Promise<Moment> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const { position: newest } = await getNetwork(transaction)
    const position = asked?.position ?? newest
    if (position > newest) throw new ProblemError([problem('work.as-of')])
    const line = await findLineAt(transaction, position)
    // Position 0 stood before the network was founded, and was never taken; others' lines not everybody may see.
    const at = line?.at ?? asked?.time ?? (position === 0 ? new Date(0) : new Date()).toISOString()
    const until = asked ? civilDateOf(asked.time ?? at, desk.network.timeZone) : desk.today()
    const stored = await readOrganisations(transaction, position)
    return {
      position,
      at,
      head: line?.hash ?? '',
      collection: { from: desk.network.collectionStart, to: until },
      organisations: stored.map(({ organisation }) => organisation),
    }
  })
}

/** The same moment for an edition: years that earlier ones printed are counted as they stood then, and so are sectors. */
export async function freezeYears(desk: Desk, moment: Moment, vintages: readonly Vintage[]): Promise<Moment> {
  if (vintages.length === 0) return moment
  const readings = await inNetwork(desk.register, desk.context, async (transaction) => {
    const found: Reading[] = []
    for (const { position } of vintages) {
      const stored = await readOrganisations(transaction, position)
      found.push({ organisations: stored.map(({ organisation }) => organisation), incidents: [] })
    }
    return found
  })
  const now: Reading = { organisations: moment.organisations, incidents: [] }
  return { ...moment, vintages, organisations: readByVintage(vintages, [...readings, now], moment.position, moment.collection).organisations }
}

/** Registers that a count is using two connections of: one count at a time does, so that none waits for another's second. */
const shared = new WeakSet<Register>()

/**
 * One list of tables a request, all as of the same moment. Two connections share the work where there is more than one
 * core; what stood at a position is the same for both, whenever each began.
 */
export async function countAt(desk: Desk, moment: Moment, requests: readonly CountRequest[]): Promise<readonly (readonly CountTable[])[]> {
  const { collection, organisations, position, vintages, selection } = moment
  const { register, context } = desk
  const count = async (...runs: readonly RunQuery[]): Promise<readonly (readonly CountTable[])[]> => {
    const counted: (readonly CountTable[])[] = []
    for (const { specs, periods, basis = 'occurred', byOrganisation } of requests) {
      counted.push(await countBySql(runs, { network: desk.network.id, organisations, position, vintages, selection }, specs, periods, { collection, basis, byOrganisation }))
    }
    return counted
  }
  return inNetwork(register, context, async ({ run }) => {
    if (shared.has(register)) return count(run)
    shared.add(register)
    try {
      return await inNetwork(register, context, ({ run: other }) => count(run, other))
    } finally {
      shared.delete(register)
    }
  })
}

export async function notesAt(desk: Desk, moment: Moment, basis: Basis = 'occurred'): Promise<CountNotes> {
  const { collection, organisations, position } = moment
  return inNetwork(desk.register, desk.context, ({ run }) =>
    notesBySql(run, { network: desk.network.id, organisations, position }, { collection, basis }))
}

/** Calendar years from collection start to the last day of the collection. */
export function yearsOf({ from, to }: Collection): readonly number[] {
  const [first, last] = [yearOf(from), yearOf(to)]
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index)
}

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4))
}

/** The day that the instant falls on in the time zone. */
function civilDateOf(instant: string, timeZone: string): CivilDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
