// What an indicator is: a sign that somebody may be exploited, counted by its id, never by its text.
import type { CivilDate } from '../civil-date.ts'

export const indicatorCategoryIds = [
  'general', 'sexual', 'labour', 'begging', 'forced-criminality', 'domestic-servitude', 'children',
] as const
export type IndicatorCategory = (typeof indicatorCategoryIds)[number]

/** Who is likely to be able to see the sign; "anyone" when no special position is needed. */
export type Observer = 'anyone' | 'hotel' | 'landlord' | 'outreach' | 'police' | 'social-services' | 'health' | 'workplace'

export type Indicator = {
  /** `<category>.<name>`; counting reads the category from it. A network's own: `<category>.x-<name>`. */
  readonly id: string
  readonly category: string
  /** Our own short wording. */
  readonly sv: string
  readonly en: string
  /** Where the sign is described: our source, in its own terms. */
  readonly source: string
  /** Ids of the nearest items in published lists (UNODC G, C, D, S, L, B; Nordic SE, NO; hotel trainings HT). */
  readonly crosswalk: readonly string[]
  readonly observers: readonly Observer[]
  readonly validFrom: CivilDate
  /** Null while in use. */
  readonly validTo: CivilDate | null
}

const sources: Readonly<Record<string, string>> = {
  SE: 'Manual vid misstanke om människohandel (NSPM, Jämställdhetsmyndigheten)',
  NO: 'KOM, menneskertilsalgs.no',
  HT: 'Hotel trainings on signs of trafficking',
  LO: 'A local network’s own form, 2017',
}

type Row = readonly [name: string, sv: string, en: string, crosswalk: string, observers?: string]

/**
 * Rows of one category: name, Swedish, English, nearest published items, observers (blank: anyone).
 * All are in use from the day on which the first network began to collect.
 */
export function indicatorsOf(category: IndicatorCategory, rows: readonly Row[]): readonly Indicator[] {
  return rows.map(([name, sv, en, crosswalk, observers = 'anyone']) => {
    const items = crosswalk.split(' ')
    return {
      id: `${category}.${name}`,
      category,
      sv,
      en,
      source: sources[items[0]!.slice(0, 2)] ?? 'Human Trafficking Indicators (UNODC)',
      crosswalk: items,
      observers: observers.split(' ') as Observer[],
      validFrom: '2017-11-01',
      validTo: null,
    }
  })
}
