// What a thread of edition-thread.ts does for a situation report.
import type { ThreadWork } from '../edition-task.ts'
import { carryOutSituation } from './carry-out-situation.ts'
import type { SituationResult, SituationTask } from './situation-task.ts'

export const work: ThreadWork<SituationTask, SituationResult> = carryOutSituation
