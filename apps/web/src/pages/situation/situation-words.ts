// The texts of situation reports, in the language in use.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useSituationWords = ownWords({ sv, en })
