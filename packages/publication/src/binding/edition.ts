// Everything that filling a template, building tables and drawing charts may look at.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import type { Dimension, Period } from '@lykta/statistics'
import { renderMoment } from '../words/dates.ts'
import { renderMonths } from '../words/numbers.ts'
import { collectedPart, periodLabel } from '../words/period-label.ts'
import type { Words } from '../words/words.ts'
import { collectionOf, type EditionContext } from './edition-context.ts'
import type { Tables } from './figure-value.ts'
import type { CodeLabel } from './known-tables.ts'

export type Edition = {
  readonly context: EditionContext
  readonly tables: Tables
  readonly words: Words
  readonly label: CodeLabel
  /** Examples of what raised suspicion, rewritten and approved, in the edition's language. */
  readonly examples?: readonly string[] | undefined
}

/** The cell when its count is shown. */
export function shownCell(cell: ProtectedCell | undefined): Extract<ProtectedCell, { state: 'shown' }> | undefined {
  return cell?.state === 'shown' ? cell : undefined
}

/** "2 månader". */
export function renderExposure({ words }: Edition, months: number): string {
  return words.months(renderMonths(months, words.language), months === 1)
}

/** "2017" and, when only a part was collected, "nov–dec, 2 månader". */
export function renderColumn(edition: Edition, period: Period): { readonly label: string; readonly remark: string | null } {
  const part = collectedPart(period, collectionOf(edition.context), edition.words.language)
  return {
    label: periodLabel(period, edition.words.language),
    remark: part === null ? null : `${part}, ${renderExposure(edition, period.months)}`,
  }
}

/** "2017 (nov–dec)", for running text. */
export function renderPeriod(edition: Edition, period: Period): string {
  const part = collectedPart(period, collectionOf(edition.context), edition.words.language)
  const label = periodLabel(period, edition.words.language)
  return part === null ? label : `${label} (${part})`
}

/** "Källa: …. Läge: …." */
export function renderSource({ context, words }: Edition): string {
  return words.source(context.network.name, renderMoment(context.asOf.time, context.network.timeZone, words.language))
}

/** Words for a row. Of a merged row it never says which codes it merges: the list would say of each that it occurs. */
export function renderRowLabel(edition: Edition, table: ProtectedTable, row: ProtectedTable['rows'][number]): string {
  const parts = row.codes.map((code, index) => codeLabel(edition, table.by[index], code, row.members.length > 0))
  const label = parts.join(', ')
  return label.charAt(0).toLocaleUpperCase(edition.words.language) + label.slice(1)
}

function codeLabel({ label, words }: Edition, dimension: Dimension | undefined, code: string, merged: boolean): string {
  if (!dimension || (merged && code === 'other')) return words.rest
  const known = label(dimension, code)
  if (known !== undefined) return known
  const group = code.endsWith('-other') ? label(dimension, code.slice(0, -'-other'.length)) : undefined
  return group === undefined ? words.rest : words.restOf(group)
}
