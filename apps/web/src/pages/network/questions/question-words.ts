// The texts of the network's own questions.
import { ownWords } from '../../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useQuestionWords = ownWords({ sv, en })
