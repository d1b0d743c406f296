// One dimension's answers for many units: few of them differ, so each unit holds the number of its own.
import type { Dimension } from '../spec.ts'

export type Column = {
  /** For each unit the number of its answer. */
  readonly of: Int32Array
  /** An answer is the codes that apply, in a fixed order. */
  readonly answers: readonly (readonly string[])[]
}

/** Asks each unit once. */
function columnOf<Unit>(units: readonly Unit[], answerOf: (unit: Unit) => string | readonly string[]): Column {
  const of = new Int32Array(units.length)
  const answers: (readonly string[])[] = []
  const known = new Map<string, number>()
  for (let unit = 0; unit < units.length; unit += 1) {
    const answer = answerOf(units[unit]!)
    const key = typeof answer === 'string' ? answer : answer.length === 1 ? answer[0]! : answer.join('|')
    let number = known.get(key)
    if (number === undefined) {
      number = answers.push(typeof answer === 'string' ? [answer] : answer) - 1
      known.set(key, number)
    }
    of[unit] = number
  }
  return { of, answers }
}

/** For answers that nearly always differ: telling them apart would cost more than it saves. */
function columnOfEach<Unit>(units: readonly Unit[], answerOf: (unit: Unit) => string | readonly string[]): Column {
  return { of: Int32Array.from(units, (_, unit) => unit), answers: units.map((unit) => [answerOf(unit)].flat()) }
}

/** The column of each dimension, made when it is first asked for. */
export function columnsOf<Unit>(
  units: readonly Unit[],
  answers: Readonly<Partial<Record<Dimension, (unit: Unit) => string | readonly string[]>>>,
): (dimension: Dimension) => Column {
  const made = new Map<Dimension, Column>()
  return (dimension) => {
    const answerOf = answers[dimension]
    if (!answerOf) throw new Error(`no facts of ${dimension}`)
    const column = made.get(dimension) ?? (dimension === 'indicator' ? columnOfEach(units, answerOf) : columnOf(units, answerOf))
    made.set(dimension, column)
    return column
  }
}
