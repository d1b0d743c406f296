// What a weeding that was stopped has left in the database's files is cleared when the server starts, while nobody reads yet.
import { inNetwork, readUncleared } from '@lykta/register'
import { describeDefect } from '../../http/describe-defect.ts'
import type { Desk } from '../desk.ts'
import { carryOutWeeding } from './carry-out.ts'

/** A server that is stopped does not wait longer for it. */
const patience = 10_000

/** Gives whether there was anything. What could not be cleared is left for the next weeding; the page of weeding says so. */
export async function clearLeft(desk: Desk, { log, stopping }: { readonly log: (line: string) => void; readonly stopping: AbortSignal }): Promise<boolean> {
  try {
    const { classes } = await inNetwork(desk.register, desk.context, readUncleared)
    if (classes.length === 0 || stopping.aborted) return false
    const { tablesCleared } = await carryOutWeeding(desk, { classes: [], patience })
    log(tablesCleared ? 'what an earlier weeding had left in the database’s files is cleared' : 'what an earlier weeding left in the database’s files could not be cleared yet')
    return true
  } catch (error) {
    if (!stopping.aborted) log(`what an earlier weeding left was not cleared: ${describeDefect(error)}`)
    return false
  }
}
