// From which numbers an edition shows a number, written in the language in use.
import type { Language } from '@lykta/incident'
import type { ShownFrom } from '../../../server/src/api/types.ts'
import { renderCount } from '../format/numbers.ts'

export type ShownWords = { readonly [Key in keyof ShownFrom]: string }

export function shownWords({ threshold, incidents, organisations, sensitive }: ShownFrom, language: Language): ShownWords {
  const count = (one: number): string => renderCount(one, language)
  return { threshold: count(threshold), incidents: count(incidents), organisations: count(organisations), sensitive: count(sensitive) }
}
