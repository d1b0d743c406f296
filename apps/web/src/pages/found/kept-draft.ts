// Keeps what was written in this tab, so that a reload loses no names; no password and no key is ever in it.
import type { FoundingDraft } from './founding-draft.ts'

const key = 'lykta-founding'

export function readKeptDraft(empty: FoundingDraft): FoundingDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isDraft(kept, empty) ? kept : empty
  } catch {
    return empty
  }
}

export function keepDraft(draft: FoundingDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // It stays in the page's memory all the same.
  }
}

export function dropDraft(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // It goes with the tab.
  }
}

/** Written by an earlier version it may have another shape: then it is left out. */
function isDraft(value: unknown, like: FoundingDraft): value is FoundingDraft {
  if (typeof value !== 'object' || value === null) return false
  const { network, organisations, numbers, threshold, you } = value as Record<string, unknown>
  const hasTexts = (part: unknown, of: object): boolean =>
    typeof part === 'object' && part !== null && Object.keys(of).every((name) => typeof (part as Record<string, unknown>)[name] === 'string')
  return (
    hasTexts(network, like.network) && hasTexts(you, like.you) && typeof threshold === 'string' &&
    Array.isArray(organisations) && organisations.every((one) => hasTexts(one, { id: '', name: '', sector: '', joined: '' })) &&
    Array.isArray(numbers) && numbers.every((one) => hasTexts(one, { name: '', number: '', hours: '' }))
  )
}
