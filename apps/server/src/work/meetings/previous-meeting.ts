// The meeting before a day: its date, and the actions of its circle that are open; what a situation report begins from.
import type { CivilDate, Id } from '@lykta/incident'
import { type Circle, inNetwork, readMeetingItems, readMeetings } from '@lykta/register'
import type { ActionEntry } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'
import { type Action, actionsOf, previousOf } from './carried-actions.ts'

export type PreviousMeeting = {
  readonly id: Id
  readonly circle: Circle
  readonly date: CivilDate
  /** Made at it or earlier, and open now. */
  readonly openActions: readonly ActionEntry[]
}

/** Of the circle, the last that was held before that day; undefined when there was none, or the caller may not see it. */
export async function findPreviousMeeting(desk: Desk, circle: Circle, before: CivilDate): Promise<PreviousMeeting | undefined> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const meetings = await readMeetings(transaction, circle)
    const found = previousOf({ circle, date: before, begins: '' }, meetings)
    if (!found) return undefined
    const actions = actionsOf(await readMeetingItems(transaction, circle), meetings)
    return { id: found.id, circle, date: found.date, openActions: actions.filter(({ state, madeOn }) => state === 'open' && madeOn <= found.date).map(actionEntry) }
  })
}

export function actionEntry({ id, revision, meeting, madeOn, organisation, state, due, settled, line, text }: Action): ActionEntry {
  return { id, revision, meeting, madeOn, organisation, state: state as ActionEntry['state'], due, settled, line, text }
}
