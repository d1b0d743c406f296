// Printing a year anew, for the first time.
import type { Reading } from '@lykta/statistics'
import type { Count } from './lay-out.ts'
import { type Beside, protectBeside } from './protect-beside.ts'
import type { ProtectRequest } from './protect.ts'

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

/** The new edition beside everything in the ledger; the readers of all of it attack the old and the new together. */
export async function reviseYear({ revises, ...request }: ReviseRequest): Promise<Beside> {
  return protectBeside({ ...request, earlier: [], states: [{ ...revises, ledger: request.earlier }] })
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
