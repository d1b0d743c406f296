// Which classes may be weeded here, and under which decision: the one place that is asked before anything is.
import { needWeedingDecision, readWeedingDecisions, type ReadTransaction, type WeedingClass } from '@lykta/register'
import { readClocks } from './retention-clocks.ts'

/** `decision`: what the log names, when there is one that covers the class. */
export type MayWeed = { readonly may: boolean; readonly decision: string | null }

/** A network that decides for itself needs no more than its decided clocks; an authority's a decision on weeding (arkivlagen 10 §), which the database asks for too. */
export async function mayWeed(transaction: ReadTransaction, classes: readonly WeedingClass[]): Promise<ReadonlyMap<WeedingClass, MayWeed>> {
  const [decisions, clocks, needs] = [await readWeedingDecisions(transaction), await readClocks(transaction), await needWeedingDecision(transaction, classes)]
  return new Map(classes.map((of) => {
    const noted = decisions.find(({ withdrawn, classes: covered }) => !withdrawn && covered.includes(of))?.reference
    const clock = clocks.find(({ id }) => id === of)?.decided
    return [of, { may: !needs.has(of), decision: noted ?? (clock?.ground === 'archive-decision' ? clock.reference : null) }]
  }))
}
