// A worker thread of edition-thread.ts: makes one edition, asking the other thread for the counts, and keeps nothing.
import { workerData } from 'node:worker_threads'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { carryOutEdition } from './carry-out-edition.ts'
import type { EditionResult, EditionTask } from './edition-task.ts'
import { askAndTell } from './thread-side.ts'

await askAndTell<EditionResult>(({ countIn, onStep }) => carryOutEdition(workerData as EditionTask, { count: countIn('now'), countIn, onStep, compilePdf: createPdfCompiler() }))
