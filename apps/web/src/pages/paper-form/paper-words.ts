// The texts of the form on paper.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const usePaperWords = ownWords({ sv, en })
