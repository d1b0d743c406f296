// The texts of the meetings' pages, in the language in use.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export type MeetingWords = typeof sv
export const useMeetingWords = ownWords({ sv, en })
