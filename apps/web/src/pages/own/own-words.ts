// The texts of "our incidents", which the coordinator's side of a question uses too.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useOwnIncidentWords = ownWords({ sv, en })
