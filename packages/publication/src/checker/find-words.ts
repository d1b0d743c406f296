// Typed numbers, quantifiers, claims and terms in one wording: what words alone can tell.
import type { Reading } from './reading.ts'
import type { FindingCode, Settling } from './finding.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { longest, type Match, matchesOf, type Words, without } from './pattern.ts'

export type Found = Match & {
  readonly code: FindingCode
  readonly blocking: boolean
  readonly settle: readonly Settling[]
  readonly values: Readonly<Record<string, string | number>>
}

export function findWords(reading: Reading, lexicon: Lexicon): readonly Found[] {
  const prose = without(lexicon.idioms, reading.text)
  return [
    ...found(prose, without(lexicon.harmlessNumbers, prose), lexicon.numbers, 'number-typed', ['bind', 'literal']),
    ...found(prose, prose, lexicon.quantifiers, 'quantifier-typed', ['bind', 'reword', 'literal']),
    ...findClaims(reading, prose, lexicon),
    ...lexicon.terms.flatMap(({ pattern, instead }) =>
      matchesOf(pattern, prose).map((match) => ({ ...match, code: 'term-avoided' as const, blocking: false, settle: ['reword', 'literal'] as const, values: { instead } }))),
  ].toSorted((a, b) => a.from - b.from)
}

/** Words of cause, size and direction that are neither denied, tested, nor marked as opinion. */
function findClaims(reading: Reading, prose: string, lexicon: Lexicon): readonly Found[] {
  if (reading.bindings.some(({ kind }) => carriesClaims.includes(kind))) return []
  const about = (words: Words, kind: string, settle: readonly Settling[]): readonly Found[] =>
    found(prose, prose, words, 'claim-untested', settle).map((claim) => ({ ...claim, values: { about: kind } }))
  const wished = hasMatch(lexicon.wish, prose)
  const claims = [
    ...about(lexicon.cause, 'cause', ['opinion', 'literal']),
    ...about(lexicon.size, 'size', ['test', 'opinion', 'literal']),
    ...about(lexicon.direction, 'direction', ['test', 'opinion', 'literal']).filter(({ blocking }) => blocking || !wished),
  ]
  return longest(claims).filter((claim) => !isDenied(prose, claim.from, lexicon))
}

/** A sentence with one of these says itself whether chance explains it, or whose opinion it is. */
const carriesClaims: readonly string[] = ['direction', 'ratio', 'opinion']

/** "It cannot be said whether it has increased" claims nothing; "not more crime but more attention" claims the latter. */
export function isDenied(prose: string, at: number, { denial, turns, whether }: Lexicon): boolean {
  const from = Math.max(0, ...matchesOf(/[.!?]\s/gu, prose).flatMap(({ to }) => (to <= at ? [to] : [])))
  const end = matchesOf(/[.!?](?:\s|$)/gu, prose).find((stop) => stop.from >= at)?.to ?? prose.length
  const sentence = prose.slice(from, end)
  const denials = matchesOf(denial, sentence)
  if (denials.length > 0 && whether.test(sentence)) return true
  const before = denials.findLast(({ to }) => to <= at - from)
  return before !== undefined && !hasMatch(turns, sentence.slice(before.to, at - from))
}

/** Unlike `test`, keeps no place in the pattern. */
export function hasMatch(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0
}

/** In `visible`, but told in the words of `prose`; a word of both lists is blocking. */
function found(prose: string, visible: string, words: Words, code: FindingCode, settle: readonly Settling[]): readonly Found[] {
  const blocking = matchesOf(words.blocking, visible).map((match) => ({ ...match, blocking: true }))
  const asked = matchesOf(words.asked, visible).flatMap((match) => (blocking.some((other) => other.from < match.to && match.from < other.to) ? [] : [{ ...match, blocking: false }]))
  return longest([...blocking, ...asked]).map((match) => ({ ...match, word: prose.slice(match.from, match.to).trim(), code, settle, values: {} }))
}
