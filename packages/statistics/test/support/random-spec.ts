// Random specifications from the closed set: whatever `checkSpec` lets through, the executors must count alike.
import fc from 'fast-check'
import { ageGroups, exploitations, placeTypes, sectors, sexes } from '@lykta/incident'
import { checkSpec, type Dimension, dimensionsOf, type Grouping, type TableSpec, type Unit } from '@lykta/statistics'
import { indicatorIds, nationalityCodes } from './random-network.ts'

const answers = ['yes', 'no', 'unknown', 'not-asked']
const known = ['known', 'unknown']

/** Some codes of each dimension, as the random networks have them. */
const codes: Readonly<Record<Dimension, readonly string[]>> = {
  exploitation: exploitations,
  'place-type': placeTypes,
  sector: sectors,
  indicator: indicatorIds,
  'indicator-category': ['general', 'sexual', 'labour', 'own'],
  'police-contacted': ['yes', 'no', 'unknown'],
  nationality: nationalityCodes,
  sex: [...sexes, 'conflicting'],
  'age-group': [...ageGroups, 'conflicting'],
  'support-contact': answers,
  'support-offered': answers,
  'accepted-support': answers,
  role: ['buyer', 'procurer', 'other'],
  'persons-known': known,
  'buyers-known': known,
  'procurers-known': known,
  'other-perpetrators-known': known,
  'perpetrators-known': known,
  'police-reports-known': known,
  // No executor knows it, and no unit names it.
  'furthest-step': [],
  membership: ['member', 'at-end', 'reported'],
}

const units = Object.keys(dimensionsOf) as Unit[]

function drawn(unit: Unit): fc.Arbitrary<TableSpec> {
  const dimensions = fc.constantFrom<Dimension | undefined>(undefined, ...dimensionsOf[unit])
  const filter = fc.constantFrom(...dimensionsOf[unit], 'none' as const).chain((dimension) =>
    fc.uniqueArray(fc.constantFrom(...(dimension === 'none' ? ['-'] : codes[dimension])), { minLength: 1, maxLength: 2 }).map((list) => [dimension, list] as const))
  const where = fc.array(filter, { maxLength: 2 }).map((list) => list.filter(([dimension]) => dimension !== 'none'))
  return fc.record({ by: fc.uniqueArray(dimensions, { maxLength: 2 }), where, base: fc.constantFrom<TableSpec['base']>('all', 'answered'), grouped: fc.boolean(), cut: fc.nat(3) })
    .map(({ by, where: filters, base, grouped, cut }): TableSpec => {
      const [first, second] = by.filter((dimension) => dimension !== undefined)
      return {
        id: 'random',
        unit,
        by: first === undefined ? [] : second === undefined ? [first] : [first, second],
        base,
        ...(filters.length > 0 ? { where: Object.fromEntries(filters) } : {}),
        ...(grouped && first !== undefined && second === undefined ? { groups: groupsOf(codes[first], cut) } : {}),
      }
    })
}

function groupsOf(list: readonly string[], cut: number): readonly Grouping[] {
  return [{ code: 'one', members: list.slice(0, cut + 1) }, { code: 'two', members: list.slice(cut + 1, cut + 3) }]
}

export const randomSpec: fc.Arbitrary<TableSpec> = fc.constantFrom(...units).chain(drawn).filter((spec) => {
  try {
    checkSpec(spec)
    return true
  } catch {
    return false
  }
})
