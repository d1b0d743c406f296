// The texts of the pages of cases, in the language in use.
import type { ChainStep, Language } from '@lykta/incident'
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export type CaseWords = typeof sv
export const useCaseWords = ownWords({ sv, en })

/** A step that is not known here shows as its code, never as nothing. */
export function stepWords(steps: readonly ChainStep[], id: string, language: Language): string {
  return steps.find((step) => step.id === id)?.[language] ?? id
}
