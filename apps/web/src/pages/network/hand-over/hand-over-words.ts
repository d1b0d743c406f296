// The texts of export and hand-over.
import { ownWords } from '../../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useHandOverWords = ownWords({ sv, en })
