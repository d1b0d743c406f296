// What a word of theirs probably means among ours: a proposal for a person to confirm, or nothing.
import type { Indicator } from '../catalogue/indicator.ts'
import type { CodedList } from '../import/code-list.ts'
import { findCoded } from '../import/code-list.ts'
import type { ColumnId } from '../import/columns.ts'
import { findNear } from '../import/find-near.ts'
import type { Organisation } from '../incident.ts'
import { isNationality, nationalities, nationalityName } from '../nationalities.ts'
import { findQuantity } from '../quantity.ts'
import { codeSynonyms, emptyWords, numberWords } from './code-synonyms.ts'
import { kindOf } from './column-kind.ts'
import { foldWord } from './fold-word.ts'
import { likenessOfWords } from './likeness-of-words.ts'
import { isAbout } from './map-value.ts'

export type KnownWords = {
  readonly organisations: readonly Pick<Organisation, 'code' | 'name'>[]
  /** The catalogue with the network's own. */
  readonly indicators: readonly Pick<Indicator, 'id' | 'sv' | 'en'>[]
}

/** `own`: needs no line in the mapping. `proposed`: what it may mean ('' is nothing); `sure` when it is a known word, and not only like one. */
export type ProposedWord = 'own' | { readonly proposed: string; readonly sure: boolean } | undefined

type Found = { readonly means: string; readonly sure: boolean }

export function proposeWord(column: ColumnId, word: string, known: KnownWords): ProposedWord {
  const what = kindOf(column)
  const folded = foldWord(word)
  if (folded === '') return 'own'
  const nothing = { proposed: '', sure: true } as const
  const proposed = (found: Found | undefined): ProposedWord => (found === undefined || found.means === '' ? (emptyWords.has(folded) ? nothing : undefined) : { proposed: found.means, sure: found.sure })
  switch (what.kind) {
    case 'code': return findCoded(what.list, word) === undefined ? proposed(codeFor(what.list, folded)) : 'own'
    case 'organisation': return known.organisations.some(({ code }) => code === word.trim()) ? 'own' : proposed(organisationFor(folded, known))
    case 'indicators': return known.indicators.some(({ id }) => id === word.trim()) ? 'own' : proposed(indicatorFor(word, known))
    case 'nationality': return isNationality(word.trim().toUpperCase()) ? 'own' : saysUnknown(folded) ? nothing : proposed(countryFor(folded))
    case 'quantity': {
      if (findQuantity(word) || isAbout(word)) return 'own'
      // Of a count of persons nobody can say for the coordinator whether "?" is none, or some.
      const number = numberWords[folded]
      // "Several" is at least two only if nobody meant it otherwise.
      return column !== 'persons.count' && saysUnknown(folded) ? nothing : proposed(number === undefined ? undefined : { means: number, sure: !number.startsWith('minst') })
    }
    case 'day': case 'occurrence': case 'name': case 'prose': return 'own'
  }
}

const saysUnknown = (folded: string): boolean => codeFor('answer', folded)?.means === 'unknown'

function codeFor(list: CodedList, folded: string): Found | undefined {
  const years = list === 'ageGroup' ? /^(\d{1,3})(?: ?år| ?years?)?$/.exec(folded)?.[1] : undefined
  if (years !== undefined) return { means: Number(years) < 18 ? 'minor' : 'adult', sure: true }
  const all = Object.entries(codeSynonyms[list]).flatMap(([code, words]) => words.split(', ').map((word) => ({ code, word })))
  const same = all.find(({ word }) => word === folded)
  if (same) return { means: same.code, sure: true }
  const near = folded.length < 4 ? '' : findNear(folded, all.map(({ word }) => word))
  const alike = all.find(({ word }) => word === near)
  return alike && { means: alike.code, sure: false }
}

function organisationFor(folded: string, { organisations }: KnownWords): Found | undefined {
  const named = organisations.find(({ code, name }) => foldWord(name) === folded || foldWord(code) === folded)
  if (named) return { means: named.code, sure: true }
  const alike = best(organisations, ({ name }) => likenessOfWords(folded, name), 0.6)
  return alike && { means: alike.code, sure: false }
}

function indicatorFor(word: string, { indicators }: KnownWords): Found | undefined {
  const folded = foldWord(word)
  const nameOf = (id: string): string => id.slice(id.indexOf('.') + 1).replaceAll('-', ' ')
  const same = indicators.find(({ id, sv, en }) => [foldWord(sv), foldWord(en), nameOf(id)].includes(folded))
  if (same) return { means: same.id, sure: true }
  const alike = best(indicators, ({ id, sv, en }) => Math.max(likenessOfWords(word, sv), likenessOfWords(word, en), likenessOfWords(word, nameOf(id))), 0.6)
  return alike && { means: alike.id, sure: false }
}

const countries: ReadonlyMap<string, string> = new Map(nationalities.flatMap((code) =>
  (['sv', 'en'] as const).map((language) => [nationalityName(code, language).toLowerCase(), code] as const)))

/** By the country's name, else by a beginning that only one country has: "rumänsk", "Romanian". */
function countryFor(folded: string): Found | undefined {
  const same = countries.get(folded)
  if (same !== undefined) return { means: same, sure: true }
  if (folded.length < 5) return undefined
  for (const length of [7, 6, 5, 4]) {
    const found = new Set([...countries].filter(([name]) => name.length >= length && name.slice(0, length) === folded.slice(0, length)).map(([, code]) => code))
    if (folded.length >= length && found.size === 1) return { means: [...found][0]!, sure: length > 4 }
  }
  return undefined
}

/** The one that is most alike, if it is alike enough and no other is as much. */
function best<One>(all: readonly One[], likeness: (one: One) => number, least: number): One | undefined {
  const ranked = all.map((one) => ({ one, likeness: likeness(one) })).filter((each) => each.likeness >= least).toSorted((a, b) => b.likeness - a.likeness)
  return ranked[0] && ranked[0].likeness !== ranked[1]?.likeness ? ranked[0].one : undefined
}
