// The inbox in JSON: which incidents a member lists, and the views of it that she keeps. What is searched for in words is never kept.
import type { Id } from '@lykta/incident'

/** "new": neither followed up in a case, nor asked about or told of; "answered": the reporter has answered, and nobody has gone on. */
export const waitings = ['new', 'answered'] as const
export type Waiting = (typeof waitings)[number]

/** In codes alone. Everything is optional. */
export type InboxView = {
  readonly waiting?: Waiting | undefined
  readonly year?: number | undefined
  readonly exploitation?: string | undefined
  readonly organisation?: string | undefined
  readonly placeType?: string | undefined
}

/** GET and POST /api/views, DELETE /api/views/:id; the caller's own, oldest first. */
export type ViewsAnswer = { readonly views: readonly { readonly id: Id; readonly view: InboxView }[] }
export type NewViewRequest = { readonly id: Id; readonly view: InboxView }
