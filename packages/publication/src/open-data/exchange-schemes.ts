// Our codes in the words of others who count the same things: only where one of theirs is one of ours, since a sum over several answers counts some twice.

export const schemeIds = ['htcds-2.0', 'regional-coordinators', 'civil-platform'] as const
export type SchemeId = (typeof schemeIds)[number]

export type SchemeRow = {
  /** Field and code as the scheme writes them. */
  readonly field: string
  readonly code: string
  /** Id of our table, and the row's code; '' for a total. */
  readonly table: string
  readonly row: string
}

const rows = (field: string, table: string, codes: Readonly<Record<string, string>>): readonly SchemeRow[] => Object.entries(codes).map(([code, row]) => ({ field, code, table, row }))

const exploitation = { SexualExploitation: 'sexual', ForcedLabour: 'labour', ForcedBegging: 'begging', Servitude: 'domestic-servitude', OrganRemoval: 'organ-removal', ForcedMarriage: 'forced-marriage' } as const

/**
 * HTCDS 2.0 (IOM, all fields drafts): its fields are of one person's record, ours count incidents or persons, so each row says its unit. It has no
 * incident, no indicator, no buyer, no support that was offered; forced criminality is none of its forms. The regional coordinators (Jämställdhetsmyndigheten) count persons by sex ("annat", "ej noterat"),
 * by adult or child, and by purpose; the platform of civil society persons by sex, age and citizenship, and whether a police report was made.
 */
export const exchangeSchemes: Readonly<Record<SchemeId, readonly SchemeRow[]>> = {
  'htcds-2.0': [
    ...rows('prs_Gender', 'sex', { Feminine: 'woman', Masculine: 'man', NonSpecifiedUnknown: 'unknown' }),
    ...rows('vic_TypeOfExploitation', 'exploitation', exploitation),
    ...rows('vic_TraffickingStatus', 'persons', { PossibleVictimOfTrafficking: '' }),
  ],
  'regional-coordinators': [
    ...rows('personer', 'persons', { totalt: '' }),
    ...rows('kön', 'sex', { kvinna: 'woman', man: 'man', annat: 'other', 'ej noterat': 'unknown' }),
    ...rows('ålder', 'ageGroup', { vuxen: 'adult', barn: 'minor', 'ej noterat': 'unknown' }),
    ...rows('ändamål', 'exploitation', { 'sexuella ändamål': 'sexual', arbetskraft: 'labour', tiggeri: 'begging', 'brottslig verksamhet': 'forced-criminality', organhandel: 'organ-removal', 'ej noterat': 'unknown' }),
  ],
  'civil-platform': [
    ...rows('personer', 'persons', { 'direkt utsatta': '' }),
    ...rows('kön', 'sex', { kvinna: 'woman', man: 'man', annat: 'other', okänt: 'unknown' }),
    ...rows('ålder', 'ageGroup', { vuxen: 'adult', minderårig: 'minor', okänd: 'unknown' }),
    ...rows('polisanmälan', 'policeReports', { 'gjorda anmälningar': '' }),
    ...rows('utsatthet', 'exploitation', { prostitution: 'sexual', arbetskraft: 'labour', tiggeri: 'begging', 'brottslig verksamhet': 'forced-criminality', okänd: 'unknown' }),
  ],
}
