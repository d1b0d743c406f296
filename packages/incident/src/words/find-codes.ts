// Which codes somebody may mean who writes a part of their words, in either language: what a list is searched with.
import { exploitations, type Exploitation, placeTypes, type PlaceType } from '../codes.ts'
import { codeWords } from './label-of.ts'

export type NamedCodes = {
  readonly placeTypes: readonly PlaceType[]
  readonly exploitations: readonly Exploitation[]
}

/** Codes whose Swedish or English word holds the text, in any case; none for an empty one. */
export function findCodes(text: string): NamedCodes {
  const part = fold(text)
  const says = (words: Readonly<Record<string, string>>, code: string): boolean => part !== '' && fold(words[code] ?? '').includes(part)
  const languages = Object.values(codeWords)
  return {
    placeTypes: placeTypes.filter((code) => languages.some((words) => says(words['place-type'], code))),
    exploitations: exploitations.filter((code) => languages.some((words) => says(words.exploitation, code))),
  }
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
