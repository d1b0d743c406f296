// Whether a class may be weeded here, and under which decision: the one place that is asked before anything is.
import type { ReadTransaction, WeedingClass } from '@lykta/register'

/** `decision`: what the log names, when a network needs more than its own clocks. */
export type MayWeed = { readonly may: boolean; readonly decision: string | null }

/** A network that decides for itself: its decided clocks are enough. */
export async function mayWeed(_transaction: ReadTransaction, _class: WeedingClass): Promise<MayWeed> {
  return { may: true, decision: null }
}
