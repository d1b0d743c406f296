// The texts of the workshop: drafts, who agrees to them, and approved editions.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useWorkshopWords = ownWords({ sv, en })
