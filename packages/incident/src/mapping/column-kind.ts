// What a column of ours takes: which of its words a mapping can change, and how they are checked.
import type { CodedList } from '../import/code-list.ts'
import type { ColumnId } from '../import/columns.ts'

export type ColumnKind =
  | { readonly kind: 'code'; readonly list: CodedList }
  | { readonly kind: 'quantity' | 'day' | 'occurrence' | 'organisation' | 'indicators' | 'nationality' | 'name' | 'prose' }

const kinds: Readonly<Record<ColumnId, CodedList | PlainKind>> = {
  'organisations.code': 'name', 'organisations.name': 'name', 'organisations.sector': 'sector', 'organisations.joined': 'day', 'organisations.left': 'day',
  'incidents.ref': 'name', 'incidents.occurred': 'occurrence', 'incidents.reported': 'day', 'incidents.reporter': 'organisation',
  'incidents.placeType': 'placeType', 'incidents.area': 'name', 'incidents.exploitation': 'exploitation', 'incidents.indicators': 'indicators',
  'incidents.reason': 'prose', 'incidents.policeContacted': 'answer', 'incidents.policeReports': 'quantity', 'incidents.buyers': 'quantity',
  'incidents.procurers': 'quantity', 'incidents.otherPerpetrators': 'quantity', 'incidents.source': 'source', 'incidents.external': 'yesNo',
  'persons.incident': 'name', 'persons.personRef': 'name', 'persons.count': 'quantity', 'persons.sex': 'sex', 'persons.ageGroup': 'ageGroup',
  'persons.nationality': 'nationality', 'persons.supportContact': 'answer', 'persons.supportOrganisation': 'organisation',
  'persons.contactDate': 'day', 'persons.offered': 'answer', 'persons.accepted': 'answer',
  'indicators.id': 'name', 'indicators.category': 'category', 'indicators.swedish': 'name', 'indicators.english': 'name',
  'indicators.validFrom': 'day', 'indicators.validTo': 'day',
}

export const columnIds = Object.keys(kinds) as readonly ColumnId[]

export function isColumnId(text: unknown): text is ColumnId {
  return typeof text === 'string' && Object.hasOwn(kinds, text)
}

export function kindOf(column: ColumnId): ColumnKind {
  const kind = kinds[column]
  return isPlain(kind) ? { kind } : { kind: 'code', list: kind }
}

type PlainKind = Exclude<ColumnKind['kind'], 'code'>
const plainKinds: readonly string[] = ['quantity', 'day', 'occurrence', 'organisation', 'indicators', 'nationality', 'name', 'prose'] satisfies readonly PlainKind[]

function isPlain(kind: CodedList | PlainKind): kind is PlainKind {
  return plainKinds.includes(kind)
}

/** Several values in one cell, and several columns into one. */
export function isList(column: ColumnId): boolean {
  return column === 'incidents.indicators' || column === 'persons.nationality'
}

/** Where each word stands for one of ours, so that a person can say which: never in free text. */
export function hasWords(column: ColumnId): boolean {
  const { kind } = kindOf(column)
  return kind === 'code' || kind === 'organisation' || kind === 'indicators' || kind === 'nationality' || kind === 'quantity'
}
