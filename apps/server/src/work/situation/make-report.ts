// Makes a situation report for a meeting: everything since its circle's last one, in a version for each audience, stored with its files.
import { createHash } from 'node:crypto'
import type { EditionEntry, LedgerEntry, ProtectedTable } from '@lykta/disclosure'
import { canonicalText, type Id, lastDayOfMonth, problem, ProblemError } from '@lykta/incident'
import type { Apart, SituationActions, SituationInput, Told } from '@lykta/publication'
import {
  appendSituation, inNetwork, type NewSituationVersion, readLedger, readMeetingItems, readMeetings, readOwnIndicators, readRegisterTime, readSituations, readSituationVersions, type ReadTransaction,
  type StoredLedgerEntry, write,
} from '@lykta/register'
import { type Period, periodOf } from '@lykta/statistics'
import { programVersion } from '../../version.ts'
import { countAt, freezeYears, type Moment, momentOf } from '../count-network.ts'
import type { Desk } from '../desk.ts'
import type { CountIn, OnStep } from '../edition-task.ts'
import { workInThread } from '../edition-thread.ts'
import { effortIn } from '../efforts/efforts.ts'
import { entryOf, type OutsideContent, type ReadEntry, vintagesIn } from '../ledger.ts'
import { type Action, actionsOf, previousOf } from '../meetings/carried-actions.ts'
import { defaultSettings, findSettings } from '../network-settings.ts'
import { findStates } from '../register-states.ts'
import { readFollowed } from './read-followed.ts'
import type { MadeVersion, SituationResult, SituationTask } from './situation-task.ts'
import { reportEffort } from './report-effort.ts'
import { readTold, type ToldContent } from './told.ts'
import { windowsFor } from './windows.ts'

export type ReportOptions = { readonly id: Id; readonly meeting: Id; readonly onStep?: OnStep; readonly signal?: AbortSignal | undefined }

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Refuses (`ProblemError`) a meeting that is not there, and what the audit does not let pass. */
export async function makeReport(desk: Desk, { id, meeting, onStep = () => {}, signal }: ReportOptions): Promise<void> {
  onStep('counting', 0.05)
  const moment = await momentOf(desk)
  const { task, ledger } = await taskFor(desk, meeting, moment)
  const now = { ...moment, collection: task.collection }
  const frozen = await freezeYears(desk, now, vintagesIn(ledger))
  const states = await findStates(desk, frozen, ledger, undefined)
  const countIn: CountIn = (register) => async (specs, periods, byOrganisation) =>
    (await countAt(desk, periods.some(isWindow) ? now : { ...frozen, selection: states?.selectionOf(register) }, [{ specs, periods, byOrganisation }]))[0]!
  const whole: SituationTask = { ...task, earlier: states?.current ?? ledger, states: states?.states }
  const { versions } = await workInThread<SituationResult>(new URL('situation-worker.ts', import.meta.url), whole, { count: countIn('now'), countIn, onStep, signal })
  await write(desk.register, desk.context, { action: 'situation.make', object: `meeting:${meeting}` }, (transaction) =>
    appendSituation(transaction, { id, meeting, asOf: now.position, ledgerLength: ledger.length, versions: versions.map((version) => versionOf(id, version, task.today)) }))
}

/** The core group reads the register as it is now; what others are told keeps to the years that were printed. */
const isWindow = ({ id }: Period): boolean => id.includes('-to-')

/** What a report for that meeting is made from, read at once; what was printed of which state is told by the ledger (`findStates`). */
export async function taskFor(desk: Desk, meeting: Id, now: Moment): Promise<{ readonly task: Omit<SituationTask, 'earlier' | 'states'>; readonly ledger: readonly ReadEntry[] }> {
  const today = desk.today()
  const read = await inNetwork(desk.register, desk.context, async (transaction) => ({
    ...(await meetingsIn(transaction, meeting)), stored: await readLedger(transaction), time: await readRegisterTime(transaction), settings: await findSettings(transaction),
    isFirst: (await readSituations(transaction)).every((report) => report.meeting === meeting),
    own: await readOwnIndicators(transaction, now.position), told: await toldIn(transaction), names: new Map(now.organisations.map(({ id, name }) => [id, name])),
  }))
  const { found, since, stored, time, settings, own, told, names } = read
  const ledger = await Promise.all(stored.map(entryOf))
  // What is made for a meeting that has been tells of the time up to it.
  const day = found.date < today ? found.date : today
  const collection = { ...now.collection, to: day }
  const windows = windowsFor(since[found.circle], day, collection)
  const period = windows?.now ?? monthOf(day, collection)
  const followed = await inNetwork(desk.register, desk.context, (transaction) => readFollowed(transaction, { position: now.position, collection }))
  const [effort] = await effortIn(desk, [period])
  const actions = (circle: 'core' | 'network'): SituationActions => ({
    open: read.actions[circle].filter((action) => isOpenOn(action, day)).map(({ organisation, madeOn, due }) => ({ organisation: organisation === null ? null : (names.get(organisation) ?? null), madeOn, due })),
    settled: read.actions[circle].filter(({ state, settled }) => state === 'done' && settled !== null && settled >= (since[circle] ?? '') && settled <= day).length,
  })
  return {
    ledger,
    task: {
      network: desk.network, meeting: { circle: found.circle, date: found.date }, since, isFirst: read.isFirst, windows, collection, day, today,
      asOf: { position: now.position, time: now.at, head: now.head }, version: programVersion, threshold: (settings ?? defaultSettings).publicThreshold,
      ownIndicators: own.map(({ indicator }) => indicator), told: told.parts, apartTold: told.apart, followed,
      editions: { network: newestFor(['network', 'public'], ledger, stored, time), public: newestFor(['public'], ledger, stored, time) },
      effort: reportEffort(period, effort!, now.organisations),
      actions: { core: actions('core'), network: actions('network') },
    },
  }
}

/** What a later meeting decided, or somebody did after that day, the meeting did not know of. */
function isOpenOn({ madeOn, state, settled }: Action, day: string): boolean {
  return madeOn <= day && (state === 'open' || (settled !== null && settled > day))
}

function monthOf(day: string, collection: Moment['collection']): Period {
  const from = `${day.slice(0, 7)}-01`
  return periodOf(day.slice(0, 7), from, lastDayOfMonth(from), collection)
}

async function meetingsIn(transaction: ReadTransaction, id: Id) {
  const meetings = await readMeetings(transaction)
  const found = meetings.find((one) => one.id === id)
  if (!found) throw new ProblemError([problem('situation.no-meeting')])
  const before = (circle: 'core' | 'network') => previousOf({ ...found, circle }, meetings)?.date ?? null
  const of = async (circle: 'core' | 'network') => actionsOf(await readMeetingItems(transaction, circle), meetings)
  return { found, since: { core: before('core'), network: before('network') }, actions: { core: await of('core'), network: await of('network') } }
}

/**
 * Parts of years of the versions that were let go, oldest first. What was withdrawn and unfounded is told as any version told it first, let
 * go or not: two that wait might both go, with two numbers of the same years.
 */
async function toldIn(transaction: ReadTransaction): Promise<{ readonly parts: readonly Told[]; readonly apart: readonly Apart[] }> {
  const versions = await readSituationVersions(transaction)
  const told = await Promise.all(versions.map(async ({ content, released }) => ({ released, ...(await readTold(content as ToldContent)) })))
  return { parts: told.flatMap(({ parts, released }) => (released === null ? [] : parts)), apart: told.flatMap(({ apart }) => apart) }
}

function newestFor(audiences: readonly string[], ledger: readonly LedgerEntry[], stored: readonly StoredLedgerEntry[], now: string): SituationInput['edition'] {
  const isOut = ({ id }: LedgerEntry): boolean => stored.some((entry) => entry.id === id && (entry.releaseAt === null || entry.releaseAt <= now))
  const editions = ledger.filter((entry): entry is EditionEntry => entry.kind === 'edition' && audiences.includes(entry.audience) && isOut(entry))
  const newest = editions.toSorted((a, b) => a.year - b.year || a.asOf - b.asOf).at(-1)
  // Only disclosure makes protected tables, and the ledger has none that it did not read back (entryOf).
  return newest ? { year: newest.year, tables: newest.tables as readonly ProtectedTable[] } : null
}

function versionOf(id: Id, { audience, parts, figures, apart, files }: MadeVersion, on: string): NewSituationVersion {
  const hashes = [...files].map(([path, bytes]): readonly [string, string] => [path, sha256(bytes)]).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const digest = sha256(canonicalText({ id, audience, files: hashes, figures }))
  const content: ToldContent = {
    on, parts: parts.map(({ table, periods }) => ({ table, periods })), ...(apart.length > 0 ? { apart: apart.map(({ table }) => table) } : {}), digests: [...parts, ...apart].map(({ table }) => table.digest),
  }
  const told: OutsideContent | null = figures.length === 0 ? null : { source: `situation report ${on}`, file: digest, figures }
  return { audience, digest, content, told, files }
}
