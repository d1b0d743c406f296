// The recovery's texts.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useRecoveryWords = ownWords({ sv, en })
