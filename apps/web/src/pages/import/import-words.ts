// The texts of bringing in a spreadsheet.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useImportWords = ownWords({ sv, en })
