// The texts of founding.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useFoundingWords = ownWords({ sv, en })
