// What a network may not do to its response chain: leave out or turn round what cases name, or be without a beginning.
import { type ChainStep, findSensitive, isStepId, mostChainSteps, problem, ProblemError } from '@lykta/incident'

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

/** `stored`: as it stands, the program's own where the network has none. A new wording is taken, and so is another order. */
export function checkChain(steps: readonly ChainStep[], stored: readonly ChainStep[]): void {
  for (const before of stored) {
    const after = steps.find(({ id }) => id === before.id)
    if (!after) return refuse('settings.step-left-out')
    if (after.kind !== before.kind || after.means !== before.means) return refuse('settings.step-changed')
  }
  const taken = steps.filter(({ validTo }) => validTo === null)
  const unique = new Set(steps.map(({ id }) => id)).size === steps.length
  if (!unique || !steps.every(({ id }) => isStepId(id)) || taken.length < 2 || taken.length > mostChainSteps || !taken.some(({ means }) => means === 'known')) return refuse('settings.chain-unfit')
  const known = new Set(stored.flatMap(({ sv, en }) => [sv, en]))
  if (steps.flatMap(({ sv, en }) => [sv, en]).some((text) => !known.has(text) && findSensitive(text).length > 0)) return refuse('settings.step-sensitive')
}
