// Holds the keys apart from the page, in memory alone; ended when they are locked, and with it all that it held.
import { type Problem, ProblemError } from '@lykta/incident'
import { KeyWork } from './key-work.ts'

export type WorkName = { [Name in keyof KeyWork]: KeyWork[Name] extends (...values: never[]) => unknown ? Name : never }[keyof KeyWork]
export type WorkRequest = { readonly id: number; readonly name: WorkName; readonly values: readonly unknown[] }
export type WorkReply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problems: readonly Problem[] }
  /** A defect; nothing more is told, for an error's words may hold what was typed. */
  | { readonly id: number; readonly failed: true }
  | { readonly id: number; readonly step: number }

const work = new KeyWork()

globalThis.addEventListener('message', ({ data: { id, name, values } }: MessageEvent<WorkRequest>) => {
  const post = (reply: WorkReply): void => globalThis.postMessage(reply)
  const act = work[name] as (...all: unknown[]) => unknown
  const say = (step: number): void => post({ id, step })
  void Promise.resolve()
    .then(() => act.apply(work, name === 'found' ? [...values, say] : [...values]))
    .then((result): WorkReply => ({ id, result }), (error: unknown): WorkReply => (error instanceof ProblemError ? { id, problems: error.problems } : { id, failed: true }))
    .then(post)
})
