// What the network's site is made of: released editions with their files as they were approved. What is not here is on no page and in no list.
import type { Language } from '@lykta/incident'
import type { ProtectedTable } from '@lykta/disclosure'
import type { EditionContext, PublishedNetwork } from '../binding/edition-context.ts'
import type { CodeLabel } from '../binding/known-tables.ts'
import type { WebFont } from '../html/web-font.ts'
import type { Manifest } from '../open-data/manifest.ts'
import type { Digest } from '../ports.ts'

export type Texts = Readonly<Record<Language, string>>

export type SiteEdition = {
  readonly year: number
  /** 1 is the year's first edition; a revision has the next number, and an address of its own. */
  readonly number: number
  /** Instant, ISO 8601 in UTC. */
  readonly releasedAt: string
  /** What was changed against the edition before, and why; null for the first. */
  readonly changed: Texts | null
  readonly context: Omit<EditionContext, 'language'>
  readonly manifest: Manifest
  readonly tables: readonly ProtectedTable[]
  /** By path as the edition was written: "sv/index.html", "en/tables/incidents.csv", "manifest.json". */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Under which the figures may be used, as the network has decided. */
export const licences = {
  'cc-by-4.0': { name: { sv: 'Creative Commons Erkännande 4.0 Internationell (CC BY 4.0)', en: 'Creative Commons Attribution 4.0 International (CC BY 4.0)' }, address: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc0-1.0': { name: { sv: 'Creative Commons CC0 1.0 (inga villkor)', en: 'Creative Commons CC0 1.0 (no conditions)' }, address: 'https://creativecommons.org/publicdomain/zero/1.0/' },
} as const satisfies Readonly<Record<string, { readonly name: Texts; readonly address: string }>>

export type LicenceId = keyof typeof licences

export type SiteInput = {
  readonly network: PublishedNetwork
  /** The first is that of the page at the root. */
  readonly languages: readonly [Language, ...Language[]]
  readonly editions: readonly SiteEdition[]
  readonly label: (language: Language) => CodeLabel
  readonly licence: LicenceId
  /** Where the site will stand, with a slash at its end; null when nobody has said so. */
  readonly address: string | null
}

export type SiteTools = { readonly digest: Digest; readonly fonts: readonly WebFont[] }

/** "2019/", and "2019/2/" for a revision. */
export function editionFolder({ year, number }: Pick<SiteEdition, 'year' | 'number'>): string {
  return number === 1 ? `${year}/` : `${year}/${number}/`
}

/** The newest edition of each year, latest year first. */
export function newestEditions(editions: readonly SiteEdition[]): readonly SiteEdition[] {
  const newest = new Map<number, SiteEdition>()
  for (const edition of editions) if (edition.number > (newest.get(edition.year)?.number ?? 0)) newest.set(edition.year, edition)
  return [...newest.values()].toSorted((a, b) => b.year - a.year)
}
