// One dimension's answers for many units: few of them differ, so each unit holds the number of its own.
import type { Dimension } from '../spec.ts'

export type Column = {
  /** For each unit the number of its answer. */
  readonly of: Int32Array
  /** An answer is the codes that apply, in a fixed order. */
  readonly answers: readonly (readonly string[])[]
}

export type AnswerOf<Unit> = (unit: Unit) => string | readonly string[]

/** Units are asked in blocks: all that is asked of one while what it holds is still near the processor. */
const block = 256

/** The column of each dimension that is `wanted`, all of them made when one is first asked for. Asks each unit once. */
export function columnsOf<Unit>(
  units: readonly Unit[],
  answers: Readonly<Partial<Record<Dimension, AnswerOf<Unit>>>>,
  wanted: ReadonlySet<Dimension>,
): (dimension: Dimension) => Column {
  let columns: ReadonlyMap<string, Column> | undefined
  return (dimension) => {
    const column = (columns ??= fillColumns(units, answers, wanted)).get(dimension)
    if (!column) throw new Error(`no facts of ${dimension}`)
    return column
  }
}

function fillColumns<Unit>(units: readonly Unit[], answers: Readonly<Partial<Record<Dimension, AnswerOf<Unit>>>>, wanted: ReadonlySet<Dimension>): ReadonlyMap<string, Column> {
  const unfilled = Object.entries(answers).filter(([dimension]) => wanted.has(dimension as Dimension)).map(([dimension, answerOf]): Unfilled<Unit> =>
    ({ dimension, answerOf, of: new Int32Array(units.length), answers: [], known: new Map() }))
  for (let from = 0; from < units.length; from += block) {
    const to = Math.min(from + block, units.length)
    for (const column of unfilled) fill(column, units, from, to)
  }
  return new Map(unfilled.map((column) => [column.dimension, column]))
}

type Unfilled<Unit> = {
  readonly dimension: string
  readonly answerOf: AnswerOf<Unit>
  readonly of: Int32Array
  readonly answers: (readonly string[])[]
  /** Numbers by answer. */
  readonly known: Map<string, number>
}

function fill<Unit>({ answerOf, of, answers, known }: Unfilled<Unit>, units: readonly Unit[], from: number, to: number): void {
  for (let unit = from; unit < to; unit += 1) {
    const answer = answerOf(units[unit]!)
    const key = typeof answer === 'string' ? answer : answer.length === 1 ? answer[0]! : answer.join('|')
    let number = known.get(key)
    if (number === undefined) {
      number = answers.push(listed(answer)) - 1
      known.set(key, number)
    }
    of[unit] = number
  }
}

function listed(answer: string | readonly string[]): readonly string[] {
  return typeof answer === 'string' ? [answer] : answer
}

/** The columns of units that are each of one of few kinds: `of` holds the number of its kind. */
export function columnsOfKinds(of: Int32Array, kinds: (dimension: Dimension) => Column): (dimension: Dimension) => Column {
  const made = new Map<Dimension, Column>()
  return (dimension) => {
    let column = made.get(dimension)
    if (!column) {
      const { of: answerOf, answers } = kinds(dimension)
      made.set(dimension, (column = { of: of.map((kind) => answerOf[kind]!), answers }))
    }
    return column
  }
}
