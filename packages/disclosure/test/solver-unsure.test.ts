// A solver that does not trust the numbers to which its kept basis has led is asked once more, from nothing.
import loadHighs, { type Model } from 'highs'
import { expect, test } from 'vitest'
import { runModel } from '../../../apps/server/src/adapters/run-model.ts'

const highs = await (loadHighs as unknown as typeof loadHighs.default)()
const { optimal, unknown, timeLimit } = highs.constants.modelStatus

/** Ends each run as listed, and notes what it was told. */
function modelEnding(...statuses: readonly number[]): { readonly model: Model; readonly told: readonly string[] } {
  const told: string[] = []
  const left = [...statuses]
  const model = { run: () => (told.push('run'), { modelStatus: left.shift() }), clearSolver: () => void told.push('clear') }
  return { model: model as unknown as Model, told }
}

test.each([
  ['sure at once', [optimal], optimal, ['run']],
  ['sure from nothing', [unknown, optimal], optimal, ['run', 'clear', 'run']],
  ['never sure: no answer', [unknown, unknown], unknown, ['run', 'clear', 'run']],
  ['without time: not asked again', [timeLimit], timeLimit, ['run']],
])('%s', (_, statuses, status, acts) => {
  const { model, told } = modelEnding(...statuses)
  expect(runModel(highs, model)).toBe(status)
  expect(told).toEqual(acts)
})

test('what was asked from nothing goes on from there: the next question is answered as ever', () => {
  const data = { numCols: 2, numRows: 1, colCost: [1, 1], colLower: [0, 0], colUpper: [9, 9], rowLower: [4], rowUpper: [7], matrix: { format: 'csr', numRows: 1, numCols: 2, starts: [0, 2], indices: [0, 1], values: [1, 1] } } as const
  highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 })
    expect([runModel(highs, model), model.getObjectiveValue()]).toEqual([optimal, 4])
    model.clearSolver()
    model.changeColCost(0, -1)
    model.changeColCost(1, -1)
    expect([runModel(highs, model), model.getObjectiveValue()]).toEqual([optimal, -7])
  })
})
