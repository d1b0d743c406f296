// A sealed text that is written anew: locked keys put it out of sight, and what is not saved comes back when it is opened again.

export type SealedDraft<Text> = {
  /** Null while it is sealed and closed. */
  readonly text: Text | null
  /** As it was opened or saved. */
  readonly saved: Text | null
  /** The keys locked over what is not saved: it waits, in memory alone, and nothing of it is shown. */
  readonly away: boolean
}

export const closedDraft = { text: null, saved: null, away: false } as const

export function openDraft<Text>(text: Text): SealedDraft<Text> {
  return { text, saved: text, away: false }
}

export function isUnsaved<Text>({ text, saved }: SealedDraft<Text>): boolean {
  return text !== null && JSON.stringify(text) !== JSON.stringify(saved)
}

/** Locked keys leave nothing readable on the screen, and lose nothing that somebody wrote. */
export function lockDraft<Text>(draft: SealedDraft<Text>): SealedDraft<Text> {
  return isUnsaved(draft) ? { ...draft, away: true } : closedDraft
}

/** `opened`: what stands sealed by now. What was put away stands in its place. */
export function unlockDraft<Text>(draft: SealedDraft<Text>, opened: Text): SealedDraft<Text> {
  return draft.away ? { text: draft.text, saved: opened, away: false } : openDraft(opened)
}

export function shownText<Text>({ text, away }: SealedDraft<Text>): Text | null {
  return away ? null : text
}
