// The texts of the page of examples.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useExampleWords = ownWords({ sv, en })
export type ExampleWordsInUse = ReturnType<typeof useExampleWords>
