// The checker's words by language.
import type { Language } from '@lykta/incident'
import { en } from './en.ts'
import type { Lexicon } from './lexicon.ts'
import { sv } from './sv.ts'

export const lexiconIn: Readonly<Record<Language, Lexicon>> = { sv, en }
