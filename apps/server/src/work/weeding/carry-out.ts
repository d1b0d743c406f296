// Carrying out a weeding: class by class, in portions that are each one act of the log, and afterwards nothing of it left in the database's files.
import { problem, ProblemError } from '@lykta/incident'
import {
  appendWeedings, type AuditClass, clearedAct, clearErased, clearLog, coarsenAnswers, eraseTexts, inNetwork, readUncleared, weedAudit, type WeedingClass, write, type WriteTransaction,
} from '@lykta/register'
import type { Desk } from '../desk.ts'
import { type DueSubject, findDue, listDue, readLeftLogins } from './due.ts'
import { mayWeed } from './may-weed.ts'
import { readClocks } from './retention-clocks.ts'

/** Coarser answers wait for the reason: texts go first. */
const order = ['narrative', 'note', 'situation', 'person', 'coded', 'member', 'reading', 'audit'] as const satisfies readonly WeedingClass[]
/** Writers of the network wait as long as a portion takes. */
const portion = 100

/** Why what is due is left: somebody asked for a hold, wrote a reason, corrected it or sealed it anew since the look. It is due still. */
const left: readonly string[] = ['register.held', 'register.text-stands', 'register.changed-meanwhile']

export type Weeding = {
  /** Of those asked for, what has no decided clock, or no decision where one is needed, is refused before anything is done. */
  readonly classes: readonly WeedingClass[]
  /** Told how much of the whole is done, 0 to 1, and may throw to stop between two portions. */
  readonly onProgress?: (share: number) => void
  /** How long to wait for others before what was weeded is cleared, in milliseconds; the register's own, when not given. */
  readonly patience?: number
}

export type WeedingOutcome = {
  /** How many incidents, cases, meetings, members and lines, and how many texts and revisions of theirs. */
  readonly done: Readonly<Partial<Record<WeedingClass, { readonly subjects: number; readonly parts: number }>>>
  /** Whether nothing of it is left in the files of the database's tables; and of its write-ahead log, which the program clears for its own database only. */
  readonly tablesCleared: boolean
  readonly logCleared: boolean
  /** Whether the database refused the clearing, on a full disk for instance: what was weeded is weeded all the same. */
  readonly clearingFailed: boolean
}

/**
 * Refuses with `retention.undecided` and `retention.no-decision`. What is held, and what waits for its reason, is left. What an earlier weeding that was stopped
 * has left in the database's files is cleared with it; without classes, that alone.
 */
export async function carryOutWeeding(desk: Desk, { classes, onProgress, patience }: Weeding): Promise<WeedingOutcome> {
  const asked = order.filter((one) => classes.includes(one))
  const decisions = new Map<WeedingClass, string | null>()
  const [clocks, may] = await inNetwork(desk.register, desk.context, async (transaction) => [await readClocks(transaction), await mayWeed(transaction, asked)] as const)
  for (const one of asked) {
    if (!clocks.some(({ id, decided }) => id === one && decided)) throw new ProblemError([problem('retention.undecided', { class: one })])
    if (!may.get(one)!.may) throw new ProblemError([problem('retention.no-decision', { class: one })])
    decisions.set(one, may.get(one)!.decision)
  }
  // Before the audit's own weeding, which may empty the line that tells.
  const { classes: uncleared } = await inNetwork(desk.register, desk.context, readUncleared)
  const done = new Map<WeedingClass, { readonly subjects: number; readonly parts: number }>()
  for (const [index, of] of asked.entries()) {
    const tell = (share: number): void => onProgress?.((0.8 * (index + share)) / asked.length)
    const outcome = of === 'reading' || of === 'audit' ? await weedLines(desk, of, decisions.get(of)!) : await weedSubjects(desk, of, decisions.get(of)!, tell)
    if (outcome.subjects > 0) done.set(of, outcome)
  }
  onProgress?.(0.8)
  let clearingFailed = false
  // What was weeded cannot be undone: whatever fails from here on, it is told.
  const tried = (clearing: Promise<boolean>): Promise<boolean> => clearing.catch(() => {
    clearingFailed = true
    return false
  })
  // Members' names go from the sign-in's tables.
  const all = [...new Set([...asked, ...uncleared])]
  const { position } = await inNetwork(desk.register, desk.context, readUncleared)
  const tablesCleared = all.length === 0 || (await tried(clearErased(desk.register, all, patience === undefined ? {} : { patience })))
  onProgress?.(0.95)
  const logCleared = await tried(clearLog(desk.register))
  if (tablesCleared && !clearingFailed && done.size + uncleared.length > 0) await write(desk.register, desk.context, clearedAct(position), async () => {})
  return { done: Object.fromEntries(done), tablesCleared, logCleared, clearingFailed }
}

async function weedLines(desk: Desk, of: AuditClass, decision: string | null): Promise<{ readonly subjects: number; readonly parts: number }> {
  const { [of]: { count, before } } = (await listDue(desk)).lines
  if (count === 0) return { subjects: 0, parts: 0 }
  const { value } = await write(desk.register, desk.context, { action: `retention.weed:${of}`, object: `due:${count}` }, (transaction) =>
    weedAudit(transaction, { id: crypto.randomUUID(), class: of, before, decision }))
  return { subjects: value, parts: value }
}

async function weedSubjects(desk: Desk, of: Exclude<WeedingClass, AuditClass>, decision: string | null, tell: (share: number) => void): Promise<{ readonly subjects: number; readonly parts: number }> {
  const sum = { subjects: 0, parts: 0 }
  const mayGo = ({ class: own, heldUntil, waitsForReason }: DueSubject): boolean => own === of && heldUntil === null && !waitsForReason
  const all = (await listDue(desk)).due.filter(mayGo).map(({ id }) => id)
  for (let start = 0; start < all.length; start += portion) {
    tell(start / all.length)
    // Looked at anew, these alone: what was held or followed up again in the meantime is not among it.
    const next = (await findDue(desk, all.slice(start, start + portion))).filter(mayGo)
    if (next.length === 0) continue
    const together = await weedPortion(desk, of, next, decision)
    // One by one, when one of them cannot go any more: that is left, and the others go.
    for (const some of together === 'left' ? next.map((one) => [one]) : [next]) {
      const parts = together === 'left' ? await weedPortion(desk, of, some, decision) : together
      if (parts === 'left') continue
      sum.subjects += some.length
      sum.parts += parts
    }
  }
  return sum
}

/** 'left': something came between the look and this; nothing of the portion was done. */
async function weedPortion(desk: Desk, of: Exclude<WeedingClass, AuditClass>, subjects: readonly DueSubject[], decision: string | null): Promise<number | 'left'> {
  const logins = of === 'member' ? await loginsOf(desk, subjects) : []
  try {
    const { value } = await write(desk.register, desk.context, { action: `retention.weed:${of}`, object: `due:${subjects.length}` }, async (transaction) => {
      let parts = 0
      for (const { id } of subjects) parts += await weedOne(transaction, of, id)
      await appendWeedings(transaction, [{ id: crypto.randomUUID(), class: of, cause: 'due', subjects: subjects.length, parts, decision }])
      return parts
    })
    // Logged first: what is not gone then is due still.
    for (const login of logins) await desk.register.signIn.query('delete from "user" where "id" = $1', [login])
    if (logins.length > 0) await desk.register.signIn.query('delete from "verification" where "value" = any($1)', [logins])
    return value
  } catch (error) {
    if (error instanceof ProblemError && error.problems.some(({ code }) => left.includes(code))) return 'left'
    throw error
  }
}

async function weedOne(transaction: WriteTransaction, of: Exclude<WeedingClass, AuditClass>, id: string): Promise<number> {
  if (of === 'member') return 1
  return of === 'person' || of === 'coded' ? coarsenAnswers(transaction, id, [of]) : eraseTexts(transaction, of, id, 'due')
}

async function loginsOf(desk: Desk, subjects: readonly DueSubject[]): Promise<readonly string[]> {
  const left = await inNetwork(desk.register, desk.context, readLeftLogins)
  return left.filter(({ id }) => subjects.some((one) => one.id === id)).map(({ login }) => login)
}
