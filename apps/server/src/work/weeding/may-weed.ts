// Whether a class may be weeded here, and under which decision: the one place that is asked before anything is.
import { needsWeedingDecision, readWeedingDecisions, type ReadTransaction, type WeedingClass } from '@lykta/register'
import { readClocks } from './retention-clocks.ts'

/** `decision`: what the log names, when there is one that covers the class. */
export type MayWeed = { readonly may: boolean; readonly decision: string | null }

/** A network that decides for itself needs no more than its decided clocks; an authority's a decision on weeding (arkivlagen 10 §), which the database asks for too. */
export async function mayWeed(transaction: ReadTransaction, of: WeedingClass): Promise<MayWeed> {
  const noted = (await readWeedingDecisions(transaction)).find(({ withdrawn, classes }) => !withdrawn && classes.includes(of))?.reference
  const clock = (await readClocks(transaction)).find(({ id }) => id === of)?.decided
  return { may: !(await needsWeedingDecision(transaction, of)), decision: noted ?? (clock?.ground === 'archive-decision' ? clock.reference : null) }
}
