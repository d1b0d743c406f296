// The texts of what waits.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/inbox-en.ts'
import { sv } from './messages/inbox-sv.ts'

export const useInboxWords = ownWords({ sv, en })
