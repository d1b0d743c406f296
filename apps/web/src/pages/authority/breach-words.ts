// The words of the log of breaches.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/breach-en.ts'
import { sv } from './messages/breach-sv.ts'

export const useBreachWords = ownWords({ sv, en })
