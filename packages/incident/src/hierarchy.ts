// Along which lines categories may be merged before anything is hidden, as data.
import { shippedIndicators } from './catalogue/catalogue.ts'
import type { CivilDate } from './civil-date.ts'
import { isEuNationality, nationalities } from './nationalities.ts'

/** Each code's parent, and a parent's own; null at the top. */
export type Hierarchy = {
  readonly dimension: 'nationality' | 'place-type' | 'sector' | 'exploitation' | 'indicator' | 'furthest-step'
  readonly parents: Readonly<Record<string, string | null>>
}

/** Other EU countries, and countries outside the EU, as of the day; no regions of origin. */
function nationalityHierarchy(day: CivilDate): Hierarchy {
  const leaves = nationalities.map((code) => [code, isEuNationality(code, day) ? 'eu-other' : 'non-eu-other'] as const)
  return { dimension: 'nationality', parents: { ...Object.fromEntries(leaves), 'eu-other': null, 'non-eu-other': null } }
}

/** Indicators merge with the other signs of their category. A network's own ids say their category too. */
function indicatorHierarchy(ids: readonly string[]): Hierarchy {
  const leaves = ids.map((id) => [id, groupOfIndicator(id)] as const)
  const groups = new Set(leaves.map(([, group]) => group))
  return { dimension: 'indicator', parents: { ...Object.fromEntries(leaves), ...Object.fromEntries([...groups].map((group) => [group, null])) } }
}

function groupOfIndicator(id: string): string {
  return `${id.slice(0, id.indexOf('.'))}-other`
}

const closed: readonly Hierarchy[] = [
  {
    dimension: 'place-type',
    parents: {
      hotel: 'indoors', home: 'indoors', workplace: 'indoors', 'massage-parlour': 'indoors', street: 'outdoors', internet: 'online',
      other: null, unknown: null, indoors: null, outdoors: null, online: null,
    },
  },
  {
    dimension: 'sector',
    parents: {
      police: 'authorities', 'social-services': 'authorities', municipality: 'authorities', region: 'authorities',
      'civil-society': null, business: null, other: null, authorities: null,
    },
  },
  {
    dimension: 'exploitation',
    parents: {
      sexual: null, labour: 'labour-like', 'domestic-servitude': 'labour-like', begging: 'labour-like', 'forced-criminality': 'labour-like',
      'organ-removal': 'other-forms', 'forced-marriage': 'other-forms', other: 'other-forms', unknown: null, 'labour-like': null, 'other-forms': null,
    },
  },
]

/** All of them, with membership of the EU as of the day and with the network's own indicators. */
export function hierarchiesOn(day: CivilDate, ownIndicators: readonly string[] = []): readonly Hierarchy[] {
  return [nationalityHierarchy(day), indicatorHierarchy([...shippedIndicators.map(({ id }) => id), ...ownIndicators]), ...closed]
}
