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

/** A SQL expression that gives an array of an incident's codes, without repetition. */
export const arrayColumns: Readonly<Partial<Record<Dimension, string>>> = {
  indicator: `coalesce(indicators, '{}')`,
  'indicator-category': `array(select distinct split_part(x, '.', 1) from unnest(indicators) x)`,
  nationality: 'nationalities',
}

/** A person's own code in person_fact, and the incident's array of the codes that its persons have. */
export const personColumns: Readonly<Partial<Record<Dimension, { readonly own: string; readonly ofIncident: string }>>> = {
  sex: { own: 'sex', ofIncident: `array(select distinct split_part(x, '/', 1) from unnest(sex_ages) x)` },
  'age-group': { own: 'age_group', ofIncident: `array(select distinct split_part(x, '/', 2) from unnest(sex_ages) x)` },
  'support-contact': { own: 'support_contact', ofIncident: 'support_contacts' },
  'support-offered': { own: 'support_offered', ofIncident: 'support_offers' },
  'accepted-support': { own: 'accepted_support', ofIncident: 'support_acceptances' },
}

/** Codes are the program's own, never a user's text; quoting is a second line. */
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
      return single ? `${single} in (${list})` : `${arrayColumns[dimension]} && array[${list}]`
    })
  return conditions.length > 0 ? conditions.map((condition) => `(${condition})`).join(' and ') : 'true'
}

/** Where a code stands: in its group, or for itself. */
export function groupOf(spec: TableSpec, code: string): string {
  return spec.groups?.find((group) => group.members.includes(code))?.code ?? code
}

/** `groupOf` for the code in the column u. */
export function recoded(spec: TableSpec): string {
  if (!spec.groups?.length) return 'u'
  const cases = spec.groups.map((group) => `when u in (${group.members.map(literal).join(', ')}) then ${literal(group.code)}`)
  return `case ${cases.join(' ')} else u end`
}

/** The distinct codes of an array column, merged codes once. Without groups no incident holds a code twice. */
export function codesOf(spec: TableSpec, array: string): string {
  return spec.groups?.length ? `select distinct ${recoded(spec)} as code from unnest(${array}) u` : `select unnest(${array}) as code`
}
