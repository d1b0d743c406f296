// A page's own texts in the language in use: they come with the page, not with the app.
import type { Language } from '@lykta/incident'
import { useLanguage } from './messages.ts'

/** `useJoinWords = ownWords({ sv, en })`. */
export function ownWords<Words>(words: Readonly<Record<Language, Words>>): () => Words {
  return function useOwnWords(): Words {
    return words[useLanguage()]
  }
}
