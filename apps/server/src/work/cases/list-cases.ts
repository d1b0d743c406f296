// The list of cases: what is overdue first, then what has no next step, then by day; closed ones newest first.
import { inNetwork, readClosedCaseIds, type ReadTransaction } from '@lykta/register'
import type { CasesAnswer, CaseSummary } from '../../api/case-types.ts'
import type { Desk } from '../desk.ts'
import { readChain } from '../network-settings.ts'
import { readCaseSummaries } from './read-cases.ts'

const mostClosed = 200

export async function listCases(desk: Desk, closed: boolean): Promise<CasesAnswer> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const today = desk.today()
    const cases = closed ? await readClosed(transaction, today) : (await readCaseSummaries(transaction, today)).toSorted(byUrgency)
    return { cases, steps: await readChain(transaction), today }
  })
}

async function readClosed(transaction: ReadTransaction, today: string): Promise<readonly CaseSummary[]> {
  const ids = await readClosedCaseIds(transaction, mostClosed)
  return (await readCaseSummaries(transaction, today, ids)).toSorted((a, b) => ((a.closed?.at ?? '') < (b.closed?.at ?? '') ? 1 : -1))
}

/** Overdue ones by day; then those for which nobody knows what comes next, longest silent first; then by day. */
function byUrgency(a: CaseSummary, b: CaseSummary): number {
  return placeOf(a) - placeOf(b) || compare(a.due ?? '', b.due ?? '') || compare(a.silentSince, b.silentSince)
}

const placeOf = ({ overdue, next }: CaseSummary): number => (overdue ? 0 : next === null ? 1 : 2)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
