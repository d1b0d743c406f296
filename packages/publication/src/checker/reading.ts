// One wording as flat text: each binding is one sign, and every place in it leads back to a place in the file.
import type { InlineBinding } from '../binding/binding.ts'
import { type TemplateInline, flatten } from '../template/template.ts'

export type Reading = {
  /** NFC; the binding number n is the sign U+E000 + n, which no prose holds. */
  readonly text: string
  readonly bindings: readonly InlineBinding[]
  readonly placeOf: (from: number, to: number) => { readonly line: number; readonly from: number; readonly to: number }
}

const firstSign = 0xe000

/** Any one binding, for patterns. */
export const anyBinding = '[\\uE000-\\uF8FF]'

export function bindingAt({ bindings }: Reading, sign: string): InlineBinding | undefined {
  return bindings[(sign.codePointAt(0) ?? 0) - firstSign]
}

/** A file's lines, in which pieces of prose are found in the order in which they are asked for. */
export type Source = {
  /** Where the piece stands literally; with an escape or an accent of its own it does not, and only its beginning is known. */
  readonly find: (piece: string, line: number) => { readonly column: number; readonly literal: boolean }
  /** Where a word stands from that column on. */
  readonly findWord: (word: string, line: number, column: number) => number
}

/** The parser tells lines only. */
export function sourceOf(text: string): Source {
  const lines = text.split('\n')
  const reached = new Map<number, number>()
  const indexIn = (piece: string, line: number, column: number): number => lines[line - 1]?.indexOf(piece, column) ?? -1
  return {
    find: (piece, line) => {
      const start = reached.get(line) ?? 0
      const found = indexIn(piece, line, start)
      if (found >= 0) reached.set(line, found + piece.length)
      return { column: Math.max(found, start), literal: found >= 0 }
    },
    findWord: indexIn,
  }
}

/** Where nobody asks for columns. */
export const noSource: Source = { find: () => ({ column: 0, literal: true }), findWord: () => 0 }

type Piece = { readonly start: number; readonly text: string; readonly line: number; readonly column: number; readonly width: number; readonly literal: boolean }

export function readWording(wording: readonly TemplateInline[], source: Source): Reading {
  const pieces: Piece[] = []
  const bindings: InlineBinding[] = []
  let text = ''
  for (const inline of flatten(wording)) {
    if (inline.kind !== 'text' && inline.kind !== 'bound') continue
    const written = inline.kind === 'text' ? inline.text : inline.source
    // Private signs in prose would pass for bindings.
    const piece = inline.kind === 'text' ? written.normalize('NFC').replace(/[\uE000-\uF8FF]/gu, '\uFFFD') : String.fromCodePoint(firstSign + bindings.length)
    if (inline.kind === 'bound') bindings.push(inline.binding)
    const { column, literal } = source.find(written, inline.line)
    // A binding is one sign, and is found whole; so is text whose composed form is shorter, word by word.
    pieces.push({ start: text.length, text: piece, line: inline.line, column, width: written.length, literal: literal && (inline.kind === 'bound' || piece.length === written.length) })
    text += piece
  }
  const pieceAt = (index: number): Piece | undefined => pieces.findLast(({ start }) => start <= index) ?? pieces[0]
  const columnsOf = (piece: Piece, from: number, to: number): readonly [number, number] => {
    if (piece.text.length === 1 && piece.width !== 1 && piece.literal) return [piece.column, piece.column + piece.width]
    if (piece.literal) return [piece.column + from - piece.start, piece.column + to - piece.start]
    const word = text.slice(from, to)
    const found = source.findWord(word, piece.line, piece.column)
    return found < 0 ? [piece.column, piece.column + piece.width] : [found, found + word.length]
  }
  return {
    text,
    bindings,
    placeOf: (from, to) => {
      const [first, last] = [pieceAt(from), pieceAt(to - 1)]
      if (!first || !last) return { line: 1, from: 0, to: 0 }
      const [start, end] = columnsOf(first, from, Math.min(to, first.start + first.text.length))
      const over = first === last || last.line !== first.line ? end : columnsOf(last, Math.max(from, last.start), to)[1]
      return { line: first.line, from: start, to: over }
    },
  }
}

/** The bindings of a wording where they stand in its text. */
export function signsIn(reading: Reading): readonly { readonly from: number; readonly to: number; readonly word: string; readonly binding: InlineBinding }[] {
  return [...reading.text.matchAll(/[\uE000-\uF8FF]/gu)].flatMap((match) => {
    const binding = bindingAt(reading, match[0])
    return binding ? [{ from: match.index, to: match.index + 1, word: match[0], binding }] : []
  })
}
