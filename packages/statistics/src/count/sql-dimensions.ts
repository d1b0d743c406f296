// The columns of the register's facts that stand for each dimension (docs/database.md: incident_fact, person_fact).
import type { Dimension, TableSpec } from '../spec.ts'

const known = (column: string): string => `case when ${column} is null then 'unknown' else 'known' end`

/** A SQL expression that gives an incident's one code. */
export const singleColumns: Readonly<Partial<Record<Dimension, string>>> = {
  exploitation: 'exploitation',
  'place-type': 'place_type',
  'police-contacted': 'police_contacted',
  'support-contact': 'support_contact',
  'support-offered': 'support_offered',
  'accepted-support': 'accepted_support',
  'persons-known': `case when persons_known then 'known' else 'unknown' end`,
  'buyers-known': known('buyers'),
  'procurers-known': known('procurers'),
  'other-perpetrators-known': known('other_perpetrators'),
  'perpetrators-known': known('buyers + procurers + other_perpetrators'),
  'police-reports-known': known('police_reports'),
}

/** Combinations of an incident's codes: distinct, sorted, joined by '|', '' for none. */
export const combinationColumns: Readonly<Partial<Record<Dimension, string>>> = {
  'indicator-category': 'indicator_categories',
  nationality: 'nationalities',
}

export function codesOfCombination(text: string): readonly string[] {
  return text === '' ? [] : text.split('|')
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
      const single = singleColumns[dimension]
      const list = codes.map(literal).join(', ')
      const array = dimension === 'indicator' ? 'indicators' : `string_to_array(${combinationColumns[dimension]}, '|')`
      return single ? `${single} in (${list})` : `coalesce(${array} && array[${list}], false)`
    })
  return conditions.length > 0 ? conditions.map((condition) => `(${condition})`).join(' and ') : 'true'
}

/** Where codes stand: in their group, or for themselves; each once. */
export function placesOf(spec: TableSpec, codes: readonly string[]): readonly string[] {
  if (!spec.groups?.length) return codes
  return [...new Set(codes.map((code) => spec.groups?.find((group) => group.members.includes(code))?.code ?? code))]
}

/** The same for many rows: combinations are few, and each is taken apart once. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    let found = known.get(text)
    if (!found) known.set(text, (found = { value: make(text) }))
    return found.value
  }
}
