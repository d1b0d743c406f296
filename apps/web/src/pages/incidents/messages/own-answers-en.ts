// The answers to the network's own questions in a case, in English.
import type { sv } from './own-answers-sv.ts'

export const en: typeof sv = {
  title: 'The network’s own questions',
  noTable: 'They are counted in no table.',
}
