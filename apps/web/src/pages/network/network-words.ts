// The texts of the network's page.
import { ownWords } from '../../messages/own-words.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useNetworkWords = ownWords({ sv, en })
