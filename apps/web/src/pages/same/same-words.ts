// The texts of what is the same.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useSameWords = ownWords({ sv, en })
