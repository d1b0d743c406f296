// The texts of the pages on retention.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useRetentionWords = ownWords({ sv, en })
