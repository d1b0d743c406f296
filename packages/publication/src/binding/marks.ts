// What every page and file of an edition says of itself: a draft, a year that is not over, that it is not for everybody, an example.
import type { Mark } from '../document/document.ts'
import { renderDay } from '../words/dates.ts'
import type { Edition } from './edition.ts'

export function marksOf({ context, words }: Pick<Edition, 'context' | 'words'>): readonly Mark[] {
  const { draft, year, collectedTo, network, policy } = context
  const marks: Mark[] = []
  if (draft) marks.push({ id: 'draft', text: words.marks.draft })
  if (collectedTo < `${year}-12-31`) marks.push({ id: 'unfinished', text: words.marks.unfinished(String(year), renderDay(collectedTo, words.language)) })
  if (policy.audience !== 'public') marks.push({ id: 'audience', text: words.marks.audience[policy.audience] })
  if (network.sample) marks.push({ id: 'sample', text: words.marks.sample })
  return marks
}
