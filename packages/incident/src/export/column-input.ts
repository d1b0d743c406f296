// How each column is filled in: from a list of words, from another sheet, as a date, or as text. What is not named is free.
import type { CodedList } from '../import/code-list.ts'
import type { ColumnId } from '../import/columns.ts'

export type ColumnInput =
  | { readonly kind: 'list'; readonly list: CodedList }
  /** One of the values in another sheet's column. */
  | { readonly kind: 'column'; readonly column: ColumnId }
  | { readonly kind: 'date' }
  /** Kept as typed: a spreadsheet would turn "2019-04" into 1 April and "2017-01" into 1 January. */
  | { readonly kind: 'text' }

export const columnInputs: Readonly<Partial<Record<ColumnId, ColumnInput>>> = {
  'organisations.code': { kind: 'text' },
  'organisations.sector': { kind: 'list', list: 'sector' },
  'organisations.joined': { kind: 'date' },
  'organisations.left': { kind: 'date' },
  'incidents.ref': { kind: 'text' },
  'incidents.occurred': { kind: 'text' },
  'incidents.reported': { kind: 'date' },
  'incidents.reporter': { kind: 'column', column: 'organisations.code' },
  'incidents.placeType': { kind: 'list', list: 'placeType' },
  'incidents.exploitation': { kind: 'list', list: 'exploitation' },
  'incidents.policeContacted': { kind: 'list', list: 'answer' },
  'incidents.source': { kind: 'list', list: 'source' },
  'incidents.external': { kind: 'list', list: 'yesNo' },
  'persons.incident': { kind: 'column', column: 'incidents.ref' },
  'persons.personRef': { kind: 'text' },
  'persons.sex': { kind: 'list', list: 'sex' },
  'persons.ageGroup': { kind: 'list', list: 'ageGroup' },
  'persons.supportContact': { kind: 'list', list: 'answer' },
  'persons.supportOrganisation': { kind: 'column', column: 'organisations.code' },
  'persons.contactDate': { kind: 'date' },
  'persons.offered': { kind: 'list', list: 'answer' },
  'persons.accepted': { kind: 'list', list: 'answer' },
  'indicators.id': { kind: 'text' },
  'indicators.category': { kind: 'list', list: 'category' },
  'indicators.validFrom': { kind: 'date' },
  'indicators.validTo': { kind: 'date' },
}
