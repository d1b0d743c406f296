// Counts that are asked for again are the same again: the register is counted as of one position.
import type { Count } from './lay-out.ts'

export function rememberCounts(count: Count): Count {
  const known = new Map<string, ReturnType<Count>>()
  return (...asked) => {
    const name = JSON.stringify(asked)
    const counted = known.get(name) ?? count(...asked)
    known.set(name, counted)
    return counted
  }
}
