// Texts in which every word stands, with the surroundings of the first place: upper or lower case alike, parts of words too.
import type { Language } from '@lykta/incident'

export type Part = { readonly text: string; readonly hit: boolean }
export type Hit<T> = { readonly text: T; readonly parts: readonly Part[] }

const around = 120

export function findInTexts<T extends { readonly text: string }>(texts: readonly T[], query: string, language: Language): readonly Hit<T>[] {
  const words = [...new Set(query.trim().toLocaleLowerCase(language).split(/\s+/u))].filter((word) => word !== '')
  if (words.length === 0) return []
  return texts.flatMap((text) => {
    const lower = text.text.toLocaleLowerCase(language)
    // Some letters are longer in the other case: then places differ, and the text is shown as it is searched.
    const shown = lower.length === text.text.length ? text.text : lower
    const first = words.map((word) => lower.indexOf(word))
    return first.includes(-1) ? [] : [{ text, parts: partsOf(shown, lower, words, Math.min(...first)) }]
  })
}

function partsOf(shown: string, lower: string, words: readonly string[], first: number): readonly Part[] {
  const [from, to] = [Math.max(0, first - around), Math.min(shown.length, first + 2 * around)]
  const parts: Part[] = from > 0 ? [{ text: '… ', hit: false }] : []
  let at = from
  while (at < to) {
    const places = words.map((word) => ({ word, place: lower.indexOf(word, at) })).filter(({ place }) => place !== -1 && place < to)
    const next = places.toSorted((a, b) => a.place - b.place || b.word.length - a.word.length)[0]
    if (!next) break
    if (next.place > at) parts.push({ text: shown.slice(at, next.place), hit: false })
    at = next.place + next.word.length
    parts.push({ text: shown.slice(next.place, at), hit: true })
  }
  if (at < to) parts.push({ text: shown.slice(at, to), hit: false })
  if (to < shown.length) parts.push({ text: ' …', hit: false })
  return parts
}
