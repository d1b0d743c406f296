// The words of the page on a network that an authority runs.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/authority-en.ts'
import { sv } from './messages/authority-sv.ts'

export const useAuthorityWords = ownWords({ sv, en })
