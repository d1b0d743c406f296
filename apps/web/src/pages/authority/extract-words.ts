// The words of handing out an incident.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/extract-en.ts'
import { sv } from './messages/extract-sv.ts'

export const useExtractWords = ownWords({ sv, en })
