// Printing a year anew: the old edition stays in its readers' hands, so what entered and what left are two more registers that they can work out.
import type { Reading } from '@lykta/statistics'
import { assess, prepareAudit, type Prepared, type Verdict } from './audit.ts'
import type { CellKey } from './cell-key.ts'
import type { Frame } from './frame.ts'
import { joinStates } from './join-states.ts'
import { knownToReaders } from './known.ts'
import { type Count, countGroups, layOut } from './lay-out.ts'
import { withoutLate } from './late.ts'
import type { LedgerEntry } from './ledger.ts'
import { prepareFrame } from './prepare-frame.ts'
import { protect, type Protection, type ProtectRequest } from './protect.ts'
import type { TableBody } from './protected-table.ts'

export type ReviseRequest = ProtectRequest & {
  readonly revises: {
    /** The calendar year that is printed anew; `count` counts it as it stands now. */
    readonly year: number
    /** Counts as the ledger printed them. */
    readonly before: Count
    /** Counts of what enters alone, with the answers that it enters with; a corrected incident enters and leaves. */
    readonly entering: Count
    /** Counts of what leaves alone, with the answers that it leaves with. */
    readonly leaving: Count
  }
}

/** The registers of a revision: as it was printed, as it is now, and what makes the difference. */
export type State = 'before' | 'revised' | 'entering' | 'leaving'

/** What the revision would tell too well. */
export type Missing = Pick<Verdict, 'kind' | 'rules' | 'interval' | 'demand'> & { readonly in: State; readonly key: CellKey }

export type Revised =
  | { readonly allowed: true; readonly protection: Protection; readonly attacked: number }
  | { readonly allowed: false; readonly missing: readonly Missing[] }

/**
 * Makes the new edition, and lets the readers of all earlier ones attack the old and the new together: new = old + entering −
 * leaving in every count. It may be printed when all that was protected stays so, and what entered and what left obey the
 * policy as if they were tables of their own. Throws as `protect` does when the revised year cannot be published at all.
 */
export async function reviseYear(request: ReviseRequest): Promise<Revised> {
  const { revises, collection, rule = 'zero-to-threshold', solve } = request
  const earlier = withoutLate(request.earlier)
  const protection = await protect({ ...request, earlier: [] })
  const published = protection.tables.filter((table) => table.id !== 'reportedLate')
  const counts: Readonly<Record<State, Count>> = { before: revises.before, revised: request.count, entering: revises.entering, leaving: revises.leaving }
  const frames = new Map<State, Frame>()
  for (const state of states) frames.set(state, await prepareFrame({ ...request, earlier: earlier.map(concealed) }, counts[state]))
  // A category that occurs in one of them is thought of in all.
  const codesOf: Frame['recorded']['codes'] = (spec) => [...new Set(states.flatMap((state) => frames.get(state)!.recorded.codes(spec)))].sort()
  const laid = await layOut(frames.get('revised')!, collection, request.count)
  const prepared = async (state: State, reader: number): Promise<Prepared> => {
    const frame: Frame = { ...frames.get(state)!, recorded: { ...frames.get(state)!.recorded, codes: codesOf } }
    const readers = await knownToReaders(frame, state === 'before' ? earlier : earlier.map(concealed), collection, counts[state])
    return prepareAudit({
      ...frame,
      published: state === 'revised' ? published : published.map(hideAll),
      known: readers[reader]!,
      groupCells: await countGroups(laid, counts[state]),
      ownGroups: new Map(),
    })
  }
  const missing: Missing[] = []
  let attacked = 0
  const { length } = await knownToReaders(frames.get('revised')!, earlier.map(concealed), collection, request.count)
  for (let reader = 0; reader < length; reader += 1) {
    const all = new Map<State, Prepared>()
    for (const state of states) all.set(state, await prepared(state, reader))
    const { joint, stateOf } = joinStates(all, revises.year, collection)
    const verdicts = await assess(joint, joint.targets, { rule, solve })
    attacked += verdicts.length
    for (const [index, { key, kind, rules, interval, demand, safe }] of verdicts.entries()) if (!safe) missing.push({ in: stateOf[index]!, key, kind, rules, interval, demand })
  }
  if (missing.length > 0) return { allowed: false, missing }
  const ledger = earlier.map(({ id, digest }) => ({ id, digest }))
  return { allowed: true, protection: { ...protection, certificate: { ...protection.certificate, ledger } }, attacked }
}

const states: readonly State[] = ['before', 'revised', 'entering', 'leaving']

/** The same entry with nothing told: its merged rows and periods alone. */
function concealed(entry: LedgerEntry): LedgerEntry {
  return entry.kind === 'edition' ? { ...entry, tables: entry.tables.map(hideAll) } : { ...entry, figures: [] }
}

function hideAll(table: TableBody): TableBody {
  const hidden = { state: 'hidden' } as const
  return { ...table, base: table.base.map(() => hidden), rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(() => hidden) })) }
}

/** What enters and what leaves, from two plain readings of the register: incidents that are not the same in both. */
export function changesOf(before: Reading, now: Reading): { readonly entering: Reading; readonly leaving: Reading } {
  const text = (reading: Reading): ReadonlyMap<string, string> => new Map(reading.incidents.map(({ id, withdrawn, answers }) => [id, JSON.stringify([withdrawn, answers])]))
  const [old, recent] = [text(before), text(now)]
  return {
    entering: { organisations: now.organisations, incidents: now.incidents.filter(({ id }) => old.get(id) !== recent.get(id)) },
    leaving: { organisations: before.organisations, incidents: before.incidents.filter(({ id }) => old.get(id) !== recent.get(id)) },
  }
}
