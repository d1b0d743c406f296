// The texts of the editor, in the language of the app; what it writes is in both.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useEditorWords = ownWords({ sv, en })
export const editorWords = { sv, en }
