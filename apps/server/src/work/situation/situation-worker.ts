// A worker thread of make-report.ts: makes one situation report, asking the other thread for the counts, and keeps nothing.
import { workerData } from 'node:worker_threads'
import { createPdfCompiler } from '../../adapters/compile-pdf.ts'
import { askAndTell } from '../thread-side.ts'
import { carryOutSituation } from './carry-out-situation.ts'
import type { SituationResult, SituationTask } from './situation-task.ts'

await askAndTell<SituationResult>(({ countIn, onStep }) => carryOutSituation(workerData as SituationTask, { count: countIn('now'), onStep, compilePdf: createPdfCompiler() }))
