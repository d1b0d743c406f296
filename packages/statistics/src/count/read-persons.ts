// Reads many lines of persons (packages/incident/src/persons-line.ts) into flat columns, ready to be counted.
import { ageLetters, answerLetters, beforeReference, betweenPersons, readPerson, sexLetters } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import type { Column } from './column.ts'
import type { PersonsOf } from './persons.ts'
import type { PlaceText } from './sql-texts.ts'
import type { Units } from './tally-units.ts'

/** Incidents that hold a person reference are few, and are read one person at a time. */
export type ReadPersons = { readonly plain: Units; readonly linked: readonly PersonsOf[] }

export function readPersonLines(places: readonly PlaceText[]): ReadPersons {
  const most = places.reduce((sum, { text }) => sum + partsIn(text), 0)
  const columns = newColumns(most)
  const { counts, atLeast } = columns
  const incidents = new Int32Array(most)
  const placeOf = new Int32Array(most)
  const linked: PersonsOf[] = []
  let size = 0
  let line = 0
  for (let place = 0; place < places.length; place += 1) {
    const { text, periods, organisation } = places[place]!
    let reference = text.indexOf(beforeReference)
    for (let from = 0; from < text.length; line += 1) {
      const end = endOf(text, from)
      if (reference >= 0 && reference < end) {
        linked.push({ persons: text.slice(from, end).split(betweenPersons).map(readPerson), periods, organisation })
        reference = text.indexOf(beforeReference, end)
        from = end + 1
        continue
      }
      while (from <= end) {
        incidents[size] = line
        placeOf[size] = place
        from = columns.read(text, from, end, size)
        size += 1
      }
    }
  }
  const plain: Units = {
    size,
    places: { of: placeOf, list: places },
    quantities: { counts, atLeast, incidents },
    column: (dimension) => columns.of.get(dimension)!,
  }
  return { plain, linked }
}

const lineFeed = '\n'.charCodeAt(0)
const separator = betweenPersons.charCodeAt(0)
const plus = '+'.charCodeAt(0)
const zero = '0'.charCodeAt(0)

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function partsIn(text: string): number {
  let parts = text === '' ? 0 : 1
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === separator || sign === lineFeed) parts += 1
  }
  return parts
}

function newColumns(size: number) {
  const counts = new Float64Array(size)
  const atLeast = new Uint8Array(size)
  const [sex, age, contact, offered, accepted] = [sexLetters, ageLetters, answerLetters, answerLetters, answerLetters].map((letters) => letterColumn(letters, size)) as
    [LetterColumn, LetterColumn, LetterColumn, LetterColumn, LetterColumn]
  const nationalities = new Int32Array(size)
  const lists: (readonly string[])[] = [[]]
  const numberOf = new Map([['', 0]])
  const of = new Map<Dimension, Column>([
    ['sex', sex], ['age-group', age], ['support-contact', contact], ['support-offered', offered], ['accepted-support', accepted],
    ['nationality', { of: nationalities, answers: lists }],
  ])
  /** Reads the part that begins at `from` in a line that ends at `end`; gives where the next part begins. */
  const read = (text: string, from: number, end: number, unit: number): number => {
    sex.of[unit] = sex.byLetter[text.charCodeAt(from)]!
    age.of[unit] = age.byLetter[text.charCodeAt(from + 1)]!
    contact.of[unit] = contact.byLetter[text.charCodeAt(from + 2)]!
    offered.of[unit] = offered.byLetter[text.charCodeAt(from + 3)]!
    accepted.of[unit] = accepted.byLetter[text.charCodeAt(from + 4)]!
    let at = from + 5
    let count = 0
    for (let digit = text.charCodeAt(at) - zero; digit >= 0 && digit <= 9; digit = text.charCodeAt(at) - zero) {
      count = count * 10 + digit
      at += 1
    }
    counts[unit] = count
    if (text.charCodeAt(at) === plus) {
      atLeast[unit] = 1
      at += 1
    }
    const begin = at
    while (at < end && text.charCodeAt(at) !== separator) at += 1
    if (at > begin) {
      const codes = text.slice(begin, at)
      let number = numberOf.get(codes)
      if (number === undefined) numberOf.set(codes, (number = lists.push(codes.split(',')) - 1))
      nationalities[unit] = number
    }
    return at + 1
  }
  return { counts, atLeast, of, read }
}

type LetterColumn = Column & { readonly byLetter: Int32Array }

function letterColumn(letters: Readonly<Record<string, string>>, size: number): LetterColumn {
  const codes = Object.keys(letters)
  const byLetter = new Int32Array(128)
  for (const [number, code] of codes.entries()) byLetter[letters[code]!.charCodeAt(0)] = number
  return { of: new Int32Array(size), answers: codes.map((code) => [code]), byLetter }
}
