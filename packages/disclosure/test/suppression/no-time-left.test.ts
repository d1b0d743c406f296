// The time may run out between two looks at the clock: the solver then stops, and nothing falls.
import { expect, test } from 'vitest'
import { load } from '../support/solvers.ts'

test.each([-1, 0])('%s seconds left stop a run, in fractions and in whole numbers', (seconds) => {
  // 20 unknowns that pull at each other: nothing that is solved before the first look at the clock.
  const size = 20
  const rows = Array.from({ length: size }, (_, row) => ({ terms: Array.from({ length: size }, (_term, column) => [column, (row * 7 + column * 3) % 11 + 1] as const), lower: 50 + row, upper: Infinity }))
  const program = load({ cost: Array.from({ length: size }, (_, column) => column % 5 + 1), lower: Array<number>(size).fill(0), upper: Array<number>(size).fill(9), rows })
  expect(program.relaxed({ seconds }).status).toBe('stopped')
  expect(program.whole({ seconds }).status).toBe('stopped')
  expect(program.relaxed({ seconds: 60 }).status).toBe('optimal')
  program.close()
})
