// Every way in which a few lists can depend on each other pair by pair so that the model has a closed form: chordal graphs.

/** The maximal cliques and the separators between them, as sets of lists (a bit for each); the empty separator is left out. */
export type DecomposableGraph = { readonly cliques: readonly number[]; readonly separators: readonly number[] }

/** All of them: 8 for three lists, 61 for four, 822 for five, 18,154 for six. */
export function decomposableGraphs(lists: number): readonly DecomposableGraph[] {
  const pairs: (readonly [number, number])[] = []
  for (let a = 0; a < lists; a++) for (let b = a + 1; b < lists; b++) pairs.push([a, b])
  return Array.from({ length: 2 ** pairs.length }, (_, chosen) => {
    const neighbours = Array.from({ length: lists }, () => 0)
    for (const [index, [a, b]] of pairs.entries()) {
      if ((chosen & (1 << index)) === 0) continue
      neighbours[a]! |= 1 << b
      neighbours[b]! |= 1 << a
    }
    return decompose(neighbours)
  }).filter((graph) => graph !== undefined)
}

/**
 * Maximum cardinality search (R. E. Tarjan & M. Yannakakis, SIAM J. Comput. 13 (1984) 566–579): each list is taken where it
 * has most neighbours among those taken. The graph is chordal when these are always all joined; a new clique begins
 * wherever they do not grow by one.
 */
function decompose(neighbours: readonly number[]): DecomposableGraph | undefined {
  const cliques: number[] = []
  const separators: number[] = []
  let taken = 0
  let clique = 0
  for (let step = 0; step < neighbours.length; step++) {
    let next = -1
    for (const [list, joined] of neighbours.entries()) {
      if ((taken & (1 << list)) !== 0) continue
      if (next < 0 || bits(joined & taken) > bits(neighbours[next]! & taken)) next = list
    }
    const before = neighbours[next]! & taken
    for (const [list, joined] of neighbours.entries()) if ((before & (1 << list)) !== 0 && (before & ~(1 << list) & ~joined) !== 0) return undefined
    if (before !== clique) {
      cliques.push(clique)
      if (before !== 0) separators.push(before)
    }
    clique = before | (1 << next)
    taken |= 1 << next
  }
  cliques.push(clique)
  return { cliques, separators }
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1
  return count
}
