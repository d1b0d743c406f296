// What a coordinator writes of a change is printed as it is: numbers in words or digits are no part of it, for the program lists what changed.
import type { Language } from '@lykta/incident'
import { findWords } from './find-words.ts'
import { lexiconIn } from './lexicon/lexicon-in.ts'
import { noSource, readWording } from './reading.ts'

/** Words that would stop the report, as they stand. */
export function checkChanged(text: string, language: Language): readonly string[] {
  const reading = readWording([{ kind: 'text', text, line: 1 }], noSource)
  return findWords(reading, lexiconIn[language]).filter(({ blocking }) => blocking).map(({ word }) => word)
}
