// One dimension's answers for many units: few of them differ, so each unit holds the number of its own.
import type { Dimension } from '../spec.ts'

export type Column = {
  /** For each unit the number of its answer. */
  readonly of: Int32Array
  /** An answer is the codes that apply, in a fixed order. */
  readonly answers: readonly (readonly string[])[]
}

export type AnswerOf<Unit> = (unit: Unit) => string | readonly string[]

/** Asks each unit once. */
function columnOf<Unit>(units: readonly Unit[], answerOf: AnswerOf<Unit>): Column {
  const of = new Int32Array(units.length)
  const answers: (readonly string[])[] = []
  const known = new Map<string, number>()
  for (let unit = 0; unit < units.length; unit += 1) {
    const answer = answerOf(units[unit]!)
    const key = typeof answer === 'string' ? answer : answer.length === 1 ? answer[0]! : answer.join('|')
    let number = known.get(key)
    if (number === undefined) {
      number = answers.push(listed(answer)) - 1
      known.set(key, number)
    }
    of[unit] = number
  }
  return { of, answers }
}

function listed(answer: string | readonly string[]): readonly string[] {
  return typeof answer === 'string' ? [answer] : answer
}

/** For answers that nearly always differ: telling them apart would cost more than it saves. */
function columnOfEach<Unit>(units: readonly Unit[], answerOf: AnswerOf<Unit>): Column {
  const of = new Int32Array(units.length)
  for (let unit = 0; unit < of.length; unit += 1) of[unit] = unit
  return { of, answers: units.map((unit) => listed(answerOf(unit))) }
}

/** The column of each dimension, made when it is first asked for. */
export function columnsOf<Unit>(
  units: readonly Unit[],
  answers: Readonly<Partial<Record<Dimension, AnswerOf<Unit>>>>,
): (dimension: Dimension) => Column {
  return remembering((dimension) => {
    const answerOf = answers[dimension]
    if (!answerOf) throw new Error(`no facts of ${dimension}`)
    return dimension === 'indicator' ? columnOfEach(units, answerOf) : columnOf(units, answerOf)
  })
}

/** The columns of units that are each of one of few kinds: `of` holds the number of its kind. */
export function columnsOfKinds(of: Int32Array, kinds: (dimension: Dimension) => Column): (dimension: Dimension) => Column {
  return remembering((dimension) => {
    const { of: answerOf, answers } = kinds(dimension)
    const own = new Int32Array(of.length)
    for (let unit = 0; unit < of.length; unit += 1) own[unit] = answerOf[of[unit]!]!
    return { of: own, answers }
  })
}

function remembering(make: (dimension: Dimension) => Column): (dimension: Dimension) => Column {
  const made = new Map<Dimension, Column>()
  return (dimension) => {
    let column = made.get(dimension)
    if (!column) made.set(dimension, (column = make(dimension)))
    return column
  }
}
