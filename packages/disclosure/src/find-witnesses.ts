// Looks for registers that show of many cells at once that they may be nought, or enough: what is found is tried exactly by whoever relies on it.
import { compacted } from './compact.ts'
import type { LinearSystem } from './linear.ts'
import type { LoadProgram, Outcome } from './suppression/program.ts'
import { type Distance, isPossible, limitsOf, reaches, type Witnesses } from './witness.ts'

/** So few are not looked for together. */
const few = 4
const tolerance = 1e-6
/** Beyond any count. */
const far = 1e7

/**
 * Adds to the witnesses whatever shows one of the distances that none of `known` does. First no cell moves further than is asked of it, so
 * that many move at once; then each that is left is asked for alone, without such limits. What cannot be found proves nothing.
 */
export function findWitnesses({ system, truths }: { readonly system: LinearSystem; readonly truths: readonly number[] }, asked: readonly Distance[], load: LoadProgram, known: Witnesses): void {
  let open = asked.filter((one) => one.enough > 0 && !known.some((witness) => reaches(witness, one)))
  const small = open.length === 0 ? undefined : compacted(system)
  if (!small) return
  open = open.filter(({ variable }) => small.placeOf[variable] !== undefined)
  const { placeOf } = small
  const truthAt: number[] = []
  for (const [variable, place] of placeOf.entries()) if (place !== undefined) truthAt[place] = truths[variable]!
  const range = (bound: number, value: number): number => Math.min(Math.max(bound - value, -far), far)
  const lower = small.system.lower.map((bound, place) => range(bound, truthAt[place]!))
  const upper = small.system.upper.map((bound, place) => range(bound, truthAt[place]!))
  const columns = truthAt.map((_, place) => place)
  const program = load({
    cost: columns.map(() => 0), lower, upper, primal: true,
    rows: small.system.constraints.map(({ terms, lower: least, upper: most }) => {
      const sum = terms.reduce((total, [place, coefficient]) => total + coefficient * truthAt[place]!, 0)
      return { terms, lower: least - sum, upper: most - sum }
    }),
  })
  /** Whether anything was learnt from it. Where an organisation reported a millionth of an incident, one will do: fractions are rounded up. */
  const keep = ({ status, values }: Outcome): boolean => {
    if (status !== 'optimal') return false
    const witness = new Float64Array(truths.length)
    for (const [variable, place] of placeOf.entries()) if (place !== undefined) witness[variable] = Math.ceil(values[place]! - tolerance)
    const still = open.filter((one) => !reaches(witness, one))
    if (still.length === open.length || !isPossible(system, truths, witness)) return false
    known.push(witness)
    open = still
    return true
  }
  const furthest = (list: readonly Distance[], sign: 1 | -1): boolean => {
    const moving = [...new Set(list.map(({ variable }) => placeOf[variable]!))].sort((a, b) => a - b)
    program.setCosts(moving, moving.map(() => -sign))
    const isNew = keep(program.relaxed())
    program.setCosts(moving, moving.map(() => 0))
    return isNew
  }
  const limits = limitsOf(asked.flatMap((one) => (placeOf[one.variable] === undefined ? [] : [{ ...one, variable: placeOf[one.variable]! }])))
  const limited = [...limits.keys()].sort((a, b) => a - b)
  program.setBounds(limited, limited.map((place) => Math.max(lower[place]!, -limits.get(place)!.down)), limited.map((place) => Math.min(upper[place]!, limits.get(place)!.up)))
  for (const sign of [-1, 1] as const) {
    const ofSign = (): readonly Distance[] => open.filter((one) => one.sign === sign)
    while (ofSign().length > few && furthest(ofSign(), sign));
  }
  program.setBounds(limited, limited.map((place) => lower[place]!), limited.map((place) => upper[place]!))
  for (const one of asked) if (open.includes(one)) furthest([one], one.sign)
  program.close()
}
