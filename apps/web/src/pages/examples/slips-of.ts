// What speaks against an example as it is worded: too close to a text, what points at somebody, a number or a word that says how many.
import { findSensitive, type Language } from '@lykta/incident'
import { findProseText } from '@lykta/publication/prose'
import type { Beside } from '../editor/reading.ts'
import type { ExampleWordsInUse } from './example-words.ts'
import { closenessTo } from './too-close.ts'

/** What must never be printed as it is; words of cause or of terms are asked about, and hers to weigh. */
const stopping = ['publication.number-typed', 'publication.quantifier-typed', 'publication.term-avoided']

/** Empty when nothing does. `shown`: the language that it is told in. */
export function slipsOf(text: string, originals: readonly string[], beside: Beside, words: ExampleWordsInUse, shown: Language): readonly string[] {
  const close = closenessTo(originals, text)
  const marks = beside.read(`# x\n\nx\n\n${text}\n`, {}).marks
  return [
    ...(close ? [close.kind === 'run' ? words.run(close.words) : words.words] : []),
    ...findSensitive(text).map(({ from, to }) => words.guard(text.slice(from, to))),
    ...marks.filter(({ code, severity }) => severity === 'error' || stopping.includes(code)).map(({ code, values }) => findProseText(code, values, shown) ?? code),
  ]
}
