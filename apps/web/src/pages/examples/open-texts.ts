// Some sealed texts of a year, in mixed order: several at once, so that nobody sees which of them became an example.
import type { IncidentSearchAnswer } from '../../../../server/src/api/types.ts'
import { ask, FailureError } from '../../api/ask.ts'
import { keys } from '../../keys/keys.ts'

const most = 8

/** Opened as they stand and sound; those that cannot be read, or whose envelope says another thing, are left out. */
export async function openSomeTexts(year: number): Promise<readonly string[]> {
  const { incidents } = await ask<IncidentSearchAnswer>('incidents/search', { method: 'POST', body: { year } })
  const chosen = mixed(incidents.filter(({ sealed, withdrawn }) => sealed && !withdrawn)).slice(0, most)
  const texts: string[] = []
  for (const [index, { ref }] of chosen.entries()) {
    try {
      const { text, findings } = await keys.openReason(ref, null)
      if (findings.length === 0 && text.trim() !== '') texts.push(text)
    } catch (error) {
      // Keys that stay locked are hers to know of, and so is that no more are handed out; a single text that is not there is none to show.
      const isRefused = error instanceof FailureError && error.failure.problems.some(({ code }) => code === 'reading.limit')
      if ((index === 0 && keys.view.state === 'locked') || (isRefused && texts.length === 0)) throw error
      if (isRefused) break
    }
  }
  return mixed(texts)
}

function mixed<Item>(items: readonly Item[]): readonly Item[] {
  const order = crypto.getRandomValues(new Uint32Array(items.length))
  return items.map((item, index) => ({ item, at: order[index]! })).toSorted((a, b) => a.at - b.at).map(({ item }) => item)
}
