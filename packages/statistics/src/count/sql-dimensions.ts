// The columns of the register's facts that stand for each dimension (docs/database.md: incident_fact).
import { beforeUnmarked, categoryOfIndicator, indicatorMark, markedIndicators } from '@lykta/incident'
import type { Dimension, TableSpec } from '../spec.ts'

/** Of dimensions that only say whether something is known: when it is not. */
const whenUnknown: Readonly<Partial<Record<Dimension, string>>> = {
  'persons-known': 'not persons_known',
  'buyers-known': 'buyers is null',
  'procurers-known': 'procurers is null',
  'other-perpetrators-known': 'other_perpetrators is null',
  'perpetrators-known': 'buyers + procurers + other_perpetrators is null',
  'police-reports-known': 'police_reports is null',
}

/** A SQL expression that gives an incident's one code. */
export const singleColumns: Readonly<Partial<Record<Dimension, string>>> = {
  exploitation: 'exploitation',
  'place-type': 'place_type',
  'police-contacted': 'police_contacted',
  'support-contact': 'support_contact',
  'support-offered': 'support_offered',
  'accepted-support': 'accepted_support',
  ...Object.fromEntries(Object.entries(whenUnknown).map(([dimension, condition]) => [dimension, `case when ${condition} then 'unknown' else 'known' end`])),
}

/** Columns of several codes, '' for none. */
const listColumns: Readonly<Partial<Record<Dimension, string>>> = {
  indicator: 'indicators',
  'indicator-category': 'indicators',
  nationality: 'nationalities',
}

/** The column that holds the codes of a dimension of several answers. */
export function listColumn(dimension: Dimension): string {
  const column = listColumns[dimension]
  if (column === undefined) throw new Error(`${dimension} has one answer a unit`)
  return column
}

/** Codes are the program's own, never a user's text; this check is a second line. */
export function literal(code: string): string {
  if (!/^[\w./-]+$/.test(code)) throw new Error('not a code')
  return `'${code}'`
}

/** The specification's filter on incidents, sector apart (it is the organisation's). */
export function incidentCondition(spec: TableSpec): string {
  const conditions = (Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][])
    .filter(([dimension]) => dimension !== 'sector')
    .map(([dimension, codes]) => {
      const unknown = whenUnknown[dimension]
      // Shorter than to name what is known and then compare the names.
      if (unknown !== undefined && codes.join() === 'unknown') return unknown
      const single = singleColumns[dimension]
      const list = codes.map(literal).join(', ')
      return single ? `${single} in (${list})` : codes.map((code) => holds(dimension, code)).join(' or ')
    })
  return conditions.length > 0 ? conditions.map((condition) => `(${condition})`).join(' and ') : 'true'
}

/** Whether a list has the code, or an indicator of the category. */
function holds(dimension: Dimension, code: string): string {
  literal(code)
  const has = (text: string): string => `strpos(indicators, '${text}') > 0`
  if (dimension === 'indicator') return has(indicatorMark(code))
  if (dimension === 'nationality') return `strpos('|' || nationalities || '|', '|${code}|') > 0`
  const marked = markedIndicators.filter((id) => categoryOfIndicator(id) === code).map(indicatorMark)
  return [...marked, `${beforeUnmarked}${code}.`].map(has).join(' or ')
}
