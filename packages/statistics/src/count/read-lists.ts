// Takes apart what many places say, a list of answers a line: each different answer becomes a number.
import { afterUnmarked, beforeUnmarked, markedIndicators, placeOfMark } from '@lykta/incident'
import type { PlaceText } from './sql-texts.ts'

/** Lists of few different parts, each as their numbers. */
export type Lists = {
  /** The different parts. */
  readonly parts: readonly string[]
  /** The numbers of all parts, list after list. */
  readonly numbers: Int32Array
  /** Where each list begins in `numbers`, and where the last ends. */
  readonly starts: Int32Array
  /** For each list the number of its place. */
  readonly of: Int32Array
}

const separator = '|'.charCodeAt(0)
const lineFeed = '\n'.charCodeAt(0)
const brace = beforeUnmarked.charCodeAt(0)

/** Lines of nationalities. */
export function readParts(places: readonly PlaceText[]): Lists {
  const { parts, numberOf, numbers, starts, of } = newLists([])
  for (let place = 0; place < places.length; place += 1) {
    const { text } = places[place]!
    if (text === '') continue
    let from = 0
    for (let at = 0; at <= text.length; at += 1) {
      const sign = at < text.length ? text.charCodeAt(at) : lineFeed
      if (sign !== separator && sign !== lineFeed) continue
      numbers.push(numberOf(text.slice(from, at)))
      if (sign === lineFeed) {
        starts.push(numbers.size())
        of.push(place)
      }
      from = at + 1
    }
  }
  return { parts, numbers: numbers.all(), starts: starts.all(), of: of.all() }
}

/** Lines of indicators' marks. */
export function readMarks(places: readonly PlaceText[]): Lists {
  const { parts, numberOf, numbers, starts, of } = newLists(markedIndicators)
  for (let place = 0; place < places.length; place += 1) {
    const { text } = places[place]!
    if (text === '') continue
    for (let at = 0; at < text.length; ) {
      const sign = text.charCodeAt(at)
      if (sign === lineFeed) {
        starts.push(numbers.size())
        of.push(place)
        at += 1
      } else if (sign === brace) {
        const end = text.indexOf(afterUnmarked, at)
        numbers.push(numberOf(text.slice(at + 1, end)))
        at = end + 1
      } else {
        numbers.push(placeOfMark(sign, text.charCodeAt(at + 1)))
        at += 2
      }
    }
    starts.push(numbers.size())
    of.push(place)
  }
  return { parts, numbers: numbers.all(), starts: starts.all(), of: of.all() }
}

function newLists(known: readonly string[]) {
  const parts = [...known]
  const byPart = new Map(parts.map((part, number) => [part, number]))
  const starts = numberList()
  starts.push(0)
  const numberOf = (part: string): number => {
    let number = byPart.get(part)
    if (number === undefined) {
      number = parts.push(part) - 1
      byPart.set(part, number)
    }
    return number
  }
  return { parts, numberOf, numbers: numberList(), starts, of: numberList() }
}

/** Grows as it must: a plain array of a million numbers would be copied once more. */
function numberList() {
  let numbers = new Int32Array(1024)
  let size = 0
  return {
    push: (number: number): void => {
      if (size === numbers.length) {
        const larger = new Int32Array(size * 2)
        larger.set(numbers)
        numbers = larger
      }
      numbers[size] = number
      size += 1
    },
    size: (): number => size,
    all: (): Int32Array => numbers.subarray(0, size),
  }
}
