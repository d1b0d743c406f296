// The tables of an import, their columns, and how each is named in Swedish and English.
import type { Language } from '../codes.ts'

type Names = Readonly<Record<Language, string>>

export type ColumnSpec = Names & {
  /** A column that must be there; an optional one that is missing was not asked, or is nowhere known. */
  readonly required: boolean
}

export const tables = {
  organisations: {
    sv: 'organisationer', en: 'organisations',
    columns: {
      code: { sv: 'kod', en: 'code', required: true },
      name: { sv: 'namn', en: 'name', required: true },
      sector: { sv: 'sektor', en: 'sector', required: true },
      joined: { sv: 'med_från', en: 'joined', required: true },
      left: { sv: 'med_till', en: 'left', required: false },
    },
  },
  incidents: {
    sv: 'incidenter', en: 'incidents',
    columns: {
      ref: { sv: 'nr', en: 'ref', required: true },
      occurred: { sv: 'datum', en: 'occurred_on', required: true },
      reported: { sv: 'rapporterad', en: 'reported_on', required: true },
      reporter: { sv: 'rapportör', en: 'reported_by', required: true },
      placeType: { sv: 'platstyp', en: 'place_type', required: true },
      area: { sv: 'område', en: 'area', required: false },
      exploitation: { sv: 'form', en: 'exploitation', required: true },
      indicators: { sv: 'indikatorer', en: 'indicators', required: false },
      reason: { sv: 'anledning', en: 'reason', required: false },
      policeContacted: { sv: 'polis', en: 'police_contacted', required: true },
      policeReports: { sv: 'anmälningar', en: 'police_reports', required: false },
      buyers: { sv: 'köpare', en: 'buyers', required: false },
      procurers: { sv: 'kopplare', en: 'procurers', required: false },
      otherPerpetrators: { sv: 'andra_förövare', en: 'other_perpetrators', required: false },
      source: { sv: 'källa', en: 'source', required: false },
      external: { sv: 'extern', en: 'external', required: false },
    },
  },
  persons: {
    sv: 'personer', en: 'persons',
    columns: {
      incident: { sv: 'incident_nr', en: 'incident_ref', required: true },
      personRef: { sv: 'person', en: 'person_ref', required: false },
      count: { sv: 'antal', en: 'count', required: false },
      sex: { sv: 'kön', en: 'sex', required: true },
      ageGroup: { sv: 'ålder', en: 'age_group', required: true },
      nationality: { sv: 'nationalitet', en: 'nationality', required: false },
      supportContact: { sv: 'kontakt_stöd', en: 'support_contact', required: false },
      supportOrganisation: { sv: 'stöd_organisation', en: 'support_organisation', required: false },
      contactDate: { sv: 'kontakt_datum', en: 'contact_date', required: false },
      offered: { sv: 'erbjudet', en: 'offered', required: false },
      accepted: { sv: 'tackat_ja', en: 'accepted_support', required: false },
    },
  },
  indicators: {
    sv: 'indikatorer', en: 'indicators',
    columns: {
      id: { sv: 'id', en: 'id', required: true },
      category: { sv: 'kategori', en: 'category', required: true },
      swedish: { sv: 'svenska', en: 'swedish', required: true },
      english: { sv: 'engelska', en: 'english', required: true },
      validFrom: { sv: 'giltig_från', en: 'valid_from', required: false },
      validTo: { sv: 'giltig_till', en: 'valid_to', required: false },
    },
  },
} as const satisfies Readonly<Record<string, Names & { readonly columns: Readonly<Record<string, ColumnSpec>> }>>

export type TableId = keyof typeof tables
export const tableIds = Object.keys(tables) as readonly TableId[]

/** The columns of one table. */
export type ColumnOf<Table extends TableId> = keyof (typeof tables)[Table]['columns'] & string

/** Any column, with its table, as problems name it. */
export type ColumnId = { [Table in TableId]: `${Table}.${ColumnOf<Table>}` }[TableId]

/** The sheet that explains the columns; made by the template, passed over by the import. */
export const readMeSheet: Names = { sv: 'Läs mig', en: 'Read me' }

export function columnsOf(table: TableId): readonly (readonly [string, ColumnSpec])[] {
  return Object.entries(tables[table].columns)
}

export function columnSpecOf(id: ColumnId): ColumnSpec {
  const [table, column] = id.split('.') as [TableId, string]
  const spec = columnsOf(table).find(([name]) => name === column)
  if (!spec) throw new Error(`columnSpecOf: no column ${id}`)
  return spec[1]
}

export function columnNameOf(id: ColumnId, language: Language): string {
  return columnSpecOf(id)[language]
}

/** Headers and sheet names that people would call the same: case, and spaces, hyphens and underscores, make no difference. */
export function foldName(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/[\s_-]+/g, '_')
}
