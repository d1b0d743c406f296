// The draft that the page holds, for what happens around the form: leaving in a hurry, and closing the page.

export type DraftAtHand = {
  /** Thrown away: dead before this returns. */
  readonly drop: () => void
  /** Nothing would be lost with the page. */
  readonly isKept: () => boolean
}

let held: DraftAtHand | undefined

export const draftAtHand = {
  set: (draft: DraftAtHand | undefined): void => {
    held = draft
  },
  drop: (): void => held?.drop(),
  isKept: (): boolean => held?.isKept() ?? false,
}
