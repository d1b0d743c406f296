// Reads many lines of persons (packages/incident/src/persons-line.ts) into flat columns, ready to be counted.
import { ageLetters, answerLetters, beforeReference, betweenPersons, readPerson, sexLetters } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import type { Column } from './column.ts'
import type { PersonsOf } from './persons.ts'
import type { PlaceText } from './sql-texts.ts'
import type { Quantities, Units } from './tally-units.ts'

/** Incidents that hold a person reference are few, and are read one person at a time. */
type ReadPersons = { readonly plain: Units; readonly linked: readonly PersonsOf[] }

export function readPersonLines(places: readonly PlaceText[]): ReadPersons {
  const columns = newColumns(places.reduce((sum, { text }) => sum + mostPartsIn(text), 0))
  const linked: PersonsOf[] = []
  const read: Read = { size: 0, lines: 0 }
  for (let place = 0; place < places.length; place += 1) readPlace(columns, linked, read, places[place]!, place)
  return { plain: unitsOf(columns, read.size, places), linked }
}

/** How many parts and lines there have been. */
type Read = { size: number; lines: number }

/** In a function of its own: loops within a loop would be left, and compiled, anew for each place. */
function readPlace(columns: Columns, linked: PersonsOf[], read: Read, { text, periods, organisation }: PlaceText, place: number): void {
  let reference = text.indexOf(beforeReference)
  for (let from = 0; from < text.length; read.lines += 1) {
    const end = endOf(text, from)
    if (reference >= 0 && reference < end) {
      linked.push({ persons: text.slice(from, end).split(betweenPersons).map(readPerson), periods, organisation })
      reference = text.indexOf(beforeReference, end)
      from = end + 1
    } else from = readLine(columns, read, text, from, end, place)
  }
}

function readLine(columns: Columns, read: Read, text: string, from: number, end: number, place: number): number {
  let at = from
  while (at <= end) {
    columns.incidents[read.size] = read.lines
    columns.placeOf[read.size] = place
    at = readPart(columns, text, at, end, read.size)
    read.size += 1
  }
  return at
}

const separator = betweenPersons.charCodeAt(0)
const plus = '+'.charCodeAt(0)
const zero = '0'.charCodeAt(0)

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Five letters, a number of one digit, and what stands between it and the next. */
const shortestPart = 7

/** No text has more, and to count them would be to read it twice. */
function mostPartsIn(text: string): number {
  return Math.floor((text.length + 1) / shortestPart)
}

/** One column a letter of the part, by the number of the code for which it stands. */
const letters = [sexLetters, ageLetters, answerLetters, answerLetters, answerLetters] as const
const dimensions: readonly Dimension[] = ['sex', 'age-group', 'support-contact', 'support-offered', 'accepted-support']
const codes = letters.map((byCode) => Object.keys(byCode))
const numbersByLetter = letters.map((byCode) => {
  const numbers = new Int32Array(128)
  for (const [number, letter] of Object.values<string>(byCode).entries()) numbers[letter.charCodeAt(0)] = number
  return numbers
})
const [ofSex, ofAge, ofAnswer] = numbersByLetter as [Int32Array, Int32Array, Int32Array]

type Columns = Quantities & {
  readonly placeOf: Int32Array
  readonly sex: Int32Array
  readonly age: Int32Array
  readonly contact: Int32Array
  readonly offered: Int32Array
  readonly accepted: Int32Array
  readonly nationality: Int32Array
  /** The lists of nationalities that occur, and their numbers as they are written. */
  readonly lists: (readonly string[])[]
  readonly listNumbers: Map<string, number>
}

function newColumns(size: number): Columns {
  const numbers = (): Int32Array => new Int32Array(size)
  return {
    counts: new Float64Array(size), atLeast: new Uint8Array(size), again: new Uint8Array(size), incidents: numbers(), placeOf: numbers(),
    sex: numbers(), age: numbers(), contact: numbers(), offered: numbers(), accepted: numbers(), nationality: numbers(),
    lists: [[]], listNumbers: new Map([['', 0]]),
  }
}

/** Reads the part that begins at `from` in a line that ends at `end`; gives where the next part begins. */
function readPart(columns: Columns, text: string, from: number, end: number, unit: number): number {
  columns.sex[unit] = ofSex[text.charCodeAt(from)]!
  columns.age[unit] = ofAge[text.charCodeAt(from + 1)]!
  columns.contact[unit] = ofAnswer[text.charCodeAt(from + 2)]!
  columns.offered[unit] = ofAnswer[text.charCodeAt(from + 3)]!
  columns.accepted[unit] = ofAnswer[text.charCodeAt(from + 4)]!
  let at = from + 5
  let count = 0
  for (; at < end; at += 1) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) break
    count = count * 10 + digit
  }
  columns.counts[unit] = count
  if (at < end && text.charCodeAt(at) === plus) {
    columns.atLeast[unit] = 1
    at += 1
  }
  const begin = at
  while (at < end && text.charCodeAt(at) !== separator) at += 1
  if (at > begin) columns.nationality[unit] = listNumberOf(columns, text.slice(begin, at))
  return at + 1
}

function listNumberOf({ lists, listNumbers }: Columns, list: string): number {
  let number = listNumbers.get(list)
  if (number === undefined) listNumbers.set(list, (number = lists.push(list.split(',')) - 1))
  return number
}

function unitsOf(columns: Columns, size: number, list: readonly PlaceText[]): Units {
  const { placeOf, sex, age, contact, offered, accepted, nationality, lists } = columns
  if (size > placeOf.length) throw new Error('readPersonLines: a part that is shorter than any')
  const of = new Map<Dimension, Column>([sex, age, contact, offered, accepted].map((column, letter) =>
    [dimensions[letter]!, { of: column, answers: codes[letter]!.map((code) => [code]) }]))
  of.set('nationality', { of: nationality, answers: lists })
  return { size, places: { of: placeOf, list }, quantities: columns, column: (dimension) => of.get(dimension)! }
}
