// The texts of the invitation.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useJoinWords = ownWords({ sv, en })
