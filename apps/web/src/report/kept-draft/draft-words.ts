// The drafts' texts: they come with the drafts, not with the page.
import type { Language } from '@lykta/incident'
import { useReportLanguage } from '../words.tsx'
import { en } from './messages/en.ts'
import { type DraftWords, sv } from './messages/sv.ts'

const words: Readonly<Record<Language, DraftWords>> = { sv, en }

export function useDraftWords(): DraftWords {
  return words[useReportLanguage()]
}
