// A number in prose, typed, marked or bound: its value, and the units in which it may be counted.
import type { Unit } from '@lykta/statistics'
import type { FigureRef } from '../binding/binding.ts'
import { anyBinding, bindingAt, type Reading } from './reading.ts'
import { type Printed, shownFigure } from './printed.ts'

/** Digits or one binding, for patterns. */
export const anyQuantity = `(?:\\d+(?:[.,]\\d+)?|${anyBinding})`

export type Quantity = {
  readonly value: number | undefined
  /** Empty: not known. */
  readonly units: readonly Unit[]
  /** Everything that it can be is a lower bound. */
  readonly atLeast: boolean
  readonly figure: FigureRef | undefined
}

/** Undefined for a binding that is no count: a name, a share with its own base, a band. */
export function quantityOf(text: string, reading: Reading, printed: Printed): Quantity | undefined {
  const binding = bindingAt(reading, text)
  if (!binding) return typed(text, printed)
  if (binding.kind === 'literal') return typed(binding.text, printed)
  if (binding.kind !== 'figure') return undefined
  const shown = shownFigure(printed, binding.figure)
  const unit = printed.known.get(binding.figure.table)?.unit
  return { value: shown?.count, units: unit ? [unit] : [], atLeast: shown?.atLeast ?? false, figure: binding.figure }
}

function typed(text: string, printed: Printed): Quantity | undefined {
  if (!/^\d+(?:[.,]\d+)?$/.test(text)) return undefined
  const value = Number(text.replace(',', '.'))
  const figures = printed.figuresOf(value)
  const units = [...new Set(figures.map((figure) => figure.unit))]
  return { value, units, atLeast: figures.length > 0 && figures.every((figure) => figure.atLeast), figure: undefined }
}
