// The states that printed years have had: which entries of the ledger were printed of which, and whose incidents each counts.
import type { EditionTask } from './edition-task.ts'
import { inNetwork } from '@lykta/register'
import { type RevisedYears, revisedYearsBySql, type Selection } from '@lykta/statistics'
import type { Moment } from './count-network.ts'
import type { Desk } from './desk.ts'
import type { ReadEntry } from './ledger.ts'
import { statesIn } from './ledger-states.ts'

/** Whose counts are asked for: as they are now, or of one revision: before it, what entered, what left. */
export type CountedRegister = 'now' | `${'before' | 'entering' | 'leaving'} ${number}`

export type RegisterStates = {
  readonly revised: RevisedYears
  /** What was printed of the earlier states, and of the register as it is counted now. */
  readonly states: EditionTask['states']
  readonly current: readonly ReadEntry[]
  readonly selectionOf: (register: CountedRegister) => Selection
}

/** `anew`: a year that the edition to be made prints anew, as of the moment. Undefined where none ever was. */
export async function findStates(desk: Desk, moment: Moment, ledger: readonly ReadEntry[], anew: number | undefined): Promise<RegisterStates | undefined> {
  const { revisions, printed } = statesIn(ledger, anew === undefined ? undefined : { year: anew, position: moment.position })
  if (revisions.length === 0) return undefined
  const { position, vintages, collection } = moment
  const revised = await inNetwork(desk.register, desk.context, ({ run }) => revisedYearsBySql(run, { network: desk.network.id, position, vintages }, revisions, collection))
  return {
    revised,
    states: revisions.map(({ year }, index) => ({ year, ledger: printed[index]! })),
    current: printed.at(-1)!,
    selectionOf: (register) => {
      if (register === 'now') return revised.now
      const [which, step] = register.split(' ') as ['before' | 'entering' | 'leaving', string]
      return revised.steps[Number(step)]![which]
    },
  }
}
