// Random small tables with margins: two or three dimensions, some with a hierarchy, some with two trees over the same rows (linked).
import fc from 'fast-check'
import type { Instance, InstanceCell, InstanceEquation } from '../../src/index.ts'

/** Codes of a dimension, and which is the sum of which. */
type Dimension = { readonly leaves: number; readonly sums: readonly (readonly number[])[] }

/** Sums are given in leaves or earlier sums; the last is the whole. */
const dimension = (leaves: number, kind: 'flat' | 'tree' | 'linked'): Dimension => {
  const all = [...Array(leaves).keys()]
  if (kind === 'flat' || leaves < 4) return { leaves, sums: [all] }
  const [left, right] = [all.slice(0, 2), all.slice(2)]
  if (kind === 'tree') return { leaves, sums: [left, right, [leaves, leaves + 1]] }
  return { leaves, sums: [left, right, all.filter((one) => one % 2 === 0), all.filter((one) => one % 2 === 1), [leaves, leaves + 1], [leaves + 2, leaves + 3]] }
}

export type TableShape = { readonly dimensions: readonly Dimension[]; readonly counts: readonly number[] }

const count = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 5, arbitrary: fc.integer({ min: 5, max: 30 }) })

/** `largest`: leaves of a dimension. */
export const randomTable = (largest: number, most = 3): fc.Arbitrary<Instance> =>
  fc
    .record({
      sizes: fc.array(fc.integer({ min: 2, max: largest }), { minLength: 1, maxLength: most }),
      kinds: fc.tuple(fc.constantFrom('flat', 'tree', 'linked'), fc.constantFrom('flat', 'tree'), fc.constant('flat')),
    })
    .map(({ sizes, kinds }) => sizes.map((size, index) => dimension(index === 2 ? 2 : size, (kinds as readonly ('flat' | 'tree' | 'linked')[])[index]!)))
    .chain((dimensions) => fc.record({
      dimensions: fc.constant(dimensions),
      counts: fc.array(count, { minLength: dimensions.reduce((all, { leaves }) => all * leaves, 1), maxLength: dimensions.reduce((all, { leaves }) => all * leaves, 1) }),
    }))
    .map(instanceOf)

/** One to three is sensitive. */
export function instanceOf({ dimensions, counts }: TableShape): Instance {
  const widths = dimensions.map(({ leaves, sums }) => leaves + sums.length)
  const places = widths.reduce<readonly (readonly number[])[]>((all, width) => all.flatMap((place) => [...Array(width).keys()].map((code) => [...place, code])), [[]])
  const positionOf = new Map(places.map((place, position) => [place.join(), position]))
  const leafCounts = new Map<string, number>()
  for (const [index, place] of places.filter((one) => one.every((code, axis) => code < dimensions[axis]!.leaves)).entries()) leafCounts.set(place.join(), counts[index]!)
  const value = (place: readonly number[]): number => {
    const axis = place.findIndex((code, index) => code >= dimensions[index]!.leaves)
    if (axis === -1) return leafCounts.get(place.join())!
    return partsOf(dimensions, place, axis).reduce((sum, part) => sum + value(part), 0)
  }
  // In a linked dimension the last sum but one and the last are the same whole.
  const equations = places.flatMap((place, total): readonly InstanceEquation[] =>
    place.flatMap((code, axis) => (code < dimensions[axis]!.leaves ? [] : [{ total, parts: partsOf(dimensions, place, axis).map((part) => positionOf.get(part.join())!) }])))
  const wholes = places.flatMap((place, total): readonly InstanceEquation[] =>
    place.flatMap((code, axis) => {
      const { leaves, sums } = dimensions[axis]!
      if (sums.length < 6 || code !== leaves + 5) return []
      return [{ total, parts: [positionOf.get(place.map((one, index) => (index === axis ? leaves + 4 : one)).join())!] }]
    }))
  return {
    cells: places.map((place, id): InstanceCell => {
      const sum = value(place)
      return { id, value: sum, primary: sum >= 1 && sum <= 3, printed: true }
    }),
    equations: [...equations, ...wholes],
  }
}

function partsOf(dimensions: readonly Dimension[], place: readonly number[], axis: number): readonly (readonly number[])[] {
  const { leaves, sums } = dimensions[axis]!
  return sums[place[axis]! - leaves]!.map((part) => place.map((code, index) => (index === axis ? part : code)))
}
