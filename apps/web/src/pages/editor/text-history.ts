// Undo for a text that is written in parts: what a button or a pick has changed is taken back like what was typed.

export type Snapshot = {
  readonly text: string
  /** What is selected in it, in UTF-16 units. */
  readonly from: number
  readonly to: number
}

export type TextHistory = {
  readonly past: readonly Snapshot[]
  readonly present: Snapshot
  readonly future: readonly Snapshot[]
  /** When the last letter was typed; null after anything else, so that the next one begins a step of its own. */
  readonly typedAt: number | null
}

const most = 200
/** Typing that pauses no longer is one step. */
const pause = 1_000

export function startHistory(text: string): TextHistory {
  return { past: [], present: { text, from: 0, to: 0 }, future: [], typedAt: null }
}

/** `now`: milliseconds, for a letter that was typed; null for an act, which is always a step of its own. */
export function changed(history: TextHistory, next: Snapshot, now: number | null): TextHistory {
  if (next.text === history.present.text) return { ...history, present: next }
  const goesOn = now !== null && history.typedAt !== null && now - history.typedAt < pause && !next.text.slice(0, next.from).endsWith('\n')
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-most),
    present: next,
    future: [],
    typedAt: now,
  }
}

export function undone(history: TextHistory): TextHistory {
  const before = history.past.at(-1)
  return before ? { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], typedAt: null } : history
}

export function redone(history: TextHistory): TextHistory {
  const [next, ...rest] = history.future
  return next ? { past: [...history.past, history.present], present: next, future: rest, typedAt: null } : history
}
