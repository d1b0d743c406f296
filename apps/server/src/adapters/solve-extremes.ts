// The solver behind disclosure's audit: least and greatest values over a linear system, by HiGHS in this thread.
import type { Constraint, Extreme, LinearSystem, SolveExtremes } from '@lykta/disclosure'
import loadHighs, { type Highs, type Model, type ModelData } from 'highs'
import { runModel } from './run-model.ts'

/** Below this width the relaxation may hide that no whole number but one fits. */
const narrow = 2
/** So few unknowns are asked for faster from a presolved model than from a kept basis. */
const few = 4
/** HiGHS is exact to 1e-7; counts are whole. */
const rounding = 1e-6

// The package's types are written for CommonJS; what Node imports is the function itself.
const load = loadHighs as unknown as typeof loadHighs.default
let loading: Promise<Highs> | undefined

/**
 * One model is loaded for all variables; only its objective changes, so that each run starts from the last basis.
 * An infeasible system says so for every variable; a model that takes more than `seconds` of work in all leaves the rest
 * "unknown", which proves nothing and so stops an edition. Blocks the thread while it works.
 */
export const extremesWithin = (seconds: number): SolveExtremes => async (system, variables) => {
  loading ??= load()
  const highs = await loading
  const data = modelData(system)
  const relaxed = extremesOf(highs, data, system, variables, seconds)
  // A corner of whole numbers is the answer for whole numbers too; where it is not one and the interval narrow, they are asked.
  const doubtful = variables.flatMap((variable, index) => (isProven(relaxed[index]!) ? [] : [{ variable, index }]))
  if (!system.integer || doubtful.length === 0) return relaxed.map(withoutCorner)
  const whole = { ...data, integrality: new Int32Array(data.numCols).fill(highs.constants.variableType.integer) }
  const exact = extremesOf(highs, whole, system, doubtful.map(({ variable }) => variable), seconds)
  const found = [...relaxed]
  for (const [position, { index }] of doubtful.entries()) found[index] = exact[position]!
  return found.map(withoutCorner)
}

/** An edition's whole audit takes a second or two; one that takes minutes is refused. */
export const solveExtremes: SolveExtremes = extremesWithin(300)

type Corner = {
  readonly extreme: Extreme
  /** Every value of the solution is a whole number. */
  readonly whole: boolean
}
type Interval = { readonly low: Corner; readonly high: Corner }

function isProven({ low, high }: Interval): boolean {
  if (low.whole && high.whole) return true
  return low.extreme.status !== 'optimal' || high.extreme.status !== 'optimal' || high.extreme.value - low.extreme.value >= narrow
}

function withoutCorner({ low, high }: Interval): { readonly low: Extreme; readonly high: Extreme } {
  return { low: low.extreme, high: high.extreme }
}

function extremesOf(highs: Highs, data: ModelData, system: LinearSystem, variables: readonly number[], seconds: number): readonly Interval[] {
  return highs.withModel(data, (model) => {
    // Presolve would throw the basis away, which pays for a few objectives only. Primal simplex: a changed objective leaves the last basis primal feasible.
    model.options.set({ output_flag: false, presolve: data.integrality || variables.length <= few ? 'on' : 'off', simplex_strategy: 4, mip_rel_gap: 0, time_limit: seconds })
    const clock = { seconds, begun: worked() }
    const seen: Seen = { low: new Map(), high: new Map() }
    const lows = variables.map((variable) => extreme(highs, model, system, seen, clock, variable, 1))
    return variables.map((variable, index) => ({ low: lows[index]!, high: extreme(highs, model, system, seen, clock, variable, -1) }))
  })
}

/** Its seconds are of this thread's own work: on a busy machine the solver's clock, which is the one on the wall, is over too soon, and is given more. */
type Clock = { readonly seconds: number; readonly begun: number }
const worked = (): number => process.threadCpuUsage().user / 1e6
/** So many times the seconds may pass on the wall. */
const busiest = 16

function runWithin(highs: Highs, model: Model, { seconds, begun }: Clock): number {
  for (let limit = seconds; ; limit *= 2) {
    const modelStatus = runModel(highs, model)
    if (modelStatus !== highs.constants.modelStatus.timeLimit || worked() - begun >= seconds || limit >= busiest * seconds) return modelStatus
    model.options.set({ time_limit: 2 * limit })
  }
}

/** What the whole solutions so far reached: a variable seen at its own bound needs no run of its own. */
type Seen = { readonly low: Map<number, number>; readonly high: Map<number, number> }

function extreme(highs: Highs, model: Model, system: LinearSystem, seen: Seen, clock: Clock, variable: number, sign: 1 | -1): Corner {
  const bound = (sign === 1 ? system.lower : system.upper)[variable]!
  const reached = (sign === 1 ? seen.low : seen.high).get(variable)
  if (reached !== undefined && Math.abs(reached - bound) < rounding) return { extreme: { status: 'optimal', value: bound }, whole: true }
  model.changeColCost(variable, sign)
  try {
    const status = highs.constants.modelStatus
    const modelStatus = runWithin(highs, model, clock)
    // Nothing to be doubted: what has no solution, or no bound, has none in whole numbers.
    if (modelStatus === status.infeasible) return { extreme: { status: 'infeasible' }, whole: true }
    if (modelStatus === status.unbounded) return { extreme: { status: 'unbounded' }, whole: true }
    if (modelStatus !== status.optimal) return { extreme: { status: 'unknown' }, whole: true }
    const values = model.getSolution().colValue
    const whole = isWhole(values)
    if (whole || !system.integer) remember(seen, values)
    const value = model.getObjectiveValue() * sign
    const nearest = Math.round(value)
    return { extreme: { status: 'optimal', value: Math.abs(value - nearest) < rounding ? nearest + 0 : value }, whole }
  } finally {
    model.changeColCost(variable, 0)
  }
}

function isWhole(values: ArrayLike<number>): boolean {
  for (let variable = 0; variable < values.length; variable += 1) if (Math.abs(values[variable]! - Math.round(values[variable]!)) > rounding) return false
  return true
}

function remember(seen: Seen, values: ArrayLike<number>): void {
  for (let variable = 0; variable < values.length; variable += 1) {
    const value = values[variable]!
    if (value < (seen.low.get(variable) ?? Infinity)) seen.low.set(variable, value)
    if (value > (seen.high.get(variable) ?? -Infinity)) seen.high.set(variable, value)
  }
}

function modelData({ lower, upper, constraints }: LinearSystem): ModelData {
  const merged = constraints.map(mergedTerms)
  const starts = [0]
  for (const terms of merged) starts.push(starts.at(-1)! + terms.size)
  return {
    numCols: lower.length,
    numRows: constraints.length,
    colCost: lower.map(() => 0),
    colLower: lower,
    colUpper: upper,
    rowLower: constraints.map((constraint) => constraint.lower),
    rowUpper: constraints.map((constraint) => constraint.upper),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: lower.length,
      starts,
      indices: merged.flatMap((terms) => [...terms.keys()]),
      values: merged.flatMap((terms) => [...terms.values()]),
    },
  }
}

/** HiGHS refuses a column that stands twice in a row. */
function mergedTerms({ terms }: Constraint): ReadonlyMap<number, number> {
  const merged = new Map<number, number>()
  for (const [variable, coefficient] of terms) merged.set(variable, (merged.get(variable) ?? 0) + coefficient)
  return merged
}
