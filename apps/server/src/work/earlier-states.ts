// The states that printed years have had before they were printed anew, each with the ways to count it.
import type { EarlierState } from '@lykta/disclosure'
import type { CountIn, EditionTask } from './edition-task.ts'

export function earlierStates(states: EditionTask['states'], countIn: CountIn): readonly EarlierState[] {
  return (states ?? []).map((state, index) => ({ ...state, before: countIn(`before ${index}`), entering: countIn(`entering ${index}`), leaving: countIn(`leaving ${index}`) }))
}
