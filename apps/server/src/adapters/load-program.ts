// The solver behind complementary suppression: a programme that stays loaded in HiGHS, in this thread.
import type { Constraint, Limits, Loaded, LoadProgram, Outcome, Program } from '@lykta/disclosure'
import loadHighs, { type Highs, type Model, type ModelData, type SparseMatrix } from 'highs'
import { runModel } from './run-model.ts'

// The package's types are written for CommonJS; what Node imports is the function itself.
const load = loadHighs as unknown as typeof loadHighs.default

export async function programLoader(): Promise<LoadProgram> {
  const highs = await load()
  return (program) => loaded(highs, program)
}

function loaded(highs: Highs, program: Program): Loaded {
  const model = highs.createModel(modelData(program))
  const columns = program.cost.length
  const { integer, continuous } = highs.constants.variableType
  let whole = false
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: program.primal ? 4 : 1 })
  const become = (kind: boolean): void => {
    if (whole === kind) return
    whole = kind
    model.changeColsIntegrality({ kind: 'range', from: 0, to: columns - 1 }, new Int32Array(columns).fill(kind ? integer : continuous))
  }
  const run = ({ seconds = 1e9, nodes = 2_147_483_647, gap = 0 }: Limits): Outcome => {
    model.zeroAllClocks()
    // Less than nothing is left when the time ran out meanwhile: HiGHS refuses a negative limit, and stops at once at none.
    model.options.set({ time_limit: Math.max(0, seconds), mip_max_nodes: nodes, mip_abs_gap: gap, mip_rel_gap: 0 })
    return outcome(highs, model, runModel(highs, model), whole)
  }
  return {
    setCosts: (indices, costs) => void (indices.length > 0 && model.changeColsCost({ kind: 'set', indices }, costs)),
    setBounds: (indices, lower, upper) => void (indices.length > 0 && model.changeColsBounds({ kind: 'set', indices }, lower, upper)),
    addRows: (rows) => {
      if (rows.length === 0) return
      model.addRows({ lower: Float64Array.from(rows, (row) => row.lower), upper: Float64Array.from(rows, (row) => row.upper), matrix: matrix(rows, columns) })
    },
    relaxed: (limits = {}) => {
      become(false)
      model.options.set({ presolve: 'off' })
      return run(limits)
    },
    whole: (limits = {}, start) => {
      become(true)
      model.options.set({ presolve: 'on' })
      if (start) model.setSolution({ colValue: start })
      return run(limits)
    },
    close: () => model.dispose(),
  }
}

function outcome(highs: Highs, model: Model, modelStatus: number, whole: boolean): Outcome {
  const status = highs.constants.modelStatus
  const { colValue, rowDual, colDual } = model.getSolution()
  const objective = model.getObjectiveValue()
  const known = modelStatus === status.optimal ? 'optimal' : modelStatus === status.infeasible ? 'infeasible' : modelStatus === status.unbounded ? 'unbounded' : 'stopped'
  return {
    status: known,
    objective,
    bound: whole ? (model.info.get('mip_dual_bound') as number) : known === 'optimal' ? objective : -Infinity,
    values: colValue,
    rowDuals: rowDual,
    columnDuals: colDual,
  }
}

function modelData({ cost, lower, upper, rows }: Program): ModelData {
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: matrix(rows, cost.length),
  }
}

function matrix(rows: readonly Constraint[], numCols: number): SparseMatrix {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const [variable, coefficient] of terms) {
      indices.push(variable)
      values.push(coefficient)
    }
    starts.push(indices.length)
  }
  return { format: 'csr', numRows: rows.length, numCols, starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values) }
}
