// How well the values of a column fit what it would become: yes and no are no count, a number is no country, a story is no code.
import { findOccurrence } from '../civil-date.ts'
import type { ColumnId } from '../import/columns.ts'
import { emptyWords } from './code-synonyms.ts'
import { isList, kindOf } from './column-kind.ts'
import { findSplit } from './find-split.ts'
import { foldWord } from './fold-word.ts'
import { readerOfFormat } from './date-format.ts'
import { proposeDates } from './propose-dates.ts'
import { type KnownWords, proposeWord } from './propose-word.ts'
import { wordsOf } from './words-of.ts'

/** More are not looked at: what a column holds shows in its first thousand cells. */
const mostLookedAt = 1_000
/** A word for a code is shorter; so is the name of a district, of an organisation, of a case. */
const longestName = 60
const longestCode = 30

/** 0 to 1, by how many cells are understood; undefined where nothing can be told, as in an empty column. */
export function fitOf(to: ColumnId, all: readonly string[], known: KnownWords): number | undefined {
  const texts = all.slice(0, mostLookedAt).map((text) => text.trim()).filter((text) => text !== '' && !emptyWords.has(foldWord(text)))
  if (texts.length === 0) return undefined
  const share = (holds: (text: string) => boolean): number => texts.filter(holds).length / texts.length
  const { kind } = kindOf(to)
  switch (kind) {
    case 'day': case 'occurrence': {
      const readers = proposeDates(texts).map((format) => readerOfFormat(format)!)
      return share((text) => findOccurrence(text) !== undefined || readers.some((read) => read(text) !== undefined))
    }
    case 'code': case 'quantity': case 'nationality': case 'indicators': {
      const words = wordsOf(texts, isList(to) ? findSplit(texts) ?? '|' : undefined)
      const times = words.reduce((sum, one) => sum + one.times, 0)
      const understood = words.filter(({ word }) => proposeWord(to, word, known) !== undefined).reduce((sum, one) => sum + one.times, 0)
      // Signs are written in a thousand ways, and codes may be somebody's own: that few are known says little, as long as they might be some.
      const mightBe = kind === 'indicators' ? 0.8 * share(isWording) : kind === 'quantity' ? 0 : 0.5 * share((text) => text.length <= longestCode && isWording(text))
      return Math.max(understood / times, mightBe)
    }
    case 'organisation': {
      const words = new Set(texts.map(foldWord))
      const isKnown = words.size > 0 && [...words].some((word) => typeof proposeWord(to, word, known) === 'object' || proposeWord(to, word, known) === 'own')
      return isKnown ? Math.max(0.8, share(isWording)) : 0.8 * share((text) => isWording(text) && text.length <= longestName)
    }
    case 'prose': return share((text) => text.length > 25 || /\s\S+\s/.test(text))
    case 'name': {
      if (to === 'incidents.ref') return new Set(texts).size / texts.length
      return share((text) => text.length <= longestName && !isAnswer(text))
    }
  }
}

const isAnswer = (text: string): boolean => /^(?:ja|nej|j|n|yes|no|y|x|vet ej|okänt|unknown|sant|falskt|true|false)$/i.test(text)
/** Neither a number, nor a date, nor yes or no. */
const isWording = (text: string): boolean => /\p{L}/u.test(text) && !isAnswer(text) && !findOccurrence(text)
