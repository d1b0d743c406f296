// Answers as lists of numbers: those of which an incident may have several, and by SQL also those of which it has one.
import { categoryOfIndicator } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import type { Layout } from './place.ts'
import type { Sums } from './sums.ts'

/** Lists of few different parts, each as their numbers. */
export type Lists = {
  /** The parts by number; several numbers may be of one part. */
  readonly parts: readonly string[]
  /** The numbers of all parts, list after list. */
  readonly numbers: Int32Array
  /** Where each list begins in `numbers`, and where the last ends. */
  readonly starts: Int32Array
}

/** Grows as it must: a plain array of a million numbers would be copied once more. */
export class NumberList {
  #numbers = new Int32Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  push(number: number): void {
    if (this.#size === this.#numbers.length) {
      const larger = new Int32Array(this.#size * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#size] = number
    this.#size += 1
  }

  pushTimes(number: number, times: number): void {
    for (let time = 0; time < times; time += 1) this.push(number)
  }

  all(): Int32Array {
    return this.#numbers.subarray(0, this.#size)
  }
}

/** A class and no closures: what is called for each of a million marks must be the same function every time. */
export class ListMaker {
  readonly #parts: string[]
  readonly #byPart: Map<string, number>
  readonly #numbers = new NumberList()
  readonly #starts = new NumberList()

  /** `known`: parts that have their numbers already. */
  constructor(known: readonly string[] = []) {
    this.#parts = [...known]
    this.#byPart = new Map(known.map((part, number) => [part, number]))
    this.#starts.push(0)
  }

  add(part: string): void {
    let number = this.#byPart.get(part)
    if (number === undefined) this.#byPart.set(part, (number = this.#parts.push(part) - 1))
    this.#numbers.push(number)
  }

  addNumber(number: number): void {
    this.#numbers.push(number)
  }

  endList(): void {
    this.#starts.push(this.#numbers.size)
  }

  finish(): Lists {
    return { parts: this.#parts, numbers: this.#numbers.all(), starts: this.#starts.all() }
  }
}

/** The lists of each dimension, made when they are first asked for. */
export function listsOf<Unit>(units: readonly Unit[], answers: Readonly<Partial<Record<Dimension, (unit: Unit) => readonly string[]>>>): (dimension: Dimension) => Lists {
  const known = new Map<Dimension, Lists>()
  const listsOfDimension = (dimension: Dimension): Lists => {
    let lists = known.get(dimension)
    if (!lists) {
      lists = dimension === 'indicator-category' ? listsOfCategories(listsOfDimension('indicator')) : makeLists(units, answers[dimension]!)
      known.set(dimension, lists)
    }
    return lists
  }
  return listsOfDimension
}

function makeLists<Unit>(units: readonly Unit[], answerOf: (unit: Unit) => readonly string[]): Lists {
  const lists = new ListMaker()
  for (let unit = 0; unit < units.length; unit += 1) {
    const answer = answerOf(units[unit]!)
    for (let part = 0; part < answer.length; part += 1) lists.add(answer[part]!)
    lists.endList()
  }
  return lists.finish()
}

/** The same lists, of the categories of their indicators. */
export function listsOfCategories({ parts, numbers, starts }: Lists): Lists {
  return { parts: parts.map(categoryOfIndicator), numbers, starts }
}

/** By number of a part the row in which it stands, 0 for none, and each row's number by its key. */
type RowsOfParts = { readonly rows: ReadonlyMap<string, number>; readonly ofParts: Int32Array }

export function rowsOfParts({ known, keysOf }: Layout, { parts }: Lists): RowsOfParts {
  const rows = new Map<string, number>()
  const ofParts = Int32Array.from(parts, (part) => {
    if (!known([part])) return 0
    const key = keysOf([part])[0]!
    const row = rows.get(key) ?? rows.size + 1
    rows.set(key, row)
    return row
  })
  return { rows, ofParts }
}

type CountedLists = {
  /** For each list the number of its place. */
  readonly placeOf: Int32Array
  /** Whether a list without any part in a row counts into the base. */
  readonly base: 'all' | 'answered'
  /** 1 for each list that counts; all do when it is absent. */
  readonly counted?: Uint8Array | undefined
}

/** Each list once a row, however many of its parts stand there. */
export function countLists({ numbers, starts }: Lists, ofParts: Int32Array, { counts, width }: Sums, { placeOf, base, counted }: CountedLists): void {
  const lists = starts.length - 1
  const last = new Int32Array(counts.length / width).fill(-1)
  for (let list = 0; list < lists; list += 1) {
    if (counted?.[list] === 0) continue
    const place = placeOf[list]!
    const end = starts[list + 1]!
    let isAnswered = false
    for (let at = starts[list]!; at < end; at += 1) {
      const row = ofParts[numbers[at]!]!
      if (row === 0 || last[row] === list) continue
      last[row] = list
      isAnswered = true
      counts[row * width + place]! += 1
    }
    if (isAnswered || base === 'all') counts[place]! += 1
  }
}

/** Of lists of one part each: how many of each part there are at each place, place after place. */
export function countParts({ parts, numbers }: Lists, placeOf: Int32Array, places: number): Float64Array {
  if (numbers.length !== placeOf.length) throw new Error('countParts: a list of more or less than one part')
  const counts = new Float64Array(places * parts.length)
  for (let list = 0; list < numbers.length; list += 1) counts[placeOf[list]! * parts.length + numbers[list]!]! += 1
  return counts
}
