// The texts of the network's organisations.
import { ownWords } from '../../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useOrganisationWords = ownWords({ sv, en })
