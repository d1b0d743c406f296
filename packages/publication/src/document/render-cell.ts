// A cell as a table prints it, and as it is read aloud or named in a chart.
import { renderBand } from '../words/band.ts'
import { renderQuantity } from '../words/quantity.ts'
import type { Words } from '../words/words.ts'
import type { Cell } from './cell.ts'

export function renderCellSign(cell: Cell, words: Words): string {
  switch (cell.sign) {
    case 'number':
      return renderQuantity(words, cell.count, cell.atLeast)
    case 'band':
      return renderBand(words, cell.numerator, cell.denominator)
    case 'zero':
    case 'hidden':
    case 'unknown':
    case 'not-collected':
      return words.signs[cell.sign].text
    case 'not-asked':
      return words.notAsked
  }
}

export function renderCellInWords(cell: Cell, words: Words): string {
  switch (cell.sign) {
    case 'number':
    case 'band':
    case 'zero':
    case 'not-asked':
      return renderCellSign(cell, words)
    case 'hidden':
    case 'unknown':
    case 'not-collected':
      return words.signs[cell.sign].spoken
  }
}
