// The solver as the program uses it, for the tests of this room.
import { programLoader } from '../../../../apps/server/src/adapters/load-program.ts'

export { solveExtremes } from '../../../../apps/server/src/adapters/solve-extremes.ts'
export const load = await programLoader()
/** Tests let no clock decide. */
export const left = (): number => 1e6
