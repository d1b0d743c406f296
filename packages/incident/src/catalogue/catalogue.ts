// The catalogue of indicators: the shipped ones and a network's own.
import type { CivilDate } from '../civil-date.ts'
import type { Language } from '../codes.ts'
import { begging } from './begging.ts'
import { children } from './children.ts'
import { domesticServitude } from './domestic-servitude.ts'
import { forcedCriminality } from './forced-criminality.ts'
import { general } from './general.ts'
import { type Indicator, type IndicatorCategory, indicatorCategoryIds } from './indicator.ts'
import { labour } from './labour.ts'
import { sexual } from './sexual.ts'

/** A network adds its own: `<category>.x-<name>`. */
export type OwnIndicator = Pick<Indicator, 'id' | 'sv' | 'en' | 'observers'> & {
  readonly validFrom: CivilDate | null
  readonly validTo: CivilDate | null
}

/** Categories in the order of the form. */
export const indicatorCategories: readonly { readonly id: IndicatorCategory; readonly sv: string; readonly en: string }[] = [
  { id: 'general', sv: 'Allmänna', en: 'General' },
  { id: 'sexual', sv: 'Sexuella ändamål', en: 'Sexual purposes' },
  { id: 'labour', sv: 'Arbete', en: 'Labour' },
  { id: 'begging', sv: 'Tiggeri', en: 'Begging' },
  { id: 'forced-criminality', sv: 'Tvång att begå brott', en: 'Forced criminality' },
  { id: 'domestic-servitude', sv: 'Hushållsarbete', en: 'Domestic work' },
  { id: 'children', sv: 'Barn', en: 'Children' },
]

/** In the order of the form. Left out on purpose: whatever profiles people by origin, ethnicity or age. */
export const shippedIndicators: readonly Indicator[] = [
  ...general, ...sexual, ...labour, ...begging, ...forcedCriminality, ...domesticServitude, ...children,
]

const byId = new Map(shippedIndicators.map((indicator) => [indicator.id, indicator]))

export function findIndicator(id: string): Indicator | undefined {
  return byId.get(id)
}

/** `sexual` of `sexual.many-phones`. */
export function categoryOfIndicator(id: string): string {
  return id.slice(0, id.indexOf('.'))
}

const ownId = /^[a-z-]+\.x-(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a network may use the id for an indicator of its own; no shipped id ever has its form. */
export function isOwnIndicatorId(id: string): boolean {
  return ownId.test(id) && indicatorCategoryIds.some((category) => category === categoryOfIndicator(id))
}

/** The shipped indicators and the network's own, each category's own ones after the shipped. */
export function catalogueOf(own: readonly OwnIndicator[]): readonly Indicator[] {
  const added = own.map((indicator): Indicator => ({
    ...indicator,
    category: categoryOfIndicator(indicator.id),
    source: '',
    crosswalk: [],
    validFrom: indicator.validFrom ?? '0001-01-01',
  }))
  return indicatorCategories.flatMap(({ id }) => [...shippedIndicators, ...added].filter(({ category }) => category === id))
}

/** Those that the form offers on the day. */
export function indicatorsOn(day: CivilDate, catalogue: readonly Indicator[]): readonly Indicator[] {
  return catalogue.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
}

/** The wording in the catalogue given; an id that it does not hold stands for itself. */
export function indicatorText(id: string, language: Language, catalogue: readonly Indicator[] = shippedIndicators): string {
  return (catalogue === shippedIndicators ? byId.get(id) : catalogue.find((indicator) => indicator.id === id))?.[language] ?? id
}
