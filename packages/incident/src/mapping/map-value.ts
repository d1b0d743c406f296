// One cell of theirs as one of ours: its words by the mapping, its dates by their pattern, its numbers with what "about" means.
import { findOccurrence } from '../civil-date.ts'
import { findCoded } from '../import/code-list.ts'
import type { ColumnId } from '../import/columns.ts'
import { knownProblem } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import { isNationality } from '../nationalities.ts'
import type { Place, Problem } from '../problem.ts'
import { findQuantity } from '../quantity.ts'
import { isList, kindOf } from './column-kind.ts'
import { type DateReader, readerOfFormat } from './date-format.ts'
import { foldWord } from './fold-word.ts'
import type { About, MappedColumn } from './mapping.ts'

/** The text for our table, or what is wrong with theirs. */
export type MappedText = { readonly text: string } | { readonly fault: (where: Place) => Problem }

/** Made once for a column, used for each of its cells. */
export type ValueMapper = (text: string) => MappedText

export function makeValueMapper(column: MappedColumn & { readonly to: ColumnId }): ValueMapper {
  const words = new Map(Object.entries({ ...column.proposedValues, ...column.values }).map(([from, to]) => [foldWord(from), to]))
  const checked = makeChecker(column)
  const one = (written: string): MappedText => {
    const to = words.get(foldWord(written))
    return to === undefined && written !== '' ? checked(written) : { text: to ?? '' }
  }
  if (!isList(column.to)) {
    const { prefix } = column
    return (text) => {
      const mapped = one(kindOf(column.to).kind === 'prose' ? text : text.normalize('NFC').trim())
      return prefix !== undefined && 'text' in mapped && mapped.text !== '' ? { text: prefix + mapped.text } : mapped
    }
  }
  return (text) => {
    const pieces = text.split(column.split ?? '|').map((piece) => piece.normalize('NFC').trim()).filter((piece) => piece !== '')
    const mapped = (pieces.length === 0 ? [''] : pieces).map(one)
    const fault = mapped.find((each) => 'fault' in each)
    return fault ?? { text: mapped.flatMap((each) => ('text' in each && each.text !== '' ? [each.text] : [])).join('|') }
  }
}

/** For a word without a line in the mapping. Organisations and indicators are left to the import, which knows what there is. */
function makeChecker({ to, dates, about }: MappedColumn & { readonly to: ColumnId }): ValueMapper {
  const what = kindOf(to)
  switch (what.kind) {
    case 'code': {
      const { list } = what
      return (text) => (findCoded(list, text) === undefined ? { fault: (where) => knownProblem('mapping.word-unmapped', { found: renderFound(text), list }, where) } : { text })
    }
    case 'nationality':
      return (text) => (isNationality(text.toUpperCase()) ? { text } : { fault: (where) => knownProblem('mapping.nationality-unmapped', { found: renderFound(text) }, where) })
    case 'quantity': return (text) => readNumber(text, about)
    case 'day': case 'occurrence': return makeDateMapper(dates ?? [])
    case 'organisation': case 'indicators': case 'name': case 'prose': return (text) => ({ text })
  }
}

const aboutNumber = /^(?:ca|cirka|circa|c:a|c|omkring|ungefär|runt|kring|about|approx|approximately|around|~)\.?\s*(\d{1,6})$/iu
/** "2-3", "2–3": two for certain. */
const range = /^(\d{1,6})\s*(?:-|–|till|to)\s*\d{1,6}$/iu

function readNumber(text: string, about: About | undefined): MappedText {
  if (findQuantity(text)) return { text }
  const count = aboutNumber.exec(text)?.[1]
  const lowest = range.exec(text)?.[1]
  if (count === undefined && lowest === undefined) return { fault: (where) => knownProblem('mapping.number-unmapped', { found: renderFound(text) }, where) }
  if (about === undefined || (lowest !== undefined && about === 'exact')) return { fault: (where) => knownProblem('mapping.number-about', { found: renderFound(text) }, where) }
  if (about === 'at-least-one') return { text: 'minst 1' }
  return { text: about === 'exact' ? (count ?? '') : `minst ${count ?? lowest}` }
}

/** Whether a cell holds what only `about` can decide. */
export function isAbout(text: string): boolean {
  return !findQuantity(text) && (aboutNumber.test(text.trim()) || range.test(text.trim()))
}

function makeDateMapper(formats: readonly string[]): ValueMapper {
  const readers = formats.map(readerOfFormat).filter((read): read is DateReader => read !== undefined)
  return (text) => {
    if (findOccurrence(text)) return { text }
    for (const read of readers) {
      const date = read(text)
      if (date !== undefined) return { text: date }
    }
    return { fault: (where) => knownProblem('mapping.date-unread', { found: renderFound(text), formats: formats.join(', ') }, where) }
  }
}
