// The words of the network's site, the same set in both languages.
import type { Policy } from '@lykta/disclosure'
import type { SchemeId } from '../open-data/exchange-schemes.ts'

export const sitePages = ['start', 'tables', 'data', 'method', 'archive'] as const
export type SitePage = (typeof sitePages)[number]

export type Chapter = { readonly title: string; readonly paragraphs: readonly string[] }

export type SiteWords = {
  readonly nav: Readonly<Record<SitePage, string>>
  readonly navLabel: string
  readonly lead: string
  readonly none: string
  readonly newest: string
  readonly report: (year: string) => string
  readonly released: (day: string) => string
  readonly edition: (number: string) => string
  readonly read: string
  readonly allEditions: string
  readonly corrected: string
  readonly first: string
  readonly superseded: (day: string) => string
  readonly supersededLink: string
  readonly years: string
  readonly revisions: (count: string, one: boolean) => string
  readonly yearLead: string
  readonly tablesLead: (report: string) => string
  readonly dataLead: string
  readonly licence: string
  readonly licenceText: (name: string) => string
  readonly cite: (publisher: string, report: string, day: string) => string
  readonly files: string
  readonly fileKinds: readonly (readonly [name: string, what: string])[]
  readonly columns: string
  readonly column: string
  readonly meaning: string
  readonly signs: string
  readonly sign: string
  readonly check: string
  readonly checkText: readonly string[]
  readonly machine: string
  readonly machineText: readonly (readonly [path: string, what: string])[]
  readonly catalogue: string
  /** Files in the categories of others, by scheme. */
  readonly exchange: Readonly<Record<SchemeId, string>>
  readonly archiveLead: string
  readonly whole: string
  readonly size: string
  readonly path: string
  readonly hash: string
  readonly kilobytes: (count: string) => string
  readonly columnMeanings: Readonly<Record<'table' | 'figure' | 'unit' | 'code' | 'label' | 'period' | 'from' | 'to' | 'months' | 'value' | 'sign' | 'moreThan' | 'marks', string>>
  readonly methodLead: string
  readonly method: (policy: Policy) => readonly Chapter[]
  readonly use: string
  readonly useText: readonly string[]
}
