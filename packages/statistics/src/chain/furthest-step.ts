// How far one case came along a network's chain, so that each step holds all who came to a later one: what the protected funnel counts.
import type { ChainLine, ChainStep } from '@lykta/incident'

/** Of what was later held to be unfounded. No step has a dot in its code. */
export const unfoundedCode = 'closed.unfounded'

/** The steps of the funnel, in order: the way, and, as one, every end that says that support was accepted. */
export function nestedSteps(steps: readonly ChainStep[]): readonly string[] {
  const accepted = steps.find(({ kind, means }) => kind === 'end' && means === 'accepted')
  return [...steps.filter(({ kind }) => kind === 'way').map(({ id }) => id), ...(accepted ? [accepted.id] : [])]
}

/**
 * The last of `nestedSteps` that was reached: whoever came to a later step came past the earlier ones, written down or not. Whoever
 * declined was offered; that somebody was not reached says nothing of how far it went. Null before the first step.
 */
export function furthestStep(steps: readonly ChainStep[], { reached }: Pick<ChainLine, 'reached'>): string | null {
  const order = nestedSteps(steps)
  const places = reached.map(({ step }) => placeOf(steps, order, step))
  const furthest = Math.max(-1, ...places)
  return furthest < 0 ? null : order[furthest]!
}

function placeOf(steps: readonly ChainStep[], order: readonly string[], id: string): number {
  const step = steps.find((one) => one.id === id)
  if (!step) return -1
  if (step.kind === 'way') return order.indexOf(id)
  if (step.means === 'accepted') return order.length - 1
  const offered = steps.find(({ kind, means }) => kind === 'way' && means === 'offered')
  return step.means === 'declined' && offered ? order.indexOf(offered.id) : -1
}
