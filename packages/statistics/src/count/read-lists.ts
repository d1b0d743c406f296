// Takes apart what many places say, a list of answers a line: each different answer becomes a number.
import { afterUnmarked, beforeUnmarked, markedIndicators, placeOfMark } from '@lykta/incident'
import { ListMaker, type Lists, NumberList } from './lists.ts'
import type { PlaceText } from './sql-texts.ts'

/** Lists of many places. */
export type PlacedLists = Lists & {
  /** For each list the number of its place. */
  readonly of: Int32Array
}

const separator = '|'.charCodeAt(0)
const lineFeed = '\n'.charCodeAt(0)
const brace = beforeUnmarked.charCodeAt(0)

/** Lines of words: nationalities, or one code each. */
export function readParts(places: readonly PlaceText[]): PlacedLists {
  return readPlaces(places, new ListMaker(), readLinesOfParts)
}

/** Lines of indicators' marks. */
export function readMarks(places: readonly PlaceText[]): PlacedLists {
  return readPlaces(places, new ListMaker(markedIndicators), readLinesOfMarks)
}

/** Each place's lines in a call of their own: a loop within a loop would be left, and compiled, anew for each place. */
function readPlaces(places: readonly PlaceText[], lists: ListMaker, readLines: (text: string, lists: ListMaker) => number): PlacedLists {
  const of = new NumberList()
  for (let place = 0; place < places.length; place += 1) {
    const { text } = places[place]!
    if (text !== '') of.pushTimes(place, readLines(text, lists))
  }
  return { ...lists.finish(), of: of.all() }
}

/** Gives how many lines there are. */
function readLinesOfParts(text: string, lists: ListMaker): number {
  let lines = 1
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign !== separator && sign !== lineFeed) continue
    lists.add(text.slice(from, at))
    from = at + 1
    if (sign === separator) continue
    lists.endList()
    lines += 1
  }
  lists.add(text.slice(from))
  lists.endList()
  return lines
}

function readLinesOfMarks(text: string, lists: ListMaker): number {
  let lines = 1
  for (let at = 0; at < text.length; ) {
    const sign = text.charCodeAt(at)
    if (sign === lineFeed) {
      lists.endList()
      lines += 1
      at += 1
    } else if (sign === brace) {
      const end = text.indexOf(afterUnmarked, at)
      lists.add(text.slice(at + 1, end))
      at = end + 1
    } else {
      lists.addNumber(placeOfMark(sign, text.charCodeAt(at + 1)))
      at += 2
    }
  }
  lists.endList()
  return lines
}
