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

/** `own`: needs no line in the mapping. `proposed`: what it may mean ('' is nothing). */
export type ProposedWord = 'own' | { readonly proposed: string } | undefined

export function proposeWord(column: ColumnId, word: string, known: KnownWords): ProposedWord {
  const what = kindOf(column)
  const folded = foldWord(word)
  if (folded === '') return 'own'
  const proposed = (found: string | undefined): ProposedWord => (found === undefined || found === '' ? (emptyWords.has(folded) ? { proposed: '' } : undefined) : { proposed: found })
  switch (what.kind) {
    case 'code': return findCoded(what.list, word) === undefined ? proposed(codeFor(what.list, folded)) : 'own'
    case 'organisation': return known.organisations.some(({ code }) => code === word.trim()) ? 'own' : proposed(organisationFor(folded, known))
    case 'indicators': return known.indicators.some(({ id }) => id === word.trim()) ? 'own' : proposed(indicatorFor(word, known))
    case 'nationality': return isNationality(word.trim().toUpperCase()) ? 'own' : saysUnknown(folded) ? { proposed: '' } : proposed(countryFor(folded))
    case 'quantity': {
      if (findQuantity(word) || isAbout(word)) return 'own'
      // Of a count of persons nobody can say for the coordinator whether "?" is none, or some.
      return column !== 'persons.count' && saysUnknown(folded) ? { proposed: '' } : proposed(numberWords[folded])
    }
    case 'day': case 'occurrence': case 'name': case 'prose': return 'own'
  }
}

const saysUnknown = (folded: string): boolean => codeFor('answer', folded) === 'unknown'

function codeFor(list: CodedList, folded: string): string | undefined {
  const all = Object.entries(codeSynonyms[list]).flatMap(([code, words]) => words.split(', ').map((word) => ({ code, word })))
  const same = all.find(({ word }) => word === folded)
  if (same) return same.code
  const near = folded.length < 4 ? '' : findNear(folded, all.map(({ word }) => word))
  return all.find(({ word }) => word === near)?.code
}

function organisationFor(folded: string, { organisations }: KnownWords): string | undefined {
  const named = organisations.find(({ code, name }) => foldWord(name) === folded || foldWord(code) === folded)
  return named?.code ?? best(organisations, ({ name }) => likenessOfWords(folded, name), 0.6)?.code
}

function indicatorFor(word: string, { indicators }: KnownWords): string | undefined {
  const folded = foldWord(word)
  const nameOf = (id: string): string => id.slice(id.indexOf('.') + 1).replaceAll('-', ' ')
  const same = indicators.find(({ id, sv, en }) => [foldWord(sv), foldWord(en), nameOf(id)].includes(folded))
  return same?.id ?? best(indicators, ({ id, sv, en }) => Math.max(likenessOfWords(word, sv), likenessOfWords(word, en), likenessOfWords(word, nameOf(id))), 0.6)?.id
}

const countries: ReadonlyMap<string, string> = new Map(nationalities.flatMap((code) =>
  (['sv', 'en'] as const).map((language) => [nationalityName(code, language).toLowerCase(), code] as const)))

/** By the country's name, else by a beginning that only one country has: "rumänsk", "Romanian". */
function countryFor(folded: string): string | undefined {
  const same = countries.get(folded)
  if (same !== undefined || folded.length < 5) return same
  for (const length of [7, 6, 5, 4]) {
    const found = new Set([...countries].filter(([name]) => name.length >= length && name.slice(0, length) === folded.slice(0, length)).map(([, code]) => code))
    if (folded.length >= length && found.size === 1) return [...found][0]
  }
  return undefined
}

/** The one that is most alike, if it is alike enough and no other is as much. */
function best<One>(all: readonly One[], likeness: (one: One) => number, least: number): One | undefined {
  const ranked = all.map((one) => ({ one, likeness: likeness(one) })).filter((each) => each.likeness >= least).toSorted((a, b) => b.likeness - a.likeness)
  return ranked[0] && ranked[0].likeness !== ranked[1]?.likeness ? ranked[0].one : undefined
}
