// What a sealed note belongs to, as its envelope says it: the text whose hash it carries.
import { canonicalText } from '../canonical.ts'
import type { Id } from '../incident.ts'

/** What an envelope calls the form of a note. */
export const noteForm = 'case-note-1'

export function noteContent(of: { readonly case: Id; readonly note: Id; readonly replaces: Id | null }): string {
  return canonicalText({ case: of.case, note: of.note, replaces: of.replaces })
}
