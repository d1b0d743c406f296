// A table of counts as statisticians exchange them to compare methods: cells, which are sensitive, and what adds up.

export type InstanceCell = {
  readonly id: number
  readonly value: number
  readonly primary: boolean
  /** False for a cell that is never printed, and so always unknown. */
  readonly printed: boolean
}

/** total = Σ parts, by position in `cells`. */
export type InstanceEquation = { readonly total: number; readonly parts: readonly number[] }

export type Instance = { readonly cells: readonly InstanceCell[]; readonly equations: readonly InstanceEquation[] }
