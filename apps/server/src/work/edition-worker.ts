// What a thread of edition-thread.ts does for an edition.
import { carryOutEdition } from './carry-out-edition.ts'
import type { EditionResult, EditionTask, ThreadWork } from './edition-task.ts'

export const work: ThreadWork<EditionTask, EditionResult> = carryOutEdition
