// The fixed words by language.
import type { Language } from '@lykta/incident'
import { en } from './en.ts'
import { sv } from './sv.ts'
import type { Words } from './words.ts'

export const wordsIn: Readonly<Record<Language, Words>> = { sv, en }
