// The command line's words by language; a sentence missing in one of them does not compile.
import type { Language } from '@lykta/incident'
import { en } from './en.ts'
import { sv } from './sv.ts'

export type Messages = typeof sv
export const messages: Readonly<Record<Language, Messages>> = { sv, en }
